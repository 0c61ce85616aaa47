import type { Circumstances, Command, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint } from "./state.ts";
import { startClock } from "./clocks.ts";
import { present } from "./receiving.ts";
import { remindersFrom } from "./silence.ts";
import { satisfactionFact } from "./satisfaction.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

/** Policy Step 6, by email: the letter leaves now, the clock is met when it was accepted for delivery. */
export function dispatchFollowUp(
  { via, at, note }: Doing<"dispatch-follow-up">,
  state: Complaint,
): ComplaintEvent[] | Refusal {
  if (state.stage !== "implemented") return { refused: "not-implemented" };
  if (via === "email" && !state.reachableBy.includes("email"))
    return { refused: "no-email-address", field: "via" };
  return [{ type: "FollowUpDispatched", data: { via, at }, words: present({ note }) }];
}

/** A call keeps the promise when the customer was reached; whoever was not, or was asked before, makes it an attempt. */
export function followUp(
  { via, at, letterId, reached = true, note }: Doing<"follow-up">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  const promise = state.clocks.follow_up;
  const words = present({ note });
  if (!promise) return { refused: "not-implemented" };
  if (promise.metAt === undefined && reached)
    return [
      {
        type: "FollowedUp",
        data: { via, at, ...(letterId && { letterId }), remindAt: remindersFrom("follow_up", at, now) },
        words,
      },
    ];
  if (letterId || state.stage !== "implemented") return { refused: "already-followed-up" };
  return [{ type: "FollowUpAttempted", data: { via, at }, words }];
}

/** "No" reopens the complaint with a fresh proposal clock from that answer (STANDARDS §5, 20). */
export function answerFollowUp(
  command: Doing<"answer-follow-up">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  if (state.stage !== "implemented")
    return { refused: state.stage === "followed_up" ? "already-followed-up" : "not-implemented" };
  const { via, at, solved, words, note, satisfaction = {} } = command;
  const satisfied = satisfactionFact(satisfaction, via, at);
  if ("refused" in satisfied) return satisfied;
  const reached: ComplaintEvent[] = state.clocks.follow_up?.metAt
    ? []
    : [{ type: "FollowedUp", data: { via, at } }];
  const answered: ComplaintEvent = {
    type: "FollowUpAnswered",
    data: { via, at, solved },
    words: present({ words, note }),
  };
  if (solved) return [...reached, answered, ...satisfied];
  const proposal = startClock("proposal", at, now);
  const reopened: ComplaintEvent = { type: "Reopened", data: { at, because: "not_solved", proposal } };
  return [...reached, answered, ...satisfied, reopened];
}
