import type { Circumstances, Command } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";

/** A copy of the whole case leaves the house: who took it, in which form, and what was taken out of it. */
export const handOut = (
  { kind, redaction, also }: Extract<Command, { do: "hand-out" }>,
  { actor }: Circumstances,
): ComplaintEvent[] => [
  { type: "DossierHandedOut", data: { kind, redaction, ...(also && { also }), by: actor } },
];
