import type { FileAnswers } from "../../core/complaint/file-review.ts";
import type { Refused } from "../../core/statistics/figure.ts";
import type { Db } from "../../engine/database/database.ts";
import { fileScore, type FileScore } from "../../core/statistics/file-score.ts";

export type FileReviewFigures = {
  /** How many were drawn, and how many looked at, drawn or not. */
  drawn: number;
  reviewed: number;
  found: FileScore | Refused<"no-cases">;
};

/** What was drawn and found from one instant until just before another. */
export async function fileReviewsBetween(db: Db, from: string, before: string): Promise<FileReviewFigures> {
  const [sample, reviews] = await Promise.all([
    db
      .selectFrom("file_sample")
      .select(({ fn }) => fn.countAll<number>().as("drawn"))
      .where("drawn_at", ">=", from)
      .where("drawn_at", "<", before)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom("complaint_event")
      .select("data")
      .where("type", "=", "FileReviewed")
      .where("recorded_at", ">=", from)
      .where("recorded_at", "<", before)
      .execute(),
  ]);
  const answers = reviews.map(({ data }) => (data as { answers: FileAnswers }).answers);
  return { drawn: Number(sample.drawn), reviewed: reviews.length, found: fileScore(answers) };
}
