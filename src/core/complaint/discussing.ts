import type { Command, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint } from "./state.ts";
import { present } from "./receiving.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

export function ask({ via, at, words, message }: Doing<"ask">): ComplaintEvent[] | Refusal {
  if (words.trim() === "") return { refused: "words-missing", field: "words" };
  return [{ type: "QuestionAsked", data: { via, at, ...(message && { message }) }, words: { words } }];
}

/** Policy Step 5: further discussions until a mutually acceptable solution is found. */
export function discuss(
  { via, at, summary, form, participants }: Doing<"discuss">,
  state: Complaint,
): ComplaintEvent[] | Refusal {
  if (state.stage !== "in_discussion" && state.stage !== "proposed") return { refused: "not-in-discussion" };
  const data = { via, at, ...(form && { form }) };
  return [{ type: "Discussed", data, words: { summary, ...present({ participants }) } }];
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
