import type { Complaint } from "../../core/complaint/state.ts";
import type { Step } from "../../journal/journal.ts";

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
    owner_id: state.ownerId ?? null,
    received_at: state.receivedAt,
    policy_version: state.policyVersion,
    next_due_at: next?.dueAt ?? null,
    next_due_clock: next?.clock ?? null,
    updated_at: fact.recordedAt,
  };
}

/** The earliest promise that is still owed; in discussion also our own target for the next proposal. */
function nextDue({ clocks, stage, nextProposalBy }: Complaint): { clock: string; dueAt: string } | undefined {
  const owed = Object.entries(clocks)
    .filter(([, clock]) => !clock.metAt && !clock.notApplicable)
    .map(([clock, { dueAt }]) => ({ clock, dueAt }));
  if (stage === "in_discussion" && nextProposalBy)
    owed.push({ clock: "next_proposal", dueAt: nextProposalBy });
  return owed.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
}
