import type {
  Channel,
  ClockKind,
  ClosingOutcome,
  DiscussionForm,
  DossierKind,
  File,
  FindingOutcome,
  HeldClock,
  LateReason,
  Measure,
  MeasureKind,
  ReferralBody,
  ReferralOutcome,
  Redaction,
  Severity,
  Stance,
  SubjectKind,
  Via,
} from "./events.ts";
import type { Authority } from "./authority.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { DeclarationKind, Policy } from "../policy/policy.ts";
import type { InvestigationCommand } from "./investigation/commands.ts";
import type { FileAnswers } from "./file-review.ts";
import type { Satisfaction } from "./satisfaction.ts";
import type { Impact } from "./triage.ts";
import { investigationRefusals } from "./investigation/commands.ts";

export type Complainant = {
  name?: string;
  email?: string;
  phone?: string;
  preferredContact?: "email" | "phone" | "post";
  language: "en" | "de";
};

export type Receipt = {
  do: "receive";
  reference: string;
  platform: string;
  channel: Channel;
  receivedAt: string;
  /** Why a complaint is dated into the future or more than 30 days back. */
  receivedAtReason?: string;
  complainant: Complainant;
  /** Its programme in the customer's words; `programme` below is the code of the catalogue that they name. */
  subject: { kind: SubjectKind; programme?: string };
  category?: string;
  programme?: string;
  summary?: string;
  statement: string;
  desiredOutcome?: string;
  intakeId?: string;
  files?: File[];
  /** From an archive: it was dealt with elsewhere, so nothing is promised and nobody is written to. */
  imported?: boolean;
};

/** To whom a consumer can turn when there is no agreement, and whether we take part there (VSBG §37). */
export type Conciliation = { body: string; address: string; url: string; stance: Stance };

export type ProposedMeasure = Omit<Measure, "id"> & {
  kind: MeasureKind;
  description: string;
  /** Euros unless it says otherwise, and then it is refused: nothing here converts money. */
  currency?: string;
  /** By which a voucher is redeemed. */
  code?: string;
};

/** What a person, a customer's link or a job asks of one complaint. `at` is when it happened, never later than now. */
export type Command =
  | Receipt
  | InvestigationCommand
  | { do: "acknowledge"; via: Via; at: string; reached: boolean; letterId?: string; note?: string }
  /** `untrained` is a fact about the person that the caller knows. */
  | { do: "assign"; ownerId: string; untrained?: boolean }
  | {
      do: "assess";
      severity: Severity;
      impact?: Impact;
      category?: string;
      programme?: string;
      consumer?: boolean;
      /** As it became clear in the first talk; what was said at receipt stays. */
      desiredOutcome?: string;
      note?: string;
    }
  | { do: "escalate"; toId: string; reason: string }
  | { do: "investigate"; investigatorId: string; plan?: string }
  | {
      do: "record-finding";
      /** The number of an allegation, or its words where none was named. */
      allegation: number | string;
      outcome: FindingOutcome;
      reasons: string;
      rootCause?: string;
    }
  | { do: "propose"; explanation: string; measures: ProposedMeasure[] }
  | { do: "record-paid-amount"; amountCents: number; currency?: string; note?: string }
  | { do: "approve"; proposal: number }
  | { do: "dispatch"; proposal: number; via: Via; at: string }
  | { do: "confirm-delivery"; proposal: number; at: string; letterId?: string }
  | { do: "record-bounce"; letterId: string; kind: string; at: string; status?: string }
  /** `message` is the fact in which the customer's own mail stands that is understood so. */
  | { do: "accept"; proposal: number; via: Via; at: string; words?: string; message?: number }
  | { do: "decline"; proposal: number; via: Via; at: string; words: string; message?: number }
  | { do: "counter"; proposal: number; via: Via; at: string; words: string; message?: number }
  | { do: "ask"; via: Via; at: string; words: string; message?: number }
  | {
      do: "discuss";
      via: Via;
      at: string;
      summary: string;
      form?: DiscussionForm;
      participants?: string;
    }
  | { do: "declare-deadlock"; via: Via; at: string; reason: string; conciliation?: Conciliation }
  | { do: "refer"; body: ReferralBody; name: string; at: string; reference?: string; note?: string }
  | { do: "end-referral"; referral: number; outcome: ReferralOutcome; at: string; note?: string }
  | { do: "assign-measure"; measure: string; ownerId: string; dueOn?: string }
  | { do: "enter-payment"; payment: string; measure: string; payee: string; iban: string }
  | { do: "change-payment"; payment: string; payee: string; iban: string }
  | { do: "release-payment"; payment: string }
  | { do: "order-payment"; payment: string; file: string }
  /** A calendar date; left out, it is today. */
  | { do: "mark-paid"; payment: string; paidOn?: string }
  | { do: "cancel-payment"; payment: string; reason: string }
  | { do: "implement"; measure: string; at: string; note?: string }
  | { do: "dispatch-follow-up"; via: Via; at: string; note?: string }
  | { do: "follow-up"; via: Via; at: string; letterId?: string; reached?: boolean; note?: string }
  | {
      do: "answer-follow-up";
      via: Via;
      at: string;
      solved: boolean;
      words?: string;
      note?: string;
      satisfaction?: Satisfaction;
    }
  | ({ do: "give-satisfaction"; via: Via; at: string } & Satisfaction)
  | { do: "close"; outcome: ClosingOutcome; note?: string }
  | { do: "withdraw"; via: Via; at: string; words?: string }
  | { do: "reopen"; because: "customer" | "staff"; reason: string }
  | {
      do: "record-message";
      via: Via;
      at: string;
      words: string;
      intakeId?: string;
      files?: File[];
      /** It came from another address than the complainant's; what it says proves nothing about who wrote it. */
      otherSender?: boolean;
    }
  | { do: "note"; note: string }
  | { do: "correct-receipt"; receivedAt: string; reason: string }
  | { do: "give-late-reason"; clock: ClockKind; reason: LateReason; explanation: string }
  | {
      do: "hold";
      clock: HeldClock;
      reason: LateReason;
      explanation: string;
      via: Via;
      at: string;
      /** Calendar date on which the customer can expect it instead. */
      expectedOn: string;
    }
  | { do: "record-declaration"; kind: DeclarationKind; at?: string; words?: string }
  | { do: "settle-declaration"; declaration: number; at: string; note?: string }
  | { do: "recompute-clocks" }
  | { do: "note-silence" }
  | { do: "name-conflict"; personId: string }
  | { do: "review-file"; answers: FileAnswers; remark?: string }
  | { do: "hand-out"; kind: DossierKind; redaction: Redaction; also?: number }
  | { do: "erase"; rule: string };

