import type { Complaint } from "../complaint/state.ts";
import { hasInvestigated } from "../complaint/approving.ts";
import { hadAHand } from "../complaint/file-review.ts";
import { acceptedProposals } from "../complaint/implementing.ts";
import { inquiring, needsInvestigator } from "../complaint/investigating.ts";
import { paymentFor } from "../complaint/payments.ts";
import { withoutFinding } from "../complaint/investigation/state.ts";
import { heldClocks } from "../complaint/events.ts";
import { isOpen, latestProposal, runs } from "../complaint/state.ts";
import { can, type Act, type Person } from "./access.ts";

/** What can be asked of a complaint, as the nouns of the API; the staff app shows just these forms. */
export const steps = [
  "acknowledgement",
  "assignment",
  "assessment",
  "investigation",
  "findings",
  "paid-amount",
  "proposals",
  "approval",
  "dispatch",
  "decision",
  "discussions",
  "deadlock",
  "tasks",
  "payments",
  "implementation",
  "follow-up",
  "closure",
  "withdrawal",
  "reopening",
  "escalation",
  "conflicts",
  "late-reason",
  "receipt-date",
  "holding-letter",
  "declarations",
  "settlement",
  "referrals",
  "referral-outcomes",
  "file-review",
  "notes",
  "messages",
] as const;
export type NextStep = (typeof steps)[number];

const acts: Record<NextStep, Act> = {
  acknowledgement: "acknowledge",
  assignment: "assign",
  assessment: "assess",
  investigation: "investigate",
  findings: "record-finding",
  "paid-amount": "record-paid-amount",
  proposals: "propose",
  approval: "approve",
  dispatch: "dispatch",
  decision: "accept",
  discussions: "discuss",
  deadlock: "declare-deadlock",
  tasks: "assign-measure",
  payments: "enter-payment",
  implementation: "implement",
  "follow-up": "follow-up",
  closure: "close",
  withdrawal: "withdraw",
  reopening: "reopen",
  escalation: "escalate",
  conflicts: "name-conflict",
  "late-reason": "give-late-reason",
  "receipt-date": "correct-receipt",
  "holding-letter": "hold",
  declarations: "record-declaration",
  settlement: "settle-declaration",
  referrals: "refer",
  "referral-outcomes": "end-referral",
  "file-review": "review-file",
  notes: "note",
  messages: "record-message",
};

const fits: Record<NextStep, (complaint: Complaint) => boolean> = {
  acknowledgement: (complaint) => isOpen(complaint) && !complaint.clocks.acknowledgement?.metAt,
  assignment: isOpen,
  assessment: (complaint) => isOpen(complaint) && complaint.severity === undefined,
  investigation: (complaint) =>
    (["received", "acknowledged"].includes(complaint.stage) || needsInvestigator(complaint)) &&
    complaint.ownerId !== undefined,
  findings: inquiring,
  "paid-amount": isOpen,
  proposals: (complaint) =>
    (inquiring(complaint) || complaint.stage === "proposed") && complaint.findings > 0,
  approval: (complaint) => isOpen(complaint) && latestProposal(complaint)?.status === "draft",
  dispatch: (complaint) =>
    isOpen(complaint) &&
    latestProposal(complaint)?.status === "approved" &&
    withoutFinding(complaint.investigation).length === 0,
  decision: ({ stage }) => stage === "proposed",
  discussions: ({ stage }) => stage === "in_discussion" || stage === "proposed",
  deadlock: ({ stage, deadlock }) => stage === "in_discussion" && !deadlock,
  tasks: (complaint) => owed(complaint).length > 0,
  payments: (complaint) =>
    owed(complaint).some(({ id, kind }) => kind === "refund" && !paymentFor(complaint, id)),
  // What is on the payment list is done when it is paid.
  implementation: (complaint) => owed(complaint).some(({ id }) => !paymentFor(complaint, id)),
  "follow-up": ({ stage }) => stage === "implemented",
  closure: (complaint) =>
    ["followed_up", "implemented", "in_discussion", "proposed"].includes(complaint.stage),
  withdrawal: isOpen,
  reopening: (complaint) => !isOpen(complaint) || complaint.stage === "followed_up",
  escalation: isOpen,
  conflicts: () => true,
  "late-reason": () => true,
  "receipt-date": ({ erased }) => !erased,
  "holding-letter": ({ clocks }) => heldClocks.some((kind) => clocks[kind] && runs(clocks[kind])),
  declarations: () => true,
  settlement: ({ declarations }) => declarations.some(({ clock }) => runs(clock)),
  referrals: () => true,
  "referral-outcomes": ({ referrals }) => referrals.some(({ outcome }) => !outcome),
  "file-review": ({ stage, fileReviewed }) => stage === "closed" && !fileReviewed,
  notes: () => true,
  messages: () => true,
};

/** What was promised and is not carried out yet. */
const owed = (complaint: Complaint) =>
  acceptedProposals(complaint)
    .flatMap(({ measures }) => measures)
    .filter(({ id }) => !complaint.measuresDone.includes(id));

/** The steps open to this person now; four eyes included, so that nobody is offered to approve their own work. */
export function nextSteps(who: Person, complaint: Complaint): NextStep[] {
  if (complaint.erased) return [];
  return steps.filter(
    (step) =>
      fits[step](complaint) &&
      can(who, acts[step], complaint) &&
      !(step === "approval" && ownWork(who, complaint)) &&
      !(step === "file-review" && who.kind === "staff" && hadAHand(who.id, complaint)),
  );
}

const ownWork = (who: Person, complaint: Complaint) =>
  who.kind === "staff" &&
  (hasInvestigated(who.id, complaint) ||
    who.id === latestProposal(complaint)?.draftedBy ||
    who.id === latestProposal(complaint)?.endorsedBy);
