import type { Command, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint } from "./state.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

export function ask({ via, at, words }: Doing<"ask">): ComplaintEvent[] | Refusal {
  if (words.trim() === "") return { refused: "words-missing", field: "words" };
  return [{ type: "QuestionAsked", data: { via, at }, words: { words } }];
}

/** Policy Step 5: further discussions until a mutually acceptable solution is found. */
export function discuss(
  { via, at, summary }: Doing<"discuss">,
  state: Complaint,
): ComplaintEvent[] | Refusal {
  if (state.stage !== "in_discussion" && state.stage !== "proposed") return { refused: "not-in-discussion" };
  return [{ type: "Discussed", data: { via, at }, words: { summary } }];
}

export function recordMessage({
  via,
  at,
  words,
  intakeId,
  files,
  otherSender,
}: Doing<"record-message">): ComplaintEvent[] {
  const data = { via, at, ...(intakeId && { intakeId }), ...(otherSender && { otherSender: true as const }) };
  return [{ type: "MessageReceived", data, words: { words }, ...(files?.length && { files }) }];
}

export const note = ({ note }: Doing<"note">): ComplaintEvent[] => [
  { type: "NoteAdded", data: {}, words: { note } },
];
