import { createHash } from "node:crypto";
import { lstatSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServerUser } from "./server-user.ts";

/** A unix socket's path holds 107 bytes; a deep data folder gets its socket in the temporary folder instead. */
export function socketFolder(folder: string, user: ServerUser): string {
  const beside = join(folder, "run");
  if (Buffer.byteLength(beside) <= 90) return beside;
  const short = join(tmpdir(), `redress-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`);
  const found = lstatSync(short, { throwIfNoEntry: false });
  // Somebody else may have put a folder or a link there to catch our connections.
  if (found && (!found.isDirectory() || ![user.uid, process.getuid?.()].includes(found.uid)))
    throw new Error(`${short} belongs to somebody else; set REDRESS_DATA to a shorter path`);
  return short;
}
