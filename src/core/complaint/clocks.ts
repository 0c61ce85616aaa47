import type { Circumstances, Command, Refusal } from "./commands.ts";
import type { Clock, ClockKind, ComplaintEvent } from "./events.ts";
import type { Complaint } from "./state.ts";
import { dueAt, warnings } from "../calendar/due.ts";

const promise = {
  acknowledgement: "acknowledgement",
  proposal: "proposal",
  implementation: "implementation",
  follow_up: "followUp",
} as const;

/** Computes a promise once, with the policy in force; the event that carries it freezes it. No clock ever pauses. */
export function startClock(kind: ClockKind, startedAt: string, { policy, calendar }: Circumstances): Clock {
  const due = dueAt(policy.clocks[promise[kind]], startedAt, calendar, policy.endOfBusinessDay);
  return {
    startedAt,
    dueAt: due,
    warnAt: warnings(startedAt, due),
    policyVersion: policy.version,
    calendarVersion: calendar.version,
  };
}

/** A late promise gets a reason beside it, never a new date. */
export function giveLateReason(
  command: Extract<Command, { do: "give-late-reason" }>,
  state: Complaint,
): ComplaintEvent[] | Refusal {
  const { clock, reason, explanation } = command;
  if (!state.clocks[clock]) return { refused: "no-such-clock", field: "clock" };
  return [{ type: "LateReasonGiven", data: { clock, reason }, words: { explanation } }];
}
