import type { ClockState, Complaint } from "../../../core/complaint/state.ts";
import type { Step } from "../../../record/journal/journal.ts";
import type { ClockView, DeclarationView, TargetView } from "../contract.ts";
import type { Desk } from "../../../record/desk.ts";
import { explain, type Explanation } from "../../../core/calendar/explaining.ts";
import { ruleOf } from "../../../core/complaint/clocks.ts";
import { clockKinds, targetKinds, type ClockName } from "../../../core/complaint/events.ts";
import { allClocks } from "../../../core/complaint/state.ts";
import { officeOf } from "../../../core/policy/policy.ts";

type Views = { clocks: ClockView[]; targets: TargetView[]; declarations: DeclarationView[] };

/** The promises, targets and statutory clocks of one complaint, all rounds, each explaining its date. */
export async function clocksOf({ policy: policyOf, calendarAs, now }: Desk, steps: Step[]): Promise<Views> {
  const latest = new Map<string, { name: ClockName; clock: ClockState }>();
  for (const { state } of steps)
    for (const each of allClocks(state)) latest.set(`${each.name} ${each.clock.round}`, each);
  const { state } = steps.at(-1)!;
  const policy = await policyOf(state.policyVersion);
  const why = async ({ name, clock }: { name: ClockName; clock: ClockState }): Promise<Explanation> => {
    const calendar = await calendarAs(policy, clock.calendarVersion);
    const computed = explain(ruleOf(name, policy), clock.startedAt, calendar, officeOf(policy));
    // After a correction of the calendar the date that was told stays, when it is the earlier one.
    return computed.dueAt === clock.dueAt ? computed : { ...computed, told: clock.dueAt };
  };
  const all = await Promise.all(
    [...latest.values()].map(async (each) => ({
      name: each.name,
      view: clockView(each.clock, await why(each), now()),
    })),
  );
  const views = all.toSorted(({ view: a }, { view: b }) =>
    a.startedAt + a.dueAt < b.startedAt + b.dueAt ? -1 : 1,
  );
  return {
    clocks: views.flatMap(({ name, view }) => (among(clockKinds, name) ? [{ kind: name, ...view }] : [])),
    targets: views.flatMap(({ name, view }) => (among(targetKinds, name) ? [{ kind: name, ...view }] : [])),
    declarations: declarationsOf(state, views),
  };
}

const among = <T extends ClockName>(kinds: readonly T[], name: ClockName): name is T =>
  (kinds as readonly ClockName[]).includes(name);

const declarationsOf = (
  { declarations }: Complaint,
  views: { name: ClockName; view: Omit<ClockView, "kind"> }[],
): DeclarationView[] =>
  declarations.flatMap(({ number, kind }) =>
    views
      .filter(({ name, view }) => name === kind && view.round === number)
      .map(({ view }) => ({ number, kind, ...view })),
  );

const clockView = (clock: ClockState, why: Explanation, now: string): Omit<ClockView, "kind"> => ({
  round: clock.round,
  startedAt: clock.startedAt,
  dueAt: clock.dueAt,
  ...(clock.targetAt && { targetAt: clock.targetAt }),
  ...(clock.metAt && { metAt: clock.metAt }),
  status: clockStatus(clock, now),
  ...(clock.notApplicable && { notApplicable: clock.notApplicable }),
  ...(clock.lateReason && { lateReason: clock.lateReason }),
  why,
});

/** Missed stays missed: a promise kept too late has a `metAt` and is still late. */
export function clockStatus(clock: ClockState, now: string): ClockView["status"] {
  if (clock.notApplicable) return "not_applicable";
  if (clock.metAt) return clock.metAt <= clock.dueAt ? "met" : "missed";
  return (clock.endedAt ?? now) > clock.dueAt ? "missed" : "running";
}
