import { z } from "zod";
import {
  channels,
  clockKinds,
  closingOutcomes,
  discussionForms,
  dossierKinds,
  findingOutcomes,
  heldClocks,
  lateReasons,
  measureKinds,
  referralBodies,
  referralOutcomes,
  redactions,
  severities,
  stances,
  subjectKinds,
  targetKinds,
  vias,
  type Facts,
  type FactType,
} from "../../core/complaint/events.ts";
import { fileAnswers, fileCriteria } from "../../core/complaint/file-review.ts";
import { declarationKinds } from "../../core/policy/policy.ts";
import { silences } from "../../core/complaint/silence.ts";
import { scores } from "../../core/complaint/satisfaction.ts";
import { impacts } from "../../core/complaint/triage.ts";
import { investigationSchemas } from "./investigation-schemas.ts";

const instant = z.iso.datetime({ precision: 3 });
const id = z.uuid();
const via = z.enum(vias);
const clock = z.strictObject({
  startedAt: instant,
  dueAt: instant,
  warnAt: z.array(instant),
  policyVersion: z.int(),
  calendarVersion: z.string(),
  targetAt: instant.exactOptional(),
});
const measure = z.strictObject({
  id: z.string(),
  kind: z.enum(measureKinds),
  amountCents: z.int().positive().exactOptional(),
  basis: z.enum(["claim", "goodwill"]).exactOptional(),
  dueOn: z.iso.date().exactOptional(),
  redeemableUntil: z.iso.date().exactOptional(),
});
const proposal = z.int().positive();
const said = { via, at: instant };
const message = z.int().positive().exactOptional();
const decided = { proposal, ...said, message };