/** What a decision may know besides the complaint: nothing here is read from a clock or a database. */
export type Circumstances = {
  now: string;
  actor: string;
  policy: Policy;
  calendar: Calendar;
  /** What the actor may approve; our own jobs, which hold no role, have none and need none. */
  authority?: Authority;
  /** Complaints about these people are not for those either, such as whoever reads the shared mailbox. */
  management?: { about: readonly string[]; unseenBy: readonly string[] };
};

/** An expected "no" with a stable code; part of the API contract and of the wording files. */
export type Refusal = {
  refused: RefusalCode;
  field?: string;
  /** Those that stand in the way. */
  allegations?: number[];
  /** What holds now, in cents, where the words name amounts. */
  cents?: Record<string, number>;
};

export const refusalCodes = [
  "already-received",
  "unknown-complaint",
  "already-acknowledged",
  "complaint-closed",
  "complaint-not-closed",
  "complaint-erased",
  "in-the-future",
  "before-receipt",
  "before-dispatch",
  "no-email-address",
  "not-assigned",
  "conflict-of-interest",
  "already-owner",
  "not-trained",
  "already-investigating",
  "not-investigating",
  "no-finding",
  "no-measure",
  "amount-missing",
  "amount-not-allowed",
  "amount-not-positive",
  "wrong-currency",
  "voucher-only",
  "refund-above-paid",
  "above-authority",
  "own-approval",
  "basis-missing",
  "unknown-proposal",
  "proposal-superseded",
  "proposal-not-draft",
  "proposal-not-approved",
  "proposal-not-sent",
  "proposal-expired",
  "proposal-already-decided",
  "own-work",
  "own-dates",
  "same-receipt",
  "after-recording",
  "not-in-discussion",
  "deadlock-declared",
  "no-deadlock",
  "conciliation-unnamed",
  "text-form",
  "unknown-referral",
  "referral-ended",
  "not-accepted",
  "unknown-measure",
  "measure-already-done",
  "not-a-refund",
  "payment-exists",
  "payment-open",
  "unknown-payment",
  "own-payment",
  "payment-not-entered",
  "payment-not-released",
  "payment-not-ordered",
  "payment-ordered",
  "payment-settled",
  "paid-before-order",
  "iban-invalid",
  "iban-not-sepa",
  "payee-unreadable",
  "account-unset",
  "no-payment-released",
  "not-implemented",
  "already-followed-up",
  "not-followed-up",
  "asked-once",
  "satisfaction-given",
  "satisfaction-by-letter",
  "no-such-clock",
  "clock-not-running",
  "in-the-past",
  "reason-missing",
  "outside-calendar",
  "unknown-declaration",
  "declaration-settled",
  "words-missing",
  "file-reviewed",
  "own-file",
  ...investigationRefusals,
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export const isRefusal = (outcome: object): outcome is Refusal => "refused" in outcome;
