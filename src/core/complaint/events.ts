import type { DeclarationKind } from "../policy/policy.ts";
import type { FileAnswers } from "./file-review.ts";
import type { InvestigationFacts } from "./investigation/facts.ts";
import type { Satisfaction } from "./satisfaction.ts";
import type { Silence } from "./silence.ts";
import type { Impact } from "./triage.ts";

/** Every fact that can be recorded about a complaint. Changes here may need an upcast in journal/codec.ts. */

export const channels = ["email", "phone", "in_person", "web", "post", "other"] as const;
/** The way a complaint or an answer reached us. */
export type Channel = (typeof channels)[number];

export const vias = ["email", "phone", "in_person", "post", "link"] as const;
/** The way something was told to, or by, the customer; `link` is the page behind the customer's own link. */
export type Via = (typeof vias)[number];

export const clockKinds = ["acknowledgement", "proposal", "implementation", "follow_up"] as const;
/** The four promises of the policy (Steps 2, 4, 5 and 6). */
export type ClockKind = (typeof clockKinds)[number];

export const targetKinds = ["assignment", "triage", "next_proposal"] as const;
/** What we set ourselves and promise to nobody: an owner, a first look, the next proposal after a rejection. */
export type TargetKind = (typeof targetKinds)[number];

export type ClockName = ClockKind | TargetKind | DeclarationKind;

/** A promise as it was computed once; only a corrected calendar computes it again, and never to a later date than was told. */
export type Clock = {
  startedAt: string;
  dueAt: string;
  /** At 50, 75 and 90 per cent of the way. */
  warnAt: string[];
  /** By when staff must act to keep it within office hours; missing where only an automatic letter can. */
  targetAt?: string;
  policyVersion: number;
  calendarVersion: string;
};

export const severities = [1, 2, 3, 4] as const;
/** 1 inconvenience · 2 affects learning, or under 100 € · 3 100 € and more, an exam or funding at risk · 4 safety, discrimination, data breach, legal threat (STANDARDS §3.3). */
export type Severity = (typeof severities)[number];

export const findingOutcomes = ["upheld", "partly_upheld", "not_upheld", "not_determinable"] as const;
export type FindingOutcome = (typeof findingOutcomes)[number];

export const measureKinds = [
  "refund",
  "voucher",
  "repeat_course",
  "correction",
  "apology",
  "explanation",
  "corrective_action",
  "other",
] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** What is promised to the customer. Its description is a word of the event, named `measure:<id>`. */
export type Measure = {
  id: string;
  kind: MeasureKind;
  /** Integer cents; only refunds and vouchers have an amount. */
  amountCents?: number;
  /** Whether we owe it or give it (BGB §212: paying a claim acknowledges it). */
  basis?: "claim" | "goodwill";
  /** Corrective actions may have an own, longer date; they do not hold up the implementation clock. */
  dueOn?: string;
  /** Until when a voucher can be redeemed; its code is a word of the event, named `code:<id>`. */
  redeemableUntil?: string;
};

