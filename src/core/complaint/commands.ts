import type {
  Channel,
  ClockKind,
  ClosingOutcome,
  DossierKind,
  File,
  FindingOutcome,
  HeldClock,
  LateReason,
  Measure,
  MeasureKind,
  Redaction,
  Severity,
  SubjectKind,
  Via,
} from "./events.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { DeclarationKind, Policy } from "../policy/policy.ts";

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
  subject: { kind: SubjectKind; programme?: string };
  category?: string;
  summary?: string;
  statement: string;
  desiredOutcome?: string;
  intakeId?: string;
  files?: File[];
  /** From an archive: it was dealt with elsewhere, so nothing is promised and nobody is written to. */
  imported?: boolean;
};

export type ProposedMeasure = Omit<Measure, "id"> & { kind: MeasureKind; description: string };

/** What a person, a customer's link or a job asks of one complaint. `at` is when it happened, never later than now. */
export type Command =
  | Receipt
  | { do: "acknowledge"; via: Via; at: string; reached: boolean; letterId?: string; note?: string }
  | { do: "assign"; ownerId: string }
  | { do: "assess"; severity: Severity; category?: string; note?: string }
  | { do: "escalate"; toId: string; reason: string }
  | { do: "investigate"; investigatorId: string; plan?: string }
  | { do: "record-finding"; allegation: string; outcome: FindingOutcome; reasons: string }
  | { do: "propose"; explanation: string; measures: ProposedMeasure[] }
  | { do: "approve"; proposal: number }
  | { do: "dispatch"; proposal: number; via: Via; at: string }
  | { do: "confirm-delivery"; proposal: number; at: string; letterId?: string }
  | { do: "record-bounce"; letterId: string; kind: string; at: string; status?: string }
  | { do: "accept"; proposal: number; via: Via; at: string; words?: string }
  | { do: "decline"; proposal: number; via: Via; at: string; words: string }
  | { do: "counter"; proposal: number; via: Via; at: string; words: string }
  | { do: "ask"; via: Via; at: string; words: string }
  | { do: "discuss"; via: Via; at: string; summary: string }
  | { do: "implement"; measure: string; at: string; note?: string }
  | { do: "dispatch-follow-up"; via: Via; at: string }
  | { do: "follow-up"; via: Via; at: string; letterId?: string }
  | { do: "answer-follow-up"; via: Via; at: string; solved: boolean; words?: string }
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
  | { do: "record-declaration"; kind: DeclarationKind; at: string; words?: string }
  | { do: "settle-declaration"; declaration: number; at: string; note?: string }
  | { do: "recompute-clocks" }
  | { do: "name-conflict"; personId: string }
  | { do: "hand-out"; kind: DossierKind; redaction: Redaction; also?: number }
  | { do: "erase"; rule: string };

/** What a decision may know besides the complaint: nothing here is read from a clock or a database. */
export type Circumstances = { now: string; actor: string; policy: Policy; calendar: Calendar };

/** An expected "no" with a stable code; part of the API contract and of the wording files. */
export type Refusal = { refused: RefusalCode; field?: string };

export const refusalCodes = [
  "already-received",
  "unknown-complaint",
  "already-acknowledged",
  "complaint-closed",
  "complaint-not-closed",
  "complaint-erased",
  "in-the-future",
  "before-receipt",
  "no-email-address",
  "not-assigned",
  "conflict-of-interest",
  "already-owner",
  "already-investigating",
  "not-investigating",
  "no-finding",
  "no-measure",
  "amount-missing",
  "amount-not-allowed",
  "amount-not-positive",
  "basis-missing",
  "unknown-proposal",
  "proposal-superseded",
  "proposal-not-draft",
  "proposal-not-approved",
  "proposal-not-sent",
  "proposal-expired",
  "proposal-already-decided",
  "own-work",
  "not-in-discussion",
  "not-accepted",
  "unknown-measure",
  "measure-already-done",
  "not-implemented",
  "already-followed-up",
  "not-followed-up",
  "no-such-clock",
  "clock-not-running",
  "in-the-past",
  "reason-missing",
  "outside-calendar",
  "unknown-declaration",
  "declaration-settled",
  "words-missing",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export const isRefusal = (outcome: object): outcome is Refusal => "refused" in outcome;
