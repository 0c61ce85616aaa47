import type { Circumstances, Command, Refusal } from "../commands.ts";
import type { ComplaintEvent } from "../events.ts";
import type { Complaint } from "../state.ts";
import type { Interview } from "./state.ts";
import { nameConflict } from "../assigning.ts";
import { present } from "../receiving.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

/**
 * Whoever is asked is told the purpose in advance (BetrVG §82(1)). A colleague who is heard as the one complained about
 * is thereby named in a conflict of interest, so that the complaint they are heard on is not theirs to read.
 */
export function arrangeInterview(
  { as, personId, person, purpose, plannedOn }: Doing<"arrange-interview">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  if (!personId && !person) return { refused: "nobody-named", field: "person" };
  const { actor: by } = now;
  const accused = as === "complained_about" ? personId : undefined;
  if (accused === by) return { refused: "conflict-of-interest", field: "personId" };
  const data = {
    interview: state.investigation.interviews.length + 1,
    as,
    ...(personId && { personId }),
    ...(plannedOn && { plannedOn }),
    by,
  };
  const named = accused ? nameConflict({ do: "name-conflict", personId: accused }, state, now) : [];
  return [{ type: "InterviewArranged", data, words: { purpose, ...present({ person }) } }, ...named];
}

export function holdInterview(
  { number, at, present, summary }: Doing<"hold-interview">,
  state: Complaint,
  { actor: by }: Circumstances,
): ComplaintEvent[] | Refusal {
  const interview = known(state, number);
  if ("refused" in interview) return interview;
  if (interview.heldAt) return { refused: "interview-held" };
  return [{ type: "InterviewHeld", data: { interview: number, at, by }, words: { present, summary } }];
}

/** The interviewee reads what was written down before it counts (HinSchG §11 as a model, STANDARDS §2.4). */
export function showInterview(
  { number, at }: Doing<"show-interview">,
  state: Complaint,
): ComplaintEvent[] | Refusal {
  const interview = known(state, number);
  if ("refused" in interview) return interview;
  if (!interview.heldAt) return { refused: "interview-not-held" };
  return [{ type: "InterviewShown", data: { interview: number, at } }];
}

export function answerInterview(
  { number, at, answer, comment }: Doing<"answer-interview">,
  state: Complaint,
): ComplaintEvent[] | Refusal {
  const interview = known(state, number);
  if ("refused" in interview) return interview;
  const refused =
    answer === "confirmed" || answer === "commented" ? onSummary(interview) : onCharge(interview);
  if (refused) return refused;
  if ((answer === "commented" || answer === "replied") && !comment?.trim())
    return { refused: "words-missing", field: "comment" };
  return [
    { type: "InterviewAnswered", data: { interview: number, at, answer }, words: present({ comment }) },
  ];
}

function onSummary({ shownAt, answer }: Interview): Refusal | undefined {
  if (!shownAt) return { refused: "interview-not-shown" };
  return answer ? { refused: "interview-answered" } : undefined;
}

function onCharge({ as, reply }: Interview): Refusal | undefined {
  if (as !== "complained_about") return { refused: "no-right-of-reply" };
  return reply ? { refused: "interview-answered" } : undefined;
}

const known = ({ investigation: { interviews } }: Complaint, number: number): Interview | Refusal =>
  interviews.find((each) => each.number === number) ?? { refused: "unknown-interview" };
