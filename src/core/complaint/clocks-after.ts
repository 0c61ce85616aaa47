import type { ClockKind, ClockName, DatedFact, TargetKind } from "./events.ts";
import { declarationKinds, type DeclarationKind } from "../policy/policy.ts";
import { runs, type ClockState, type Complaint, type NotApplicable, type Proposal } from "./state.ts";

/** The first time counts: a promise once met is not met again later. */
export function met(
  state: Complaint,
  kind: ClockKind | TargetKind,
  at: string,
  letterId?: string,
): Complaint {
  const running = state.clocks[kind];
  return running && runs(running)
    ? clock(state, kind, { metAt: at, ...(letterId && { metBy: letterId }) })
    : state;
}

/** What only this letter had kept is owed again, on the same clock: a promise is kept by what arrives. */
export function bounced(state: Complaint, letterId: string): Complaint {
  let changed = state;
  for (const [kind, present] of Object.entries(state.clocks) as [ClockKind | TargetKind, ClockState][]) {
    if (present.metBy !== letterId) continue;
    const { metAt: _, metBy: __, ...running } = present;
    changed = { ...changed, clocks: { ...changed.clocks, [kind]: running } };
    if (kind === "acknowledgement" && changed.stage === "acknowledged")
      changed = { ...changed, stage: "received" };
    if (kind === "proposal" || kind === "next_proposal")
      changed = { ...changed, proposals: changed.proposals.map(undelivered) };
  }
  return changed;
}

/** A decision is proof of arrival; without one the proposal has to be told anew. */
const undelivered = (each: Proposal): Proposal =>
  each.status === "sent" ? { ...each, delivered: false } : each;

export function clock(
  state: Complaint,
  kind: ClockKind | TargetKind,
  change: Partial<ClockState>,
): Complaint {
  const present = state.clocks[kind];
  return present ? { ...state, clocks: { ...state.clocks, [kind]: { ...present, ...change } } } : state;
}

export const declared = (state: Complaint, number: number, change: Partial<ClockState>): Complaint => ({
  ...state,
  declarations: state.declarations.map((each) =>
    each.number === number ? { ...each, clock: { ...each.clock, ...change } } : each,
  ),
});

export function recomputed(
  state: Complaint,
  data: Extract<DatedFact, { type: "ClockRecomputed" }>["data"],
): Complaint {
  const { clock: name, round, was: _, computed: __, ...change } = data;
  return isDeclaration(name) ? declared(state, round, change) : clock(state, name, change);
}

const isDeclaration = (name: ClockName): name is DeclarationKind =>
  (declarationKinds as readonly string[]).includes(name);

/** What was not yet due when the complaint ended is no longer owed; what was overdue by then stays missed. */
export function settled(state: Complaint, at: string, because: NotApplicable): Complaint {
  const clocks = Object.entries(state.clocks).map(([kind, clock]) => [
    kind,
    !runs(clock)
      ? clock
      : at <= clock.dueAt
        ? { ...clock, notApplicable: because }
        : { ...clock, endedAt: at },
  ]);
  return { ...state, clocks: Object.fromEntries(clocks) as Complaint["clocks"] };
}
