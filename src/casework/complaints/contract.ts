import { z } from "zod";
import {
  channels,
  clockKinds,
  lateReasons,
  severities,
  subjectKinds,
  targetKinds,
  vias,
} from "../../core/complaint/events.ts";
import { declarationKinds } from "../../core/policy/policy.ts";
import { Explained } from "../../organisation/policies/contract.ts";
import {
  Acknowledgement,
  Assessment,
  Assignment,
  Closure,
  Conflict,
  Deadlock,
  Decision,
  Declaration,
  Discussion,
  Dispatch,
  Escalation,
  Finding,
  FollowUp,
  HoldingLetter,
  Implementation,
  Investigation,
  LateReasonGiven,
  ReceiptDate,
  Message,
  NewComplaint,
  NewProposal,
  FileReview,
  Note,
  PaidAmount,
  Referral,
  ReferralOutcome,
  Reopening,
  Settlement,
  Task,
  Withdrawal,
  code,
  instant,
  personId,
} from "./bodies.ts";
import { ProposalView, ReferralView } from "./proposal-views.ts";
import { scores } from "../../core/complaint/satisfaction.ts";
import { impacts, priorities } from "../../core/complaint/triage.ts";
import { steps } from "../../core/access/next-steps.ts";
import { stages } from "../../core/complaint/state.ts";

export const clockStatuses = ["running", "met", "missed", "not_applicable"] as const;
const clockFields = {
  round: z.int(),
  startedAt: z.string(),
  dueAt: z.string(),
  /** By when staff must act to keep it within office hours; missing where only an automatic letter can. */
  targetAt: z.string().optional(),
  metAt: z.string().optional(),
  status: z.enum(clockStatuses),
  notApplicable: z.enum(["withdrawn", "closed", "unreachable", "imported"]).optional(),
  lateReason: z.enum(lateReasons).optional(),
  why: Explained,
};
export const ClockView = z.object({ kind: z.enum(clockKinds), ...clockFields });
export type ClockView = z.output<typeof ClockView>;
export const TargetView = z.object({ kind: z.enum(targetKinds), ...clockFields });
export type TargetView = z.output<typeof TargetView>;
export const DeclarationView = z.object({ number: z.int(), kind: z.enum(declarationKinds), ...clockFields });
export type DeclarationView = z.output<typeof DeclarationView>;

