import type { Circumstances, Command, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint } from "./state.ts";
import { hasInvestigated } from "./approving.ts";
import { present } from "./receiving.ts";

/** What a file is looked at for: whether the work came out right for the person, and can be followed by somebody else. */
export const fileCriteria = [
  "acknowledgement",
  "points",
  "evidence",
  "reasons",
  "fairness",
  "letters",
  "dates",
  "redress",
  "lessons",
  "privacy",
] as const;
export type FileCriterion = (typeof fileCriteria)[number];

export const fileAnswers = ["yes", "no", "not_applicable"] as const;
export type FileAnswer = (typeof fileAnswers)[number];
export type FileAnswers = Record<FileCriterion, FileAnswer>;

/**
 * A closed file is looked at by somebody who had no hand in it (ISO 10002:2018, 8.5 and Annex I). Whatever is found wanting
 * is said in words. Once for each time that it was closed.
 */
export function reviewFile(
  { answers, remark }: Extract<Command, { do: "review-file" }>,
  state: Complaint,
  { actor: by }: Circumstances,
): ComplaintEvent[] | Refusal {
  if (state.stage !== "closed") return { refused: "complaint-not-closed" };
  if (state.fileReviewed) return { refused: "file-reviewed" };
  if (hadAHand(by, state)) return { refused: "own-file" };
  const wanting = fileCriteria.some((criterion) => answers[criterion] === "no");
  if (wanting && !remark) return { refused: "words-missing", field: "remark" };
  return [{ type: "FileReviewed", data: { answers, by }, words: present({ remark }) }];
}

/** How many points were as they should be, of those that applied. */
export function pointsOf(answers: FileAnswers): { good: number; of: number } {
  const applied = fileCriteria.filter((criterion) => answers[criterion] !== "not_applicable");
  return { good: applied.filter((criterion) => answers[criterion] === "yes").length, of: applied.length };
}

/**
 * Whose work would be looked at: whoever has owned or investigated it, drafted or approved a proposal. Handing the file to
 * somebody else before it is closed makes nobody's own work another's.
 */
export const hadAHand = (person: string, state: Complaint): boolean =>
  state.hands.includes(person) ||
  hasInvestigated(person, state) ||
  state.proposals.some(({ draftedBy, endorsedBy, approvedBy }) =>
    [draftedBy, endorsedBy, approvedBy].includes(person),
  );
