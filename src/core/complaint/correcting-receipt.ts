import type { Circumstances, Command, Refusal } from "./commands.ts";
import type { Clock, ComplaintEvent, Facts } from "./events.ts";
import type { ClockState, Complaint } from "./state.ts";
import { isCovered } from "../calendar/calendar.ts";
import { startClock } from "./clocks.ts";

type Correct = Extract<Command, { do: "correct-receipt" }>;

/** The promises that run from the receipt; those of a reopening run from it and stay as they are. */
const fromReceipt = ["acknowledgement", "proposal"] as const;

/**
 * It reached us at another moment than was written down. The true one counts from now on, for the promises too: they come
 * forward, kept or not, and what was told to a customer is never moved to a later date. Four eyes (STANDARDS §5, 43):
 * whoever owns the complaint, and gains or loses by its dates, does not correct them.
 */
export function correctReceipt(
  { receivedAt, reason }: Correct,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  if (now.actor === state.ownerId) return { refused: "own-dates" };
  if (receivedAt === state.receivedAt) return { refused: "same-receipt", field: "receivedAt" };
  if (receivedAt > state.recordedAt) return { refused: "after-recording", field: "receivedAt" };
  if (!isCovered(now.calendar, receivedAt)) return { refused: "outside-calendar", field: "receivedAt" };
  const clocks = fromReceipt.flatMap((name) => {
    const clock = state.clocks[name];
    return clock?.round === 0 ? [[name, corrected(clock, startClock(name, receivedAt, now))] as const] : [];
  });
  return [
    {
      type: "ReceiptDateCorrected",
      data: { receivedAt, was: state.receivedAt, by: now.actor, ...Object.fromEntries(clocks) },
      words: { reason },
    },
  ];
}

function corrected({ dueAt, warnAt, targetAt }: ClockState, fresh: Clock): Clock {
  if (fresh.dueAt <= dueAt) return fresh;
  const { targetAt: _, ...rest } = fresh;
  return { ...rest, dueAt, warnAt, ...(targetAt && { targetAt }) };
}

/** What the correction means: the receipt, the opening and the clocks are as they truly were. */
export function afterCorrection(
  state: Complaint,
  { receivedAt, acknowledgement, proposal }: Facts["ReceiptDateCorrected"][0],
): Complaint {
  const [first, ...later] = state.openings;
  const { clocks } = state;
  return {
    ...state,
    receivedAt,
    openings: [{ ...first!, openedAt: receivedAt }, ...later],
    clocks: {
      ...clocks,
      ...(acknowledgement && { acknowledgement: { ...clocks.acknowledgement!, ...acknowledgement } }),
      ...(proposal && { proposal: { ...clocks.proposal!, ...proposal } }),
    },
  };
}
