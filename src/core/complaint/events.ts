import type { DeclarationKind } from "../policy/policy.ts";

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

export const closingOutcomes = ["resolved", "no_answer", "not_agreed"] as const;
export type ClosingOutcome = (typeof closingOutcomes)[number];

export const dossierKinds = ["pdf", "zip"] as const;
export type DossierKind = (typeof dossierKinds)[number];

export const redactions = ["none", "staff", "all"] as const;
/** Whose names a dossier does not say: nobody's, the staff's, or the complainant's too. */
export type Redaction = (typeof redactions)[number];

/** Type → [what the chain keeps, the names of the words that are encrypted and can be erased]. */
export type Facts = {
  Received: [
    {
      reference: string;
      platform: string;
      channel: Channel;
      receivedAt: string;
      language: "en" | "de";
      subject: SubjectKind;
      category?: string;
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
  Acknowledged: [{ via: Via; at: string; letterId?: string }, never];
  AcknowledgementAttempted: [{ via: Via; at: string }, "note"];
  Assigned: [{ ownerId: string }, never];
  Assessed: [{ severity: Severity; category?: string; by: string }, "note"];
  Escalated: [{ toId: string }, "reason"];
  InvestigationStarted: [{ investigatorId: string }, "plan"];
  FindingRecorded: [{ finding: number; outcome: FindingOutcome; by: string }, "allegation" | "reasons"];
  ProposalDrafted: [
    { proposal: number; measures: Measure[]; validUntil: string; by: string },
    "explanation" | `measure:${string}`,
  ];
  ProposalApproved: [{ proposal: number; by: string }, never];
  ProposalDispatched: [{ proposal: number; via: Via; at: string }, never];
  ProposalDelivered: [{ proposal: number; at: string; letterId?: string }, never];
  ProposalAccepted: [{ proposal: number; via: Via; at: string; implementation: Clock }, "words"];
  ProposalDeclined: [{ proposal: number; via: Via; at: string; nextProposal: Clock }, "words"];
  CounterProposed: [{ proposal: number; via: Via; at: string; nextProposal: Clock }, "words"];
  QuestionAsked: [{ via: Via; at: string }, "words"];
  Discussed: [{ via: Via; at: string }, "summary"];
  MeasureImplemented: [{ measure: string; at: string }, "note"];
  Implemented: [{ at: string; followUp: Clock }, never];
  FollowUpDispatched: [{ via: Via; at: string }, never];
  FollowedUp: [{ via: Via; at: string; letterId?: string }, never];
  /** A letter that had counted as delivered came back. */
  LetterBounced: [{ letterId: string; kind: string; at: string; status?: string }, never];
  FollowUpAnswered: [{ via: Via; at: string; solved: boolean }, "words"];
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
