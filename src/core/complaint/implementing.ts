import type { Circumstances, Command, Refusal } from "./commands.ts";
import type { ComplaintEvent, Measure } from "./events.ts";
import type { Complaint } from "./state.ts";
import { startClock } from "./clocks.ts";
import { paymentFor } from "./payments.ts";
import { present } from "./receiving.ts";

type Implement = Extract<Command, { do: "implement" }>;

/** Policy Step 5: the clock is met when the last customer-facing measure is done; that starts the follow-up clock. */
export function implement(
  command: Implement,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  const agreed = acceptedProposals(state);
  const latest = agreed.at(-1);
  if (!latest) return { refused: "not-accepted" };
  const { measure, at, note } = command;
  if (!agreed.some(({ measures }) => measures.some(({ id }) => id === measure)))
    return { refused: "unknown-measure", field: "measure" };
  if (state.measuresDone.includes(measure)) return { refused: "measure-already-done", field: "measure" };
  // It is done when the bank has done it; otherwise it could be paid twice.
  if (paymentFor(state, measure)) return { refused: "payment-open", field: "measure" };
  const done: ComplaintEvent = {
    type: "MeasureImplemented",
    data: { measure, at },
    words: present({ note }),
  };
  const open = owedNow(latest.measures).filter(
    ({ id }) => id !== measure && !state.measuresDone.includes(id),
  );
  if (state.stage !== "accepted" || open.length > 0) return [done];
  return [done, { type: "Implemented", data: { at, followUp: startClock("follow_up", at, now) } }];
}

/** A task's date is our own: it does not move the promise, and a task can change hands until it is done. */
export function assignMeasure(
  { measure, ownerId, dueOn }: Extract<Command, { do: "assign-measure" }>,
  state: Complaint,
): ComplaintEvent[] | Refusal {
  const agreed = acceptedProposals(state);
  if (agreed.length === 0) return { refused: "not-accepted" };
  if (!agreed.some(({ measures }) => measures.some(({ id }) => id === measure)))
    return { refused: "unknown-measure", field: "measure" };
  if (state.measuresDone.includes(measure)) return { refused: "measure-already-done", field: "measure" };
  if (state.conflicts.includes(ownerId)) return { refused: "conflict-of-interest", field: "ownerId" };
  return [{ type: "MeasureAssigned", data: { measure, ownerId, ...(dueOn && { dueOn }) } }];
}

/** What was once accepted stays promised, also when the complaint was reopened since. */
export const acceptedProposals = (state: Complaint) =>
  state.proposals.filter(({ status }) => status === "accepted");

/** Long-term corrective actions have their own dates (STANDARDS §5, 17), unless nothing else was promised. */
function owedNow(measures: readonly Measure[]): readonly Measure[] {
  const facing = measures.filter(({ dueOn }) => dueOn === undefined);
  return facing.length > 0 ? facing : measures;
}
