import { z } from "zod";
import {
  evidenceOrigins,
  interviewAnswers,
  interviewees,
  repeatKinds,
  saidBy,
} from "../../../core/complaint/investigation/facts.ts";
import { code, instant, personId, words } from "../bodies.ts";

const at = instant.optional();
const reason = words(5_000);
export const fileLimit = 10 * 1024 * 1024;

export const NewAllegation = z.strictObject({ allegation: words(5_000), said: z.enum(saidBy) });
export const Wording = z.strictObject({ allegation: words(5_000) });
export const Merger = z.strictObject({ into: z.int().positive(), reason });
export const Reason = z.strictObject({ reason });

export const NewPlanStep = z.strictObject({ what: words(2_000), personId, dueOn: z.iso.date() });
export const Completion = z.strictObject({ at, note: words(5_000).optional() });
/** To a colleague by id, or to whomever `to` names. */
export const NewRequest = z.strictObject({
  question: words(5_000),
  dueOn: z.iso.date(),
  toId: personId.optional(),
  to: words(200).optional(),
});
export const RequestAnswer = z.strictObject({ at, answer: words(20_000) });

/** Characters of base64 for the largest file. */
const encoded = Math.ceil(fileLimit / 3) * 4;
const evidence = { title: words(200), origin: z.enum(evidenceOrigins) };
export const NewEvidence = z.union([
  z.strictObject({ ...evidence, text: words(50_000) }),
  z.strictObject({
    ...evidence,
    file: z.strictObject({
      name: words(200),
      type: z.string().max(100).default("application/octet-stream"),
      base64: z
        .string()
        .min(1)
        .max(encoded, { error: "file_too_large" })
        .refine((text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text), {
          error: "not_base64",
        })
        .meta({ contentEncoding: "base64" }),
    }),
  }),
]);
export type NewEvidence = z.output<typeof NewEvidence>;

export const NewMaterial = z.strictObject({
  course: words(200),
  module: words(200).optional(),
  version: words(100).optional(),
  note: words(5_000).optional(),
});
/** `purpose` is what the person was told in advance; a colleague by id, anybody else by name. */
export const NewInterview = z.strictObject({
  as: z.enum(interviewees),
  personId: personId.optional(),
  person: words(200).optional(),
  purpose: words(5_000),
  plannedOn: z.iso.date().optional(),
});
export const InterviewRecord = z.strictObject({ at, present: words(1_000), summary: words(50_000) });
export const Presentation = z.strictObject({ at });
export const InterviewAnswer = z.strictObject({
  at,
  answer: z.enum(interviewAnswers),
  comment: words(20_000).optional(),
});

export const NewCall = z.strictObject({
  direction: z.enum(["in", "out"]),
  reached: z.boolean(),
  at,
  summary: words(10_000).optional(),
});
export const SupportNeeds = z.strictObject({
  needs: z.array(code).max(20),
  note: words(2_000).optional(),
});
/** `of` is the earlier complaint, by id or reference. */
export const NewRepeat = z.strictObject({
  kind: z.enum(repeatKinds),
  of: z.string().min(1).max(60),
  reason: words(2_000).optional(),
});
export const IssueLink = z.strictObject({ issueId: z.uuid() });
export const IssueRemoval = z.strictObject({ issueId: z.uuid(), reason });
