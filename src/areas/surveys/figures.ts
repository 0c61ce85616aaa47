import type { Db } from "../../engine/database/database.ts";
import type { SurveyFigures } from "./contract.ts";
import { addMonths } from "../../core/statistics/month.ts";
import { inPercent, surveySummary } from "../../core/statistics/survey-scores.ts";

/** The answers that were given in a month ("2026-10"). */
export async function surveyFigures(db: Db, month: string): Promise<SurveyFigures> {
  return { month, ...(await answersBetween(db, `${month}-01`, `${addMonths(month, 1)}-01`)) };
}

/** The answers from one day until just before another, without any number that could reveal a person. */
export async function answersBetween(
  db: Db,
  from: string,
  before: string,
): Promise<Omit<SurveyFigures, "month">> {
  const rows = await db
    .selectFrom("survey_answer")
    .innerJoin("survey_import", "survey_import.id", "survey_answer.import_id")
    .leftJoin("survey_decision", "survey_decision.answer_id", "survey_answer.id")
    .select(["programme", "scores", "low", "scale_low", "scale_high", "better"])
    .select(["answer_id", "complaint_id"])
    .where("answered_on", ">=", from)
    .where("answered_on", "<", before)
    .execute();
  const answers = rows.map((row) => ({
    ...(row.programme && { programme: row.programme }),
    low: row.low,
    percent: inPercent(row.scores, {
      low: row.scale_low,
      high: row.scale_high,
      better: row.better as "high" | "low",
    }),
  }));
  return {
    ...surveySummary(answers),
    possibleComplaints: {
      open: rows.filter(({ low, answer_id }) => low && answer_id === null).length,
      complaints: rows.filter(({ complaint_id }) => complaint_id !== null).length,
      none: rows.filter(({ answer_id, complaint_id }) => answer_id !== null && complaint_id === null).length,
    },
  };
}