export const subjectKinds = ["programme", "service", "other"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export const lateReasons = [
  "customer_info",
  "staff_absence",
  "complexity",
  "third_party",
  "overload",
  "other",
] as const;
export type LateReason = (typeof lateReasons)[number];

export const heldClocks = ["proposal", "implementation", "follow_up", "next_proposal"] as const;
/** What a holding letter can be about; an acknowledgement has no stand-in. */
export type HeldClock = (typeof heldClocks)[number];

export const discussionForms = ["call", "meeting", "correspondence"] as const;
export type DiscussionForm = (typeof discussionForms)[number];

export const stances = ["obliged", "willing", "unwilling"] as const;
/** Whether we take part in a conciliation (VSBG §36 Abs. 1 Nr. 1, §37). */
export type Stance = (typeof stances)[number];

export const referralBodies = ["conciliation_body", "authority", "court", "other"] as const;
export type ReferralBody = (typeof referralBodies)[number];

export const referralOutcomes = ["agreed", "decided", "not_agreed", "not_admitted", "withdrawn"] as const;
export type ReferralOutcome = (typeof referralOutcomes)[number];

export const closingOutcomes = ["resolved", "no_answer", "not_agreed"] as const;
export type ClosingOutcome = (typeof closingOutcomes)[number];

export const dossierKinds = ["pdf", "zip"] as const;
export type DossierKind = (typeof dossierKinds)[number];

export const redactions = ["none", "staff", "all"] as const;
/** Whose names a dossier does not say: nobody's, the staff's, or the complainant's too. */
export type Redaction = (typeof redactions)[number];

type Answered = { proposal: number; via: Via; at: string; message?: number };

/** Type → [what the chain keeps, the names of the words that are encrypted and can be erased]. */
export type Facts = InvestigationFacts & {
  Received: [
    {
      reference: string;
      platform: string;
      channel: Channel;
      receivedAt: string;
      language: "en" | "de";
      subject: SubjectKind;
      category?: string;
      /** A code of the catalogue, when the words for it were exactly one of its names. */
      programme?: string;
      preferredContact?: "email" | "phone" | "post";
      reachableBy: ("email" | "phone")[];
      intakeId?: string;
      imported?: true;
      acknowledgement: Clock;
      proposal: Clock;
      assignment?: Clock;
      triage?: Clock;
    },
    "name" | "email" | "phone" | "programme" | "summary" | "statement" | "desiredOutcome",
  ];
  ReceiptDateExplained: [{ receivedAt: string; because: "future" | "long_past" }, "reason"];
  /** It had reached us at another moment; the promises that run from it come forward at most. */
  ReceiptDateCorrected: [
    { receivedAt: string; was: string; by: string; acknowledgement?: Clock; proposal?: Clock },
    "reason",
  ];
  Acknowledged: [{ via: Via; at: string; letterId?: string }, "note"];
  AcknowledgementAttempted: [{ via: Via; at: string }, "note"];
  Assigned: [{ ownerId: string }, never];
  Assessed: [
    {
      severity: Severity;
      impact?: Impact;
      category?: string;
      programme?: string;
      consumer?: boolean;
      by: string;
    },
    "note" | "desiredOutcome",
  ];
  Escalated: [{ toId: string }, "reason"];
  InvestigationStarted: [{ investigatorId: string }, "plan"];
  /** On a numbered allegation, or on one that stands in its own words. */
  FindingRecorded: [
    { finding: number; allegation?: number; outcome: FindingOutcome; rootCause?: string; by: string },
    "allegation" | "reasons",
  ];
  ProposalDrafted: [
    { proposal: number; measures: Measure[]; validUntil: string; by: string },
    "explanation" | `measure:${string}` | `code:${string}`,
  ];
  /** What the customer paid for what the complaint is about; a later one corrects it. */
  PaidAmountRecorded: [{ amountCents: number; by: string }, "note"];
  /** The first of two approvals, where the amount needs a second one; the second is `ProposalApproved`. */
  ProposalEndorsed: [{ proposal: number; by: string }, never];
  ProposalApproved: [{ proposal: number; by: string }, never];
  /** `validUntil` counts from here; what a draft said holds only until it is sent. */
  ProposalDispatched: [{ proposal: number; via: Via; at: string; validUntil?: string }, never];
  /** `presumed` of a letter by post: nobody tells us when it arrives. */
  ProposalDelivered: [
    { proposal: number; at: string; letterId?: string; presumed?: true; remindAt?: string[] },
    never,
  ];
  /** No answer yet: to a proposal, or to whether it is solved; `last` when no more is to come, `letter` when we ask again. */
  Unanswered: [{ to: Silence; step: number; at: string; last: boolean; letter: boolean }, never];
  /** `message` is the fact with the customer's own mail that a colleague understood so. */
  ProposalAccepted: [Answered & { implementation: Clock }, "words"];
  ProposalDeclined: [Answered & { nextProposal: Clock }, "words"];
  CounterProposed: [Answered & { nextProposal: Clock }, "words"];
  QuestionAsked: [{ via: Via; at: string; message?: number }, "words"];
  Discussed: [{ via: Via; at: string; form?: DiscussionForm }, "summary" | "participants"];
  /** Both sides disagree for good; a consumer is told whom to turn to, as it was set then (VSBG §37). */
  DeadlockDeclared: [
    { via: Via; at: string; by: string; consumer: boolean; stance?: Stance },
    "reason" | "conciliationBody" | "conciliationAddress" | "conciliationUrl",
  ];
  /** Somebody outside looks at the matter; what they call it is a word. */
  ReferredOutside: [{ referral: number; body: ReferralBody; at: string }, "name" | "reference" | "note"];
  ReferralEnded: [{ referral: number; outcome: ReferralOutcome; at: string }, "note"];
  /** Who carries a measure out, and by when. */
  MeasureAssigned: [{ measure: string; ownerId: string; dueOn?: string }, never];
  /** Whose account it goes to are words, named by the payment; the later ones hold. */
  PaymentEntered: [
    { payment: string; measure: string; amountCents: number; by: string },
    `payee:${string}` | `iban:${string}`,
  ];
  PaymentChanged: [{ payment: string; by: string }, `payee:${string}` | `iban:${string}`];
  PaymentReleased: [{ payment: string; by: string }, never];
  PaymentOrdered: [{ payment: string; file: string }, never];
  PaymentPaid: [{ payment: string; at: string; by: string }, never];
  PaymentCancelled: [{ payment: string; by: string }, "reason"];
  MeasureImplemented: [{ measure: string; at: string }, "note"];
  Implemented: [{ at: string; followUp: Clock }, never];
  FollowUpDispatched: [{ via: Via; at: string }, "note"];
  FollowedUp: [{ via: Via; at: string; letterId?: string; remindAt?: string[] }, "note"];
  /** Nobody was reached, or was asked once more: what may close a complaint without an answer. */
  FollowUpAttempted: [{ via: Via; at: string }, "note"];
  /** A letter that had counted as delivered came back. */
  LetterBounced: [{ letterId: string; kind: string; at: string; status?: string }, never];
  FollowUpAnswered: [{ via: Via; at: string; solved: boolean }, "words" | "note"];
  SatisfactionGiven: [{ via: Via; at: string } & Satisfaction, never];
  Closed: [{ at: string; outcome: ClosingOutcome }, "note"];
  Withdrawn: [{ via: Via; at: string }, "words"];
  Reopened: [{ at: string; because: "not_solved" | "customer" | "staff"; proposal: Clock }, "reason"];
  MessageReceived: [{ via: Via; at: string; intakeId?: string; otherSender?: true }, "words"];
  NoteAdded: [Record<string, never>, "note"];
  DeclarationRecorded: [{ declaration: number; kind: DeclarationKind; at: string; clock: Clock }, "words"];
  DeclarationSettled: [{ declaration: number; at: string }, "note"];
  LateReasonGiven: [{ clock: ClockKind; reason: LateReason }, "explanation"];
  HoldingLetterDispatched: [
    { clock: HeldClock; reason: LateReason; via: Via; at: string; expectedOn: string },
    "explanation",
  ];
  ClockRecomputed: [
    Pick<Clock, "dueAt" | "warnAt" | "targetAt" | "calendarVersion"> & {
      clock: ClockName;
      round: number;
      was: string;
      /** What the corrected calendar says; `dueAt` is earlier when the customer was told an earlier date. */
      computed: string;
    },
    never,
  ];
  ConflictNamed: [{ personId: string; assignment?: Clock }, never];
  /** Somebody took a copy of the whole case; `also` counts the further names that were taken out of it. */
  DossierHandedOut: [{ kind: DossierKind; redaction: Redaction; also?: number; by: string }, never];
  /** What somebody found who had no hand in it. */
  FileReviewed: [{ answers: FileAnswers; by: string }, "remark"];
  Erased: [{ rule: string }, never];
};

export type FactType = keyof Facts;

/** A fact as the chain keeps it: no free text, no personal data. All that `evolve` may look at. */
export type Fact = { [T in FactType]: { type: T; data: Facts[T][0] } }[FactType];

/** A fact with the moment in which it was recorded. */
export type DatedFact = Fact & { recordedAt: string };

/** A fact with its words, as it is decided and before the words are sealed. */
export type ComplaintEvent = {
  [T in FactType]: { type: T; data: Facts[T][0]; words?: { [W in Facts[T][1]]?: string }; files?: File[] };
}[FactType];

/** An attachment on its way into the encrypted content; its name counts as words. */
/** `held` says why nobody should open it unasked: what it is by its content, or what a scanner found. */
export type File = { name: string; type: string; bytes: Uint8Array; held?: string };