/** What a stored fact must look like today; the compiler holds it against the union. */
export const schemas: { [T in FactType]: z.ZodType<Facts[T][0]> } = {
  Received: z.strictObject({
    reference: z.string(),
    platform: z.string(),
    channel: z.enum(channels),
    receivedAt: instant,
    language: z.enum(["en", "de"]),
    subject: z.enum(subjectKinds),
    category: z.string().exactOptional(),
    programme: z.string().exactOptional(),
    preferredContact: z.enum(["email", "phone", "post"]).exactOptional(),
    reachableBy: z.array(z.enum(["email", "phone"])),
    intakeId: id.exactOptional(),
    imported: z.literal(true).exactOptional(),
    acknowledgement: clock,
    proposal: clock,
    assignment: clock.exactOptional(),
    triage: clock.exactOptional(),
  }),
  ReceiptDateExplained: z.strictObject({ receivedAt: instant, because: z.enum(["future", "long_past"]) }),
  ReceiptDateCorrected: z.strictObject({
    receivedAt: instant,
    was: instant,
    by: id,
    acknowledgement: clock.exactOptional(),
    proposal: clock.exactOptional(),
  }),
  Acknowledged: z.strictObject({ ...said, letterId: id.exactOptional() }),
  AcknowledgementAttempted: z.strictObject(said),
  Assigned: z.strictObject({ ownerId: id }),
  Assessed: z.strictObject({
    severity: z.literal([...severities]),
    impact: z.enum(impacts).exactOptional(),
    category: z.string().exactOptional(),
    programme: z.string().exactOptional(),
    consumer: z.boolean().exactOptional(),
    by: z.string(),
  }),
  Escalated: z.strictObject({ toId: id }),
  InvestigationStarted: z.strictObject({ investigatorId: id }),
  FindingRecorded: z.strictObject({
    finding: z.int().positive(),
    allegation: z.int().positive().exactOptional(),
    outcome: z.enum(findingOutcomes),
    rootCause: z.string().exactOptional(),
    by: z.string(),
  }),
  ProposalDrafted: z.strictObject({
    proposal,
    measures: z.array(measure),
    validUntil: instant,
    by: z.string(),
  }),
  PaidAmountRecorded: z.strictObject({ amountCents: z.int().positive(), by: z.string() }),
  ProposalEndorsed: z.strictObject({ proposal, by: z.string() }),
  ProposalApproved: z.strictObject({ proposal, by: z.string() }),
  ProposalDispatched: z.strictObject({ proposal, ...said, validUntil: instant.exactOptional() }),
  ProposalDelivered: z.strictObject({
    proposal,
    at: instant,
    letterId: id.exactOptional(),
    presumed: z.literal(true).exactOptional(),
    remindAt: z.array(instant).exactOptional(),
  }),
  ProposalAccepted: z.strictObject({ ...decided, implementation: clock }),
  ProposalDeclined: z.strictObject({ ...decided, nextProposal: clock }),
  CounterProposed: z.strictObject({ ...decided, nextProposal: clock }),
  QuestionAsked: z.strictObject({ ...said, message }),
  Discussed: z.strictObject({ ...said, form: z.enum(discussionForms).exactOptional() }),
  DeadlockDeclared: z.strictObject({
    ...said,
    by: z.string(),
    consumer: z.boolean(),
    stance: z.enum(stances).exactOptional(),
  }),
  ReferredOutside: z.strictObject({
    referral: z.int().positive(),
    body: z.enum(referralBodies),
    at: instant,
  }),
  ReferralEnded: z.strictObject({
    referral: z.int().positive(),
    outcome: z.enum(referralOutcomes),
    at: instant,
  }),
  MeasureAssigned: z.strictObject({
    measure: z.string(),
    ownerId: id,
    dueOn: z.iso.date().exactOptional(),
  }),
  PaymentEntered: z.strictObject({
    payment: id,
    measure: z.string(),
    amountCents: z.int().positive(),
    by: z.string(),
  }),
  PaymentChanged: z.strictObject({ payment: id, by: z.string() }),
  PaymentReleased: z.strictObject({ payment: id, by: z.string() }),
  PaymentOrdered: z.strictObject({ payment: id, file: id }),
  PaymentPaid: z.strictObject({ payment: id, at: instant, by: z.string() }),
  PaymentCancelled: z.strictObject({ payment: id, by: z.string() }),
  MeasureImplemented: z.strictObject({ measure: z.string(), at: instant }),
  Implemented: z.strictObject({ at: instant, followUp: clock }),
  FollowUpDispatched: z.strictObject(said),
  FollowedUp: z.strictObject({
    ...said,
    letterId: id.exactOptional(),
    remindAt: z.array(instant).exactOptional(),
  }),
  Unanswered: z.strictObject({
    to: z.enum(silences),
    step: z.int().positive(),
    at: instant,
    last: z.boolean(),
    letter: z.boolean(),
  }),
  LetterBounced: z.strictObject({
    letterId: id,
    kind: z.string(),
    at: instant,
    status: z.string().exactOptional(),
  }),
  FollowUpAttempted: z.strictObject(said),
  SatisfactionGiven: z.strictObject({
    ...said,
    handling: z.literal([...scores]).exactOptional(),
    result: z.literal([...scores]).exactOptional(),
  }),
  FollowUpAnswered: z.strictObject({ ...said, solved: z.boolean() }),
  Closed: z.strictObject({ at: instant, outcome: z.enum(closingOutcomes) }),
  Withdrawn: z.strictObject(said),
  Reopened: z.strictObject({
    at: instant,
    because: z.enum(["not_solved", "customer", "staff"]),
    proposal: clock,
  }),
  MessageReceived: z.strictObject({
    ...said,
    intakeId: id.exactOptional(),
    otherSender: z.literal(true).exactOptional(),
  }),
  NoteAdded: z.strictObject({}),
  LateReasonGiven: z.strictObject({ clock: z.enum(clockKinds), reason: z.enum(lateReasons) }),
  HoldingLetterDispatched: z.strictObject({
    clock: z.enum(heldClocks),
    reason: z.enum(lateReasons),
    ...said,
    expectedOn: z.iso.date(),
  }),
  DeclarationRecorded: z.strictObject({
    declaration: z.int().positive(),
    kind: z.enum(declarationKinds),
    at: instant,
    clock,
  }),
  DeclarationSettled: z.strictObject({ declaration: z.int().positive(), at: instant }),
  ClockRecomputed: z.strictObject({
    clock: z.enum([...clockKinds, ...targetKinds, ...declarationKinds]),
    round: z.int().nonnegative(),
    was: instant,
    computed: instant,
    dueAt: instant,
    warnAt: z.array(instant),
    targetAt: instant.exactOptional(),
    calendarVersion: z.string(),
  }),
  ConflictNamed: z.strictObject({ personId: id, assignment: clock.exactOptional() }),
  FileReviewed: z.strictObject({
    answers: z.record(z.enum(fileCriteria), z.enum(fileAnswers)),
    by: z.string(),
  }),
  DossierHandedOut: z.strictObject({
    kind: z.enum(dossierKinds),
    redaction: z.enum(redactions),
    also: z.int().positive().exactOptional(),
    by: z.string(),
  }),
  Erased: z.strictObject({ rule: z.string() }),
  ...investigationSchemas,
};
