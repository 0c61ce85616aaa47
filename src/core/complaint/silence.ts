import type { Circumstances } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint } from "./state.ts";
import { dueAt, type Rule } from "../calendar/due.ts";
import { officeOf, usualReminders } from "../policy/policy.ts";
import { latestSent } from "./state.ts";

export const silences = ["proposal", "follow_up"] as const;
/** What the customer did not answer. */
export type Silence = (typeof silences)[number];

type Next = { to: Silence; step: number; at: string; last: boolean };

/** The days on which we ask again, counted from when the customer had it; the event that carries them freezes them. */
export const remindersFrom = (
  to: Silence,
  from: string,
  { policy, calendar }: Pick<Circumstances, "policy" | "calendar">,
): string[] =>
  (policy.reminders ?? usualReminders)[to === "proposal" ? "proposal" : "followUp"].map((rule: Rule) =>
    dueAt(rule, from, calendar, officeOf(policy)),
  );

/** What falls due next if the customer stays silent (STANDARDS §5, 16 and 19); nothing while nobody waits for them. */
export function nextSilence(state: Complaint): Next | undefined {
  if (state.erased) return undefined;
  if (state.stage === "implemented" && state.clocks.follow_up?.metAt) {
    const { remindAt, reminded } = state.asking;
    const at = remindAt[reminded];
    return at === undefined
      ? undefined
      : { to: "follow_up", step: reminded + 1, at, last: reminded === remindAt.length - 1 };
  }
  const offer = state.stage === "proposed" ? latestSent(state) : undefined;
  if (!offer || offer.ranOut) return undefined;
  const { remindAt = [], reminded = 0, validUntil } = offer;
  const at = remindAt[reminded];
  return at !== undefined && at < validUntil
    ? { to: "proposal", step: reminded + 1, at, last: false }
    : { to: "proposal", step: reminded + 1, at: validUntil, last: true };
}

/**
 * After an outage only the latest step is taken: nobody gets two reminders at once. Silence is no answer and closes
 * nothing: at the end the owner hears, and decides.
 */
export function noteSilence(state: Complaint, { now }: Circumstances): ComplaintEvent[] {
  let due: Next | undefined;
  for (
    let next = nextSilence(state), after = state;
    next && next.at <= now;
    after = afterSilence(after, next), next = nextSilence(after)
  )
    due = next;
  if (!due) return [];
  const { to, step, last } = due;
  const letter = !last && state.reachableBy.includes("email") && !heard(state, to);
  return [{ type: "Unanswered", data: { to, step, at: now, last, letter } }];
}

/** Who asked something back, or wrote, is not to be told that they did not answer. */
const heard = (state: Complaint, to: Silence): boolean =>
  to === "proposal" && latestSent(state)?.heard === true;

/** The state after a silence was noted. */
export function afterSilence(
  state: Complaint,
  { to, step, last, letter = false }: { to: Silence; step: number; last: boolean; letter?: boolean },
): Complaint {
  if (to === "follow_up")
    return {
      ...state,
      asking: { ...state.asking, reminded: step },
      followUps: state.followUps + (letter ? 1 : 0),
    };
  const offer = latestSent(state);
  return {
    ...state,
    proposals: state.proposals.map((each) =>
      each === offer ? { ...each, reminded: step, ...(last && { ranOut: true as const }) } : each,
    ),
  };
}
