import { z } from "zod";
import {
  channels,
  clockKinds,
  closingOutcomes,
  findingOutcomes,
  lateReasons,
  measureKinds,
  subjectKinds,
  vias,
} from "../core/complaint/events.ts";
import { steps } from "../core/access/next-steps.ts";
import { stages } from "../core/complaint/state.ts";

/** Text a person wrote: not empty, no NUL (PostgreSQL has none), no lone surrogates (they are not UTF-8). */
const words = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.trim() !== "", { error: "empty" })
    .refine((text) => text.isWellFormed() && !text.includes("\0"), { error: "not_utf8" });

export const statementLimit = 50_000;
const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 }));
const personId = z.uuid();
const via = z.enum(vias).exclude(["link"]);
/** When it happened; left out, it is now. */
const at = instant.optional();

export const NewComplaint = z.strictObject({
  platform: z.string().min(1).max(40),
  channel: z.enum(channels),
  receivedAt: instant.optional(),
  complainant: z.strictObject({
    name: words(200).optional(),
    email: z.email().max(254).optional(),
    phone: words(40).optional(),
    preferredContact: z.enum(["email", "phone", "post"]).optional(),
    language: z.enum(["en", "de"]).optional(),
  }),
  subject: z.strictObject({ kind: z.enum(subjectKinds), programme: words(200).optional() }),
  category: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  summary: words(200).optional(),
  statement: words(statementLimit),
  desiredOutcome: words(5_000).optional(),
});
export type NewComplaint = z.output<typeof NewComplaint>;

export const clockStatuses = ["running", "met", "missed", "not_applicable"] as const;
export const ClockView = z.object({
  kind: z.enum(clockKinds),
  round: z.int(),
  startedAt: z.string(),
  dueAt: z.string(),
  metAt: z.string().optional(),
  status: z.enum(clockStatuses),
  lateReason: z.enum(lateReasons).optional(),
});
export type ClockView = z.output<typeof ClockView>;

export const MeasureView = z.object({
  id: z.string(),
  kind: z.enum(measureKinds),
  description: z.string(),
  amountCents: z.int().optional(),
  basis: z.enum(["claim", "goodwill"]).optional(),
  dueOn: z.string().optional(),
  done: z.boolean(),
});

export const ProposalView = z.object({
  number: z.int(),
  status: z.enum(["draft", "approved", "sent", "accepted", "declined", "superseded"]),
  delivered: z.boolean(),
  validUntil: z.string(),
  draftedBy: z.string(),
  approvedBy: z.string().optional(),
  explanation: z.string(),
  measures: z.array(MeasureView),
});

