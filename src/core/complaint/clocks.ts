import type { Circumstances, Command, Refusal } from "./commands.ts";
import type { Clock, ClockName, ComplaintEvent, HeldClock, TargetKind } from "./events.ts";
import type { ClockState, Complaint } from "./state.ts";
import { dueAt, warnings, type Rule } from "../calendar/due.ts";
import { staffTarget } from "../calendar/opening-hours.ts";
import { officeOf, type Policy } from "../policy/policy.ts";
import { allClocks, runs } from "./state.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

/** Where the policy says how long each clock has. */
export function ruleOf(name: ClockName, { clocks, targets, statutory }: Policy): Rule {
  switch (name) {
    case "acknowledgement":
    case "proposal":
    case "implementation":
      return clocks[name];
    case "follow_up":
      return clocks.followUp;
    case "assignment":
    case "triage":
      return targets[name];
    case "next_proposal":
      return targets.nextProposal;
    default:
      return statutory[name];
  }
}

type Known = Pick<Circumstances, "policy" | "calendar">;

/** Computes a promise once, with the policy in force; the event that carries it freezes it. No clock ever pauses. */
export function startClock(name: ClockName, startedAt: string, { policy, calendar }: Known): Clock {
  const office = officeOf(policy);
  const due = dueAt(ruleOf(name, policy), startedAt, calendar, office);
  const targetAt = staffTarget(calendar, office.desk, startedAt, due);
  return {
    startedAt,
    dueAt: due,
    warnAt: warnings(startedAt, due),
    ...(targetAt && { targetAt }),
    policyVersion: policy.version,
    calendarVersion: calendar.version,
  };
}

const targets: readonly ClockName[] = ["assignment", "triage"] satisfies TargetKind[];

/**
 * After a correction of the calendar, every running clock is computed again from its own start, and each change is a
 * fact. What the customer may have been told is never moved to a later date; our own targets and the law's dates are.
 */
export function recomputeClocks(state: Complaint, now: Known): ComplaintEvent[] {
  return allClocks(state).flatMap(({ name, clock }) => (runs(clock) ? recompute(name, clock, now) : []));
}

function recompute(name: ClockName, clock: ClockState, { policy, calendar }: Known): ComplaintEvent[] {
  const fresh = startClock(name, clock.startedAt, { policy, calendar });
  if (fresh.dueAt === clock.dueAt) return [];
  const told = !targets.includes(name) && fresh.dueAt > clock.dueAt;
  // Said once: the same correction is not recorded again.
  if (told && clock.calendarVersion === calendar.version) return [];
  const { warnAt, targetAt, dueAt } = told ? clock : fresh;
  return [
    {
      type: "ClockRecomputed",
      data: {
        clock: name,
        round: clock.round,
        was: clock.dueAt,
        computed: fresh.dueAt,
        dueAt,
        warnAt,
        ...(targetAt && { targetAt }),
        calendarVersion: calendar.version,
      },
    },
  ];
}

/** A late promise gets a reason beside it, never a new date. */
export function giveLateReason(
  command: Doing<"give-late-reason">,
  state: Complaint,
): ComplaintEvent[] | Refusal {
  const { clock, reason, explanation } = command;
  if (!state.clocks[clock]) return { refused: "no-such-clock", field: "clock" };
  return [{ type: "LateReasonGiven", data: { clock, reason }, words: { explanation } }];
}

/** Tells the customer before the date is missed that it needs longer, why, and until when; the promise stays where it is. */
export function sendHoldingLetter(
  command: Doing<"hold">,
  state: Complaint,
  { calendar, now }: Circumstances,
): ComplaintEvent[] | Refusal {
  const { clock, reason, explanation, via, at, expectedOn } = command;
  const held = state.clocks[clock satisfies HeldClock];
  if (!held) return { refused: "no-such-clock", field: "clock" };
  if (!runs(held)) return { refused: "clock-not-running", field: "clock" };
  if (via === "email" && !state.reachableBy.includes("email"))
    return { refused: "no-email-address", field: "via" };
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(calendar.zone).toPlainDate().toString();
  if (expectedOn < today) return { refused: "in-the-past", field: "expectedOn" };
  const data = { clock, reason, via, at, expectedOn };
  return [{ type: "HoldingLetterDispatched", data, words: { explanation } }];
}
