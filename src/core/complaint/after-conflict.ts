import type { Clock } from "./events.ts";
import type { Complaint, Payment, Proposal } from "./state.ts";

/** Whoever is complained about no longer owns or investigates the complaint; a new owner is looked for, and new eyes. */
export function conflicted(state: Complaint, personId: string, assignment: Clock | undefined): Complaint {
  const { ownerId, investigatorId, ...rest } = state;
  const conflicts = [...state.conflicts, personId];
  return {
    ...rest,
    proposals: state.proposals.map((each) => withoutApprovalBy(each, personId)),
    payments: state.payments.map((each) => withoutReleaseBy(each, personId)),
    ...(ownerId && ownerId !== personId && { ownerId }),
    ...(investigatorId && investigatorId !== personId && { investigatorId }),
    conflicts,
    ...(assignment && {
      clocks: { ...state.clocks, assignment: { ...assignment, round: conflicts.length } },
    }),
  };
}

/** An approval that may have been in somebody's own cause does not count; what was sent is sent. */
function withoutApprovalBy(proposal: Proposal, personId: string): Proposal {
  const { approvedBy, endorsedBy, ...rest } = proposal;
  const open = proposal.status === "draft" || proposal.status === "approved";
  if (!open || (approvedBy !== personId && endorsedBy !== personId)) return proposal;
  // Of two approvals the other one is kept, as the first.
  const other = [endorsedBy, approvedBy].find((each) => each !== undefined && each !== personId);
  return { ...rest, status: "draft", ...(other && { endorsedBy: other }) };
}

function withoutReleaseBy(payment: Payment, personId: string): Payment {
  if (payment.state !== "released" || payment.releasedBy !== personId) return payment;
  const { releasedBy: _, ...rest } = payment;
  return { ...rest, state: "entered" };
}