export const FileView = z.object({
  version: z.int(),
  index: z.int(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
});

/** One fact with its words; `words` is empty once they were erased. */
export const EventView = z.object({
  version: z.int(),
  type: z.string(),
  recordedAt: z.string(),
  actor: z.string(),
  actorName: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
  words: z.record(z.string(), z.string()),
  files: z.array(FileView),
});
export type EventView = z.output<typeof EventView>;

export const ComplaintView = z.object({
  id: z.uuid(),
  reference: z.string(),
  version: z.int(),
  stage: z.enum(stages),
  platform: z.string(),
  channel: z.enum(channels),
  language: z.enum(["en", "de"]),
  subject: z.object({ kind: z.enum(subjectKinds), programme: z.string().optional() }),
  category: z.string().optional(),
  receivedAt: z.string(),
  complainant: z.object({
    name: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
  }),
  summary: z.string().optional(),
  statement: z.string(),
  desiredOutcome: z.string().optional(),
  ownerId: z.string().optional(),
  investigatorId: z.string().optional(),
  clocks: z.array(ClockView),
  proposals: z.array(ProposalView),
  nextProposalBy: z.string().optional(),
  conflicts: z.array(z.string()),
  policyVersion: z.int(),
  erased: z.boolean(),
  nextSteps: z.array(z.enum(steps)),
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
  summary: z.string().optional(),
  complainant: z.string().optional(),
  ownerId: z.string().optional(),
  receivedAt: z.string(),
  nextDue: z.object({ clock: z.string(), dueAt: z.string() }).optional(),
});
export type ComplaintRow = z.output<typeof ComplaintRow>;

export const RegisterQuery = z.strictObject({
  stage: z.enum(stages).optional(),
  open: z.enum(["true", "false"]).optional(),
  owner: z.union([personId, z.literal("none")]).optional(),
  platform: z.string().max(40).optional(),
  channel: z.enum(channels).optional(),
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

const Measure = z.strictObject({
  kind: z.enum(measureKinds),
  description: words(2_000),
  amountCents: z.int().positive().max(100_000_000).optional(),
  basis: z.enum(["claim", "goodwill"]).optional(),
  dueOn: z.iso.date().optional(),
});

export const Acknowledgement = z.strictObject({
  via,
  at,
  reached: z.boolean().default(true),
  note: words(2_000).optional(),
});
export const Assignment = z.strictObject({ ownerId: personId });
export const Investigation = z.strictObject({
  investigatorId: personId.optional(),
  plan: words(10_000).optional(),
});
export const Finding = z.strictObject({
  allegation: words(5_000),
  outcome: z.enum(findingOutcomes),
  reasons: words(10_000),
});
export const NewProposal = z.strictObject({
  explanation: words(20_000),
  measures: z.array(Measure).min(1).max(20),
});
export const Dispatch = z.strictObject({ via, at });
/** `ask` records a question about the proposal, which decides nothing. */
export const Decision = z.strictObject({
  decision: z.enum(["accept", "decline", "counter", "ask"]),
  proposal: z.int().positive(),
  via,
  at,
  words: words(10_000).optional(),
});
export const Discussion = z.strictObject({ via, at, summary: words(10_000) });
export const Implementation = z.strictObject({
  measure: z.string().max(20),
  at,
  note: words(5_000).optional(),
});
/** With `via` alone a letter is sent or a call was made; with `solved` the customer's answer is recorded. */
export const FollowUp = z.strictObject({
  via,
  at,
  solved: z.boolean().optional(),
  words: words(10_000).optional(),
});
export const Closure = z.strictObject({ outcome: z.enum(closingOutcomes), note: words(5_000).optional() });
export const Withdrawal = z.strictObject({ via, at, words: words(10_000).optional() });
export const Reopening = z.strictObject({ because: z.enum(["customer", "staff"]), reason: words(5_000) });
export const Escalation = z.strictObject({ toId: personId, reason: words(5_000) });
export const Conflict = z.strictObject({ personId });
export const LateReasonGiven = z.strictObject({
  clock: z.enum(clockKinds),
  reason: z.enum(lateReasons),
  explanation: words(5_000),
});
export const Note = z.strictObject({ note: words(20_000) });
export const Message = z.strictObject({ via, at, words: words(50_000) });

export const complaintOperations = {
  "POST /complaints": { summary: "Record a complaint", body: NewComplaint, ok: ComplaintView, creates: true },
  "GET /complaints": {
    summary: "The register, by next due date or by receipt",
    query: RegisterQuery,
    ok: z.object({ items: z.array(ComplaintRow), next: z.string().optional() }),
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
  "POST /complaints/:id/implementation": change("Record that a measure was carried out", Implementation),
  "POST /complaints/:id/follow-up": change("Follow up, or record the answer", FollowUp),
  "POST /complaints/:id/closure": change("Close", Closure),
  "POST /complaints/:id/withdrawal": change("Record that the customer withdrew", Withdrawal),
  "POST /complaints/:id/reopening": change("Reopen", Reopening),
  "POST /complaints/:id/escalation": change("Escalate to another person", Escalation),
  "POST /complaints/:id/conflicts": change("Name a person complained about", Conflict),
  "POST /complaints/:id/late-reason": change("Give the reason for a late promise", LateReasonGiven),
  "POST /complaints/:id/notes": change("Add an internal note", Note),
  "POST /complaints/:id/messages": change("Record a message of the customer", Message),
} as const;
