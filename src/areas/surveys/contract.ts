import { z } from "zod";
import { Month } from "../participants/contract.ts";
import { CsvBase64, csvBodyLimit } from "../../engine/csv/contract.ts";
import { code, words } from "../../casework/complaints/bodies.ts";

export const Scale = z.strictObject({
  low: z.int().min(-10).max(100),
  high: z.int().min(-10).max(100),
  /** Which end is the good one. */
  better: z.enum(["high", "low"]),
});

/** The worst so many of so many steps are low. */
export const SurveyThreshold = z.strictObject({
  bottom: z.int().min(1).max(10),
  steps: z.int().min(2).max(11),
});
export type SurveyThreshold = z.output<typeof SurveyThreshold>;

export const NewAnswer = z.strictObject({
  /** The survey's own id of it; the same one is never taken twice. */
  id: words(200),
  answeredOn: z.iso.date(),
  platform: z.string().min(1).max(40),
  programme: code.optional(),
  scores: z.array(z.int()).min(1).max(10),
  words: words(20_000).optional(),
  language: z.enum(["en", "de"]).default("de"),
  /** Only from somebody who gave it for being contacted about the answer. */
  contact: z
    .strictObject({
      wanted: z.literal(true),
      name: words(200).optional(),
      email: z.email().max(254).optional(),
      phone: words(40).optional(),
    })
    .optional(),
});
export type NewAnswer = z.output<typeof NewAnswer>;

const about = {
  /** Which survey it is; ids are told apart within it. */
  source: words(100),
  scale: Scale,
  /** When all of them reached us, if later than they were given: an institute that sent them. */
  arrivedOn: z.iso.date().optional(),
};
export const NewSurveyImport = z.union([
  z.strictObject({ ...about, base64: CsvBase64 }),
  z.strictObject({ ...about, answers: z.array(NewAnswer).min(1).max(5_000) }),
]);
export type NewSurveyImport = z.output<typeof NewSurveyImport>;

const id = z.uuid();

export const SurveyImport = z.object({
  id,
  source: z.string(),
  scale: Scale,
  importedAt: z.string(),
  importedBy: z.string(),
  /** Answers that were new. */
  answers: z.int(),
  low: z.int(),
});
export type SurveyImport = z.output<typeof SurveyImport>;

export const SurveyAnswer = z.object({
  id,
  source: z.string(),
  answeredOn: z.string(),
  arrivedAt: z.string(),
  platform: z.string(),
  programme: z.string().optional(),
  scores: z.array(z.int()),
  scale: Scale,
  low: z.boolean(),
  /** Missing once they were erased. */
  words: z.string().optional(),
  contact: z
    .object({ name: z.string().optional(), email: z.string().optional(), phone: z.string().optional() })
    .optional(),
  dueAt: z.string(),
  overdue: z.boolean(),
  /** Whether a complaint of it needs a reason for being dated so long back. */
  longPast: z.boolean(),
  decision: z
    .object({
      complaint: z.object({ id: z.string(), reference: z.string() }).optional(),
      reason: z.string().optional(),
      decidedAt: z.string(),
      decidedBy: z.string(),
    })
    .optional(),
});
export type SurveyAnswer = z.output<typeof SurveyAnswer>;

export const answerStates = ["open", "decided", "all"] as const;

const NoMean = z.object({ refused: z.literal("n-too-small") });
const Share = z.object({
  count: z.int(),
  of: z.int(),
  share: z.number(),
  lower: z.number(),
  upper: z.number(),
});
export const SurveyFigures = z.object({
  month: z.string(),
  n: z.int(),
  low: z.union([Share, z.object({ refused: z.string() })]),
  /** From 0 to 100 of whatever scale. */
  mean: z.union([z.object({ mean: z.number() }), NoMean]),
  byProgramme: z.array(
    z.object({
      /** A code of the catalogue; empty where none was given. */
      name: z.string(),
      count: z.int().optional(),
      fewerThan: z.int().optional(),
      hidden: z.literal(true).optional(),
      mean: z.number().optional(),
      refused: z.string().optional(),
    }),
  ),
  possibleComplaints: z.object({ open: z.int(), complaints: z.int(), none: z.int() }),
});
export type SurveyFigures = z.output<typeof SurveyFigures>;

export const surveyOperations = {
  "POST /surveys/imports": {
    summary: "Take answers of a survey, from a CSV file or as they are; all or nothing, and none twice",
    body: NewSurveyImport,
    bodyLimit: csvBodyLimit,
    ok: SurveyImport.extend({
      /** Answers that were there before. */
      known: z.int(),
      /** Contacts that were left out, because nobody said that they were given for being contacted. */
      contactsLeftOut: z.int(),
    }),
    creates: true,
  },
  "GET /surveys/imports": {
    summary: "What was imported, the latest first",
    ok: z.object({ items: z.array(SurveyImport) }),
  },
  "GET /surveys/answers": {
    summary: "Answers with their words; the open ones are low and nobody has decided about them",
    query: z.strictObject({
      state: z.enum(answerStates).default("open"),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    ok: z.object({ items: z.array(SurveyAnswer), open: z.int() }),
  },
  "POST /surveys/answers/:id/decision": {
    summary: "Make a complaint of an answer, or say why it is none",
    params: z.object({ id }),
    body: z.union([
      z.strictObject({ decision: z.literal("no_complaint"), reason: words(2_000) }),
      z.strictObject({ decision: z.literal("complaint"), receivedAtReason: words(2_000).optional() }),
    ]),
    ok: SurveyAnswer,
    creates: true,
  },
  "GET /surveys/figures/:month": {
    summary: "A month of answers in numbers, without any that could reveal a person",
    params: z.object({ month: Month }),
    ok: SurveyFigures,
  },
  "GET /office/survey-threshold": { summary: "Which answers are low", ok: SurveyThreshold },
  "PUT /office/survey-threshold": {
    summary: "Say which answers are low, from now on",
    body: SurveyThreshold,
    ok: SurveyThreshold,
  },
} as const;
