import type { Command, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint } from "./state.ts";
import { present } from "./receiving.ts";

type Acknowledge = Extract<Command, { do: "acknowledge" }>;

/** A letter counts as told only while it has not come back; then it is owed again, on the same clock (Step 2). */
export const recordBounce = ({
  letterId,
  kind,
  at,
  status,
}: Extract<Command, { do: "record-bounce" }>): ComplaintEvent[] => [
  { type: "LetterBounced", data: { letterId, kind, at, ...(status && { status }) } },
];

/** Policy Step 2. Counts when reference and dates were told to the person; an unanswered call is an attempt. */
export function acknowledge(command: Acknowledge, state: Complaint): ComplaintEvent[] | Refusal {
  if (state.clocks.acknowledgement?.metAt) return { refused: "already-acknowledged" };
  const { via, at, letterId, note } = command;
  const words = present({ note });
  if (!command.reached) return [{ type: "AcknowledgementAttempted", data: { via, at }, words }];
  return [{ type: "Acknowledged", data: { via, at, ...(letterId && { letterId }) }, words }];
}
