import { z } from "zod";
import {
  channels,
  clockKinds,
  closingOutcomes,
  findingOutcomes,
  heldClocks,
  lateReasons,
  measureKinds,
  severities,
  subjectKinds,
  vias,
} from "../core/complaint/events.ts";
import { impacts } from "../core/complaint/triage.ts";
import { declarationKinds } from "../core/policy/policy.ts";

/** Text a person wrote: not empty, no NUL (PostgreSQL has none), no lone surrogates (they are not UTF-8). */
export const words = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.trim() !== "", { error: "empty" })
    .refine((text) => text.isWellFormed() && !text.includes("\0"), { error: "not_utf8" });

export const statementLimit = 50_000;
export const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 }));
export const personId = z.uuid();
const via = z.enum(vias).exclude(["link"]);
/** When it happened; left out, it is now. */
const at = instant.optional();

export const NewComplaint = z.strictObject({
  platform: z.string().min(1).max(40),
  channel: z.enum(channels),
  receivedAt: instant.optional(),
  /** Needed when it is dated into the future or more than 30 days back. */
  receivedAtReason: words(2_000).optional(),
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
export const code = z.string().regex(/^[a-z_]{1,40}$/);
/** On an allegation by its number, or in words where none was named. */
export const Finding = z.strictObject({
  allegation: z.union([z.int().positive(), words(5_000)]),
  outcome: z.enum(findingOutcomes),
  reasons: words(10_000),
  rootCause: code.optional(),
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
export const HoldingLetter = z.strictObject({
  clock: z.enum(heldClocks),
  reason: z.enum(lateReasons),
  explanation: words(5_000),
  via: z.enum(["email", "phone", "in_person", "post"]),
  at,
  expectedOn: z.iso.date(),
});
export const Assessment = z.strictObject({
  severity: z.literal([...severities]),
  impact: z.enum(impacts).optional(),
  category: code.optional(),
  desiredOutcome: words(5_000).optional(),
  note: words(5_000).optional(),
});
export const Declaration = z.strictObject({
  kind: z.enum(declarationKinds),
  at,
  words: words(10_000).optional(),
});
export const Settlement = z.strictObject({ declaration: z.int().min(1), at, note: words(5_000).optional() });
export const Note = z.strictObject({ note: words(20_000) });
export const Message = z.strictObject({ via, at, words: words(50_000) });
