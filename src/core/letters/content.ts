import type { LetterKind } from "../complaint/letters.ts";
import type { Slot } from "./slots.ts";

/** What every letter must say (STANDARDS §2.6 "All"); name, imprint and plain text are added to each by themselves. */
const always = ["reference"] as const satisfies Slot[];

/** What any letter may say. */
const anywhere = [
  "receivedAt",
  "person",
  "organisation",
  "contact",
  "email",
  "phone",
  "statusUrl",
  "code",
  "policyUrl",
  "policyVersion",
  "privacyUrl",
] as const satisfies Slot[];

/** What each letter must say, and what it may say besides. */
const content: Record<LetterKind, { must: readonly Slot[]; may: readonly Slot[] }> = {
  // §2.6: reference, received, what we understood, proposal due date, contact, how to add evidence, privacy, policy version
  acknowledgement: {
    must: [
      "receivedAt",
      "understood",
      "proposalBy",
      "person",
      "email",
      "privacyUrl",
      "policyUrl",
      "policyVersion",
    ],
    may: ["proposalWhy", "implementationWithin", "followUpWithin"],
  },
  // §2.6: findings with reasons and outcome, remedies with their dates, how to answer, validity, goodwill clause, escalation
  proposal: {
    must: [
      "findings",
      "explanation",
      "measures",
      "implementationWithin",
      "decisionUrl",
      "validUntil",
      "goodwill",
      "contact",
    ],
    may: [],
  },
  // §2.6: what was accepted, by when it is carried out
  acceptance: { must: ["measures", "implementationBy"], may: ["followUpWithin"] },
  // §5 (21): a new proposal has a date, and there is somebody to talk to
  discussion: { must: ["nextProposalBy", "contact"], may: [] },
  // §2.6: reason, new date, right to escalate, person; the explanation is why it was written
  holding: {
    must: ["held", "heldUntil", "heldReason", "expectedOn", "heldExplanation", "contact", "person"],
    may: [],
  },
  // §2.6: what was done when, refund amount and means
  implementation: {
    must: ["done", "refund", "refundMeans"],
    may: ["later", "implementedAt", "followUpWithin"],
  },
  // §2.6: "is it solved for you?" and the way to reopen, which is the same page
  follow_up: { must: ["followUpUrl"], may: ["implementedAt", "measures"] },
  // §5 (16): silence accepts nothing, and until when it can be answered
  reminder: { must: ["validUntil", "decisionUrl"], may: ["measures", "explanation"] },
  // §5 (16): it can be reopened at any time; the contact is the way
  no_answer: { must: ["contact"], may: [] },
  // §5 (40): what was stated is confirmed; the reference says of what
  withdrawal: { must: [], may: [] },
  // §5 (20): a new proposal clock runs from that message
  reopening: { must: ["proposalBy"], may: ["proposalWhy", "implementationWithin"] },
  // §2.6, VSBG §37: body with address and website, willing or obliged or not
  deadlock: {
    must: ["conciliationBody", "conciliationAddress", "conciliationUrl", "conciliationStance"],
    may: ["contact"],
  },
};

export const mandatory = (kind: LetterKind): Slot[] => [...always, ...content[kind].must];

export const allowed = (kind: LetterKind): Slot[] => [
  ...new Set<Slot>([...mandatory(kind), ...content[kind].may, ...anywhere]),
];
