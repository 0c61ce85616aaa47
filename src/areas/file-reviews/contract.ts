import { z } from "zod";

const SampledFile = z.object({
  complaintId: z.uuid(),
  reference: z.string(),
  stage: z.string(),
  ownerId: z.string().optional(),
  /** Whether the asker may look at it: they may, and had no hand in it. */
  mine: z.boolean(),
  reviewed: z
    .object({
      at: z.string(),
      by: z.string(),
      /** Points that were as they should be, of those that applied. */
      good: z.int(),
      of: z.int(),
    })
    .optional(),
});
export type SampledFile = z.output<typeof SampledFile>;

export const FileSample = z.object({
  /** Of the files that were closed in this month. */
  month: z.string(),
  closed: z.int(),
  drawnAt: z.string(),
  files: z.array(SampledFile),
});
export type FileSample = z.output<typeof FileSample>;

export const fileReviewOperations = {
  "GET /file-reviews": {
    summary: "Closed files that were drawn for review, the latest month first",
    ok: z.object({ items: z.array(FileSample) }),
  },
} as const;
