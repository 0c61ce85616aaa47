import { z } from "zod";
import {
  channels,
  clockKinds,
  closingOutcomes,
  dossierKinds,
  findingOutcomes,
  heldClocks,
  lateReasons,
  measureKinds,
  redactions,
  severities,
  subjectKinds,
  targetKinds,
  vias,
  type Facts,
  type FactType,
} from "../core/complaint/events.ts";
import { declarationKinds } from "../core/policy/policy.ts";

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
});
const proposal = z.int().positive();
const said = { via, at: instant };
const decided = { proposal, ...said };

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
  Acknowledged: z.strictObject({ ...said, letterId: id.exactOptional() }),
  AcknowledgementAttempted: z.strictObject(said),
  Assigned: z.strictObject({ ownerId: id }),
  Assessed: z.strictObject({
    severity: z.literal([...severities]),
    category: z.string().exactOptional(),
    by: z.string(),
  }),
  Escalated: z.strictObject({ toId: id }),
  InvestigationStarted: z.strictObject({ investigatorId: id }),
  FindingRecorded: z.strictObject({
    finding: z.int().positive(),
    outcome: z.enum(findingOutcomes),
    by: z.string(),
  }),
  ProposalDrafted: z.strictObject({
    proposal,
    measures: z.array(measure),
    validUntil: instant,
    by: z.string(),
  }),
  ProposalApproved: z.strictObject({ proposal, by: z.string() }),
  ProposalDispatched: z.strictObject(decided),
  ProposalDelivered: z.strictObject({ proposal, at: instant, letterId: id.exactOptional() }),
  ProposalAccepted: z.strictObject({ ...decided, implementation: clock }),
  ProposalDeclined: z.strictObject({ ...decided, nextProposal: clock }),
  CounterProposed: z.strictObject({ ...decided, nextProposal: clock }),
  QuestionAsked: z.strictObject(said),
  Discussed: z.strictObject(said),
  MeasureImplemented: z.strictObject({ measure: z.string(), at: instant }),
  Implemented: z.strictObject({ at: instant, followUp: clock }),
  FollowUpDispatched: z.strictObject(said),
  FollowedUp: z.strictObject({ ...said, letterId: id.exactOptional() }),
  LetterBounced: z.strictObject({
    letterId: id,
    kind: z.string(),
    at: instant,
    status: z.string().exactOptional(),
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
  DossierHandedOut: z.strictObject({
    kind: z.enum(dossierKinds),
    redaction: z.enum(redactions),
    also: z.int().positive().exactOptional(),
    by: z.string(),
  }),
  Erased: z.strictObject({ rule: z.string() }),
};
