import type { Circumstances, Command, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint } from "./state.ts";
import { isInProgress } from "./payments.ts";
import { startClock } from "./clocks.ts";
import { isOpen, latestProposal } from "./state.ts";
import { present } from "./receiving.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

/** No forced close (ISO 10002, 7.9): each outcome has the stage that it must have been earned in. */
export function close(
  { outcome, note }: Doing<"close">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  const refusal = { resolved, no_answer: noAnswer, not_agreed: notAgreed }[outcome](state, now);
  return refusal ?? [{ type: "Closed", data: { at: now.now, outcome }, words: present({ note }) }];
}

const resolved = (state: Complaint): Refusal | undefined =>
  state.stage === "followed_up" ? undefined : { refused: "not-followed-up" };

/** Asked twice and unanswered (STANDARDS §5, 19), or when a proposal has run out. Silence is never acceptance. */
function noAnswer(state: Complaint, { now }: Circumstances): Refusal | undefined {
  if (state.stage === "implemented" && state.clocks.follow_up?.metAt)
    return state.followUps > 1 ? undefined : { refused: "asked-once" };
  if (state.stage === "proposed" && now > (latestProposal(state)?.validUntil ?? now)) return undefined;
  return { refused: "not-followed-up" };
}

/** Without the notice of VSBG §37 no consumer's case ends without agreement, and nobody's without a manager's reason. */
function notAgreed({ stage, deadlock }: Complaint): Refusal | undefined {
  if (stage !== "in_discussion") return { refused: "not-in-discussion" };
  return deadlock ? undefined : { refused: "no-deadlock" };
}

export const withdraw = ({ via, at, words }: Doing<"withdraw">): ComplaintEvent[] => [
  { type: "Withdrawn", data: { via, at }, words: present({ words }) },
];

export function reopen(
  { because, reason }: Doing<"reopen">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  if (isOpen(state) && state.stage !== "followed_up") return { refused: "complaint-not-closed" };
  const proposal = startClock("proposal", now.now, now);
  return [{ type: "Reopened", data: { at: now.now, because, proposal }, words: { reason } }];
}

/** The words go, the chain stays: content/ deletes them in the same transaction. */
export const erase = ({ rule }: Doing<"erase">, { payments }: Complaint): ComplaintEvent[] | Refusal =>
  // Money that is on its way would go to an account that nobody can look up any more.
  payments.some(isInProgress) ? { refused: "payment-open" } : [{ type: "Erased", data: { rule } }];