export const FileView = z.object({
  version: z.int(),
  index: z.int(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  /** Why nobody should open it unasked: what its content is, or what a scanner found. */
  held: z.string().optional(),
});

/** A text of a mail as it is shown: what was said, and what only repeats or signs. The whole is in `words`. */
export const Folded = z.object({ said: z.string(), folded: z.string() });

/** One fact with its words; `words` is empty once they were erased. */
export const EventView = z.object({
  version: z.int(),
  type: z.string(),
  recordedAt: z.string(),
  actor: z.string(),
  actorName: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
  words: z.record(z.string(), z.string()),
  folded: Folded.optional(),
  files: z.array(FileView),
});
export type EventView = z.output<typeof EventView>;

const score = z.literal([...scores]).optional();
export const SatisfactionView = z.object({
  at: z.string(),
  via: z.enum(vias),
  handling: score,
  result: score,
});

export const ComplaintView = z.object({
  id: z.uuid(),
  reference: z.string(),
  version: z.int(),
  stage: z.enum(stages),
  platform: z.string(),
  channel: z.enum(channels),
  language: z.enum(["en", "de"]),
  /** What it is about, with the programme in the customer's words. */
  subject: z.object({ kind: z.enum(subjectKinds), programme: z.string().optional() }),
  category: z.string().optional(),
  /** The programme by its code in the catalogue. */
  programme: z.string().optional(),
  /** The code that the customer's words name, while nobody has chosen one. */
  suggestedProgramme: z.string().optional(),
  severity: z.literal([...severities]).optional(),
  impact: z.enum(impacts).optional(),
  /** Severity by impact. */
  priority: z.enum(priorities).optional(),
  receivedAt: z.string(),
  complainant: z.object({
    name: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
  }),
  summary: z.string().optional(),
  statement: z.string(),
  folded: Folded.optional(),
  desiredOutcome: z.string().optional(),
  ownerId: z.string().optional(),
  investigatorId: z.string().optional(),
  clocks: z.array(ClockView),
  /** What we set ourselves and promise to nobody. */
  targets: z.array(TargetView),
  /** Statutory declarations, with the law's clocks. */
  declarations: z.array(DeclarationView),
  /** What the customer paid; no refund is higher. */
  paidCents: z.int().optional(),
  proposals: z.array(ProposalView),
  nextProposalBy: z.string().optional(),
  /** Until somebody asked, a complainant counts as a consumer. */
  consumer: z.boolean(),
  deadlock: z.object({ at: z.string(), by: z.string(), consumer: z.boolean() }).optional(),
  referrals: z.array(ReferralView),
  /** How satisfied the customer said they are after a follow-up, 1 to 5; either may be missing. */
  satisfaction: z.array(SatisfactionView),
  conflicts: z.array(z.string()),
  policyVersion: z.int(),
  erased: z.boolean(),
  nextSteps: z.array(z.enum(steps)),
  /** Whether you may take a copy of the whole case. */
  mayHandOut: z.boolean(),
});
export type ComplaintView = z.output<typeof ComplaintView>;

/** One line of the register. */
export const ComplaintRow = z.object({
  id: z.uuid(),
  reference: z.string(),
  version: z.int(),
  stage: z.enum(stages),
  platform: z.string(),
  channel: z.enum(channels),
  subject: z.enum(subjectKinds),
  category: z.string().optional(),
  programme: z.string().optional(),
  summary: z.string().optional(),
  complainant: z.string().optional(),
  ownerId: z.string().optional(),
  receivedAt: z.string(),
  nextDue: z.object({ clock: z.string(), dueAt: z.string() }).optional(),
});
export type ComplaintRow = z.output<typeof ComplaintRow>;

export const RegisterPage = z.object({
  items: z.array(ComplaintRow),
  next: z.string().optional(),
  /** How much of the register can be searched so far, from 0 to 1; missing when it is all. */
  searchable: z.number().optional(),
  /** Found only by words that are spelled nearly so. */
  similar: z.literal(true).optional(),
  /** Closed complaints that the same search finds when it looks only in open ones; `more` when there may be others. */
  alsoClosed: z.object({ count: z.int(), more: z.boolean() }).optional(),
});
export type RegisterPage = z.output<typeof RegisterPage>;

export const RegisterQuery = z.strictObject({
  stage: z.enum(stages).optional(),
  open: z.enum(["true", "false"]).optional(),
  owner: z.union([personId, z.literal("none")]).optional(),
  platform: z
    .string()
    .regex(/^[\w-]{0,40}$/)
    .optional(),
  channel: z.enum(channels).optional(),
  programme: code.optional(),
  clock: z.enum(clockKinds).optional(),
  due_before: instant.optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(["due", "received"]).default("due"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(300).optional(),
});
export type RegisterQuery = z.output<typeof RegisterQuery>;

const complaint = z.object({ id: z.string().max(60) });
const proposalOf = complaint.extend({ n: z.coerce.number().int().positive() });
const change = <B extends z.ZodType>(summary: string, body: B) =>
  ({ summary, params: complaint, body, ok: ComplaintView, creates: true }) as const;

export const complaintOperations = {
  "POST /complaints": { summary: "Record a complaint", body: NewComplaint, ok: ComplaintView, creates: true },
  "GET /complaints": {
    summary: "The register, by next due date or by receipt",
    query: RegisterQuery,
    ok: RegisterPage,
  },
  "GET /complaints/:id": {
    summary: "One complaint, by id or reference",
    params: complaint,
    ok: ComplaintView,
  },
  "GET /complaints/:id/events": {
    summary: "Its timeline",
    params: complaint,
    ok: z.object({ items: z.array(EventView) }),
  },
  "POST /complaints/:id/acknowledgement": change(
    "Told the customer reference and dates, or tried to",
    Acknowledgement,
  ),
  "POST /complaints/:id/assignment": change("Give it to its owner", Assignment),
  "POST /complaints/:id/investigation": change("Begin the investigation", Investigation),
  "POST /complaints/:id/findings": change("Record a finding on one allegation", Finding),
  "POST /complaints/:id/paid-amount": change("Record what the customer paid", PaidAmount),
  "POST /complaints/:id/proposals": change("Draft a proposal", NewProposal),
  "POST /complaints/:id/proposals/:n/approval": {
    ...change("Approve a drafted proposal", z.strictObject({})),
    params: proposalOf,
  },
  "POST /complaints/:id/proposals/:n/dispatch": {
    ...change("Send an approved proposal", Dispatch),
    params: proposalOf,
  },
  "POST /complaints/:id/decision": change("Record the customer's decision", Decision),
  "POST /complaints/:id/discussions": change("Record a discussion with the customer", Discussion),
  "POST /complaints/:id/deadlock": change(
    "Say that there will be no agreement; a consumer is told the conciliation body",
    Deadlock,
  ),
  "POST /complaints/:id/referrals": change("Record that somebody outside looks at it", Referral),
  "POST /complaints/:id/referral-outcomes": change("Record how that ended", ReferralOutcome),
  "POST /complaints/:id/tasks": change("Say who carries a measure out, and by when", Task),
  "POST /complaints/:id/implementation": change("Record that a measure was carried out", Implementation),
  "POST /complaints/:id/follow-up": change("Follow up, or record the answer", FollowUp),
  "POST /complaints/:id/closure": change("Close", Closure),
  "POST /complaints/:id/withdrawal": change("Record that the customer withdrew", Withdrawal),
  "POST /complaints/:id/reopening": change("Reopen", Reopening),
  "POST /complaints/:id/escalation": change("Escalate to another person", Escalation),
  "POST /complaints/:id/conflicts": change("Name a person complained about", Conflict),
  "POST /complaints/:id/receipt-date": change(
    "Correct when the complaint had reached us; promises come forward by it and are never moved back",
    ReceiptDate,
  ),
  "POST /complaints/:id/late-reason": change("Give the reason for a late promise", LateReasonGiven),
  "POST /complaints/:id/holding-letter": change(
    "Tell the customer, before a date is missed, that it needs longer",
    HoldingLetter,
  ),
  "POST /complaints/:id/assessment": change("Say how serious it is and what it is about", Assessment),
  "POST /complaints/:id/declarations": change(
    "Record a statutory declaration; the law's clock starts",
    Declaration,
  ),
  "POST /complaints/:id/settlement": change("Record that a statutory declaration was dealt with", Settlement),
  "POST /complaints/:id/file-review": change(
    "Say what a closed file shows, by somebody who had no hand in it",
    FileReview,
  ),
  "POST /complaints/:id/notes": change("Add an internal note", Note),
  "POST /complaints/:id/messages": change("Record a message of the customer", Message),
} as const;
