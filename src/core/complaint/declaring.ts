import type { Circumstances, Command, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint } from "./state.ts";
import { startClock } from "./clocks.ts";
import { present } from "./receiving.ts";
import { runs } from "./state.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

/** A complaint can contain a statutory declaration; the law's clock runs beside ours from when it reached us (BGB §130). */
export function recordDeclaration(
  command: Doing<"record-declaration">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] {
  // Left out, it came with the complaint, as most do: the earliest reading, and the strictest.
  const { kind, at = state.receivedAt, words } = command;
  const declaration = state.declarations.length + 1;
  const data = { declaration, kind, at, clock: startClock(kind, at, now) };
  return [{ type: "DeclarationRecorded", data, words: present({ words }) }];
}

export function settleDeclaration(
  { declaration, at, note }: Doing<"settle-declaration">,
  state: Complaint,
): ComplaintEvent[] | Refusal {
  const found = state.declarations.find(({ number }) => number === declaration);
  if (!found) return { refused: "unknown-declaration", field: "declaration" };
  if (!runs(found.clock)) return { refused: "declaration-settled", field: "declaration" };
  if (at < found.clock.startedAt) return { refused: "before-receipt", field: "at" };
  return [{ type: "DeclarationSettled", data: { declaration, at }, words: present({ note }) }];
}
