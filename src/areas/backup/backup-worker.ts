import { workerData } from "piscina";
import { fromThread, type Reach } from "../../engine/database/hosts.ts";
import { FileExists, type Made } from "./making.ts";
import { backUp } from "./naming.ts";
import { prove } from "./proving.ts";
import { Unreadable } from "./reading.ts";
import { WrongRecipient, type Lock, type Opener } from "./secrets.ts";

export type WorkerData = {
  owner: Reach;
  keys: string;
  folder: string;
  lock: Lock;
  opener: Opener | undefined;
};
export type Order = { make: string } | { prove: string };
export type Answer =
  | { made: Made }
  | { proven: true }
  /** The backup cannot be restored whole, or what it restores does not hold. */
  | { broken: string }
  /** It cannot be tried here. */
  | { unopened: string }
  /** Something else stood in the way, and may be gone the next time. */
  | { failed: string };

const { owner: reach, keys, folder, lock, opener } = workerData as WorkerData;
const owner = fromThread(reach);

/** Encrypts and reads again in a thread of its own, so that nobody's page waits for it. */
export default async function obey(order: Order): Promise<Answer> {
  try {
    if ("make" in order) return { made: await backUp({ owner, keys, lock, to: folder, now: order.make }) };
    const { broken } = await prove(owner, order.prove, opener!);
    return broken ? { broken: `complaint ${broken.complaintId}: ${broken.what}` } : { proven: true };
  } catch (error) {
    return told(error as NodeJS.ErrnoException);
  }
}

/** What may stand in a log: never what the database says, which can hold a person's words. */
function told(error: NodeJS.ErrnoException): Answer {
  if (error instanceof Unreadable) return { broken: error.message };
  if (error instanceof FileExists || error instanceof WrongRecipient) return { failed: error.message };
  if (error.code === "42501")
    return { unopened: "not opened: the database user may not create a scratch database (createdb)" };
  return { failed: [error.name, error.code, error.path].filter(Boolean).join(" ") };
}
