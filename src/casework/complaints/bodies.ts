import { z } from "zod";
import {
  channels,
  clockKinds,
  closingOutcomes,
  discussionForms,
  findingOutcomes,
  heldClocks,
  lateReasons,
  measureKinds,
  referralBodies,
  referralOutcomes,
  severities,
  subjectKinds,
  vias,
} from "../../core/complaint/events.ts";
import { fileAnswers, fileCriteria, type FileCriterion } from "../../core/complaint/file-review.ts";
import { scores } from "../../core/complaint/satisfaction.ts";
import { impacts } from "../../core/complaint/triage.ts";
import { declarationKinds } from "../../core/policy/policy.ts";

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
  .transform((text) => Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 }))
  // Years 1 to 9999: what an offset makes of others, the database cannot keep.
  .refine((at) => at >= "0001", { error: "unreadable" });
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
    .regex(/^[a-z0-9_]{1,40}$/)
    .optional(),
  summary: words(200).optional(),
  statement: words(statementLimit),
  desiredOutcome: words(5_000).optional(),
});
export type NewComplaint = z.output<typeof NewComplaint>;

/** Whole cents; that they are more than nothing is for the core to say, in words that help. */
const cents = z.int().min(-100_000_000).max(100_000_000);
const currency = z.string().regex(/^[A-Z]{3}$/);

const Measure = z.strictObject({
  kind: z.enum(measureKinds),
  description: words(2_000),
  amountCents: cents.optional(),
  currency: currency.optional(),
  basis: z.enum(["claim", "goodwill"]).optional(),
  dueOn: z.iso.date().optional(),
  /** Of a voucher: what redeems it, and until when. */
  code: words(100).optional(),
  redeemableUntil: z.iso.date().optional(),
});
/** In euros; any other currency is refused rather than converted. */
export const PaidAmount = z.strictObject({
  amountCents: cents,
  currency: currency.optional(),
  note: words(2_000).optional(),
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
export const code = z.string().regex(/^[a-z0-9_]{1,40}$/);
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
/** In the words that a colleague heard, or in a mail of the customer's: then way, time and words are that mail's. */
export const Decision = z.strictObject({
  /** `ask` records a question about the proposal, which decides nothing. */
  decision: z.enum(["accept", "decline", "counter", "ask"]),
  proposal: z.int().positive(),
  /** The version of the fact in which that mail stands. */
  message: z.int32().positive().optional(),
  /** Left out, it was said by phone. */
  via: via.default("phone"),
  at,
  words: words(10_000).optional(),
});
export type Decision = z.output<typeof Decision>;
export const Discussion = z.strictObject({
  via,
  at,
  form: z.enum(discussionForms).optional(),
  summary: words(10_000),
  participants: words(1_000).optional(),
});
/** `via` is how a consumer gets the notice in text form: by our letter, or by one that the desk posts or hands over. */
export const Deadlock = z.strictObject({ via, at, reason: words(5_000) });
export const Referral = z.strictObject({
  body: z.enum(referralBodies),
  name: words(200),
  at,
  reference: words(200).optional(),
  note: words(5_000).optional(),
});
export const ReferralOutcome = z.strictObject({
  referral: z.int().min(1),
  outcome: z.enum(referralOutcomes),
  at,
  note: words(5_000).optional(),
});
/** Its date is our own; the promise to the customer has its clock. */
export const Task = z.strictObject({
  measure: z.string().max(20),
  ownerId: personId,
  dueOn: z.iso.date().optional(),
});
export const Implementation = z.strictObject({
  measure: z.string().max(20),
  at,
  note: words(5_000).optional(),
});
const score = z.literal([...scores]);
/**
 * With `via` alone a letter is sent or a call was made, in which somebody was reached or not; with `solved` the customer's
 * answer is recorded, and in a call also how satisfied they are with the handling and the result (1 to 5).
 */
export const FollowUp = z
  .strictObject({
    via,
    at,
    reached: z.boolean().default(true),
    note: words(2_000).optional(),
    solved: z.boolean().optional(),
    words: words(10_000).optional(),
    handling: score.optional(),
    result: score.optional(),
  })
  // Words and scores belong to an answer; without one they would be kept nowhere.
  .refine(
    ({ solved, words: said, handling, result }) => solved !== undefined || !(said ?? handling ?? result),
    {
      error: "missing",
      path: ["solved"],
    },
  );
export const Closure = z.strictObject({ outcome: z.enum(closingOutcomes), note: words(5_000).optional() });
export const Withdrawal = z.strictObject({ via, at, words: words(10_000).optional() });
export const Reopening = z.strictObject({ because: z.enum(["customer", "staff"]), reason: words(5_000) });
export const Escalation = z.strictObject({ toId: personId, reason: words(5_000) });
export const Conflict = z.strictObject({ personId });
export const ReceiptDate = z.strictObject({ receivedAt: instant, reason: words(2_000) });
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
  /** A code of the catalogue; the customer's own words for it stay beside it. */
  programme: code.optional(),
  /** Whether the complainant acts as a consumer (BGB §13); until somebody asked, they count as one. */
  consumer: z.boolean().optional(),
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
const fileAnswer = z.enum(fileAnswers);
export const FileReview = z.strictObject({
  answers: z.strictObject(
    Object.fromEntries(fileCriteria.map((criterion) => [criterion, fileAnswer])) as Record<
      FileCriterion,
      typeof fileAnswer
    >,
  ),
  /** Wanted when anything was found wanting. */
  remark: words(10_000).optional(),
});
