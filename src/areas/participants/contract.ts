import { z } from "zod";
import { CsvBase64, csvBodyLimit } from "../../engine/csv/contract.ts";

export const Month = z.string().regex(/^20[1-3]\d-(0[1-9]|1[0-2])$/);

const Count = z.strictObject({
  platform: z.string().min(1).max(40),
  /** A code of the catalogue; left out, it is the whole platform, where somebody in two programmes is counted once. */
  programme: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .optional(),
  participants: z.int().min(0).max(1_000_000),
});

export const sources = ["hand", "csv"] as const;

export const ParticipantMonth = z.object({
  month: z.string(),
  /** 0 while nothing was said about it. */
  version: z.int(),
  /** Only a complete month has a complaint rate. */
  complete: z.boolean(),
  /** Whether it can be complete by now. */
  over: z.boolean(),
  total: z.int().optional(),
  /** Platforms of which no number is known. */
  missing: z.array(z.string()),
  source: z.enum(sources).optional(),
  recordedAt: z.string().optional(),
  recordedBy: z.string().optional(),
});
export type ParticipantMonth = z.output<typeof ParticipantMonth>;

export const ParticipantMonthDetails = ParticipantMonth.extend({ counts: z.array(Count) });
export type ParticipantMonthDetails = z.output<typeof ParticipantMonthDetails>;

const params = z.object({ month: Month });

export const participantOperations = {
  "GET /participants": {
    summary: "The latest months, with whether the number of participants is known",
    query: z.strictObject({ months: z.coerce.number().int().min(1).max(60).default(13) }),
    ok: z.object({ items: z.array(ParticipantMonth) }),
  },
  "GET /participants/:month": {
    summary: "The participants of one month by platform and programme",
    params,
    ok: ParticipantMonthDetails,
  },
  "PUT /participants/:month": {
    summary: "Say how many took part in a month, upon the version that was seen; earlier states are kept",
    params,
    body: z.strictObject({
      version: z.int().min(0),
      complete: z.boolean(),
      counts: z.array(Count).max(2_000),
    }),
    ok: ParticipantMonthDetails,
  },
  "POST /participants/:month/imports": {
    summary:
      "Take the counts of a month from a CSV file, all or nothing; platforms that it does not name stay",
    params,
    body: z.strictObject({ base64: CsvBase64, complete: z.boolean() }),
    bodyLimit: csvBodyLimit,
    ok: ParticipantMonthDetails.extend({
      /** Lines of the file. */
      lines: z.int(),
      /** Whether it said anything that was not known before. */
      changed: z.boolean(),
    }),
    creates: true,
  },
  "GET /participants/:month/history": {
    summary: "Every state of a month, the latest first",
    params,
    ok: z.object({ items: z.array(ParticipantMonthDetails) }),
  },
} as const;
