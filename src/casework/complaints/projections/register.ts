import type { Complaint } from "../../../core/complaint/state.ts";
import type { Step } from "../../../record/journal/journal.ts";
import { clockKinds } from "../../../core/complaint/events.ts";
import { nextSilence } from "../../../core/complaint/silence.ts";
import { allClocks, runs } from "../../../core/complaint/state.ts";
import { reportedOf } from "./reporting.ts";

/** The one row of table `complaint` that stands for a complaint after its latest fact. */
export function registerRow(complaintId: string, { fact, state, hash }: Step) {
  const next = nextDue(state);
  return {
    id: complaintId,
    reference: state.reference,
    version: fact.version,
    hash,
    stage: state.stage,
    platform: state.platform,
    channel: state.channel,
    language: state.language,
    subject: state.subject,
    category: state.category ?? null,
    programme: state.programme ?? null,
    severity: state.severity ?? null,
    impact: state.impact ?? null,
    owner_id: state.ownerId ?? null,
    received_at: state.receivedAt,
    policy_version: state.policyVersion,
    next_due_at: next?.dueAt ?? null,
    next_due_clock: next?.clock ?? null,
    running: clockKinds.filter((kind) => state.clocks[kind] && runs(state.clocks[kind])).toSorted(),
    silent_at: nextSilence(state)?.at ?? null,
    updated_at: fact.recordedAt,
    ...reportedOf(state),
  };
}

/** The earliest date that is still owed to somebody outside; our targets for an owner and a first look are not. */
function nextDue(state: Complaint): { clock: string; dueAt: string } | undefined {
  return allClocks(state)
    .filter(({ name, clock }) => runs(clock) && name !== "assignment" && name !== "triage")
    .map(({ name, clock: { dueAt } }) => ({ clock: name, dueAt }))
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
}
