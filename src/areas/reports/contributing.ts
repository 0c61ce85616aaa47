import type { Action } from "../../core/statistics/actions.ts";
import type { NoProportion, Proportion } from "../../core/statistics/proportion.ts";
import type { Db } from "../../engine/database/database.ts";
import { actionsForReport, effectsBetween as effectsFound } from "../improvement/reporting.ts";
import { participantsOf } from "../participants/months.ts";
import type { SurveyFigures } from "../surveys/contract.ts";
import { answersBetween } from "../surveys/figures.ts";
import { trainingFigures } from "../training/figures.ts";

/** How many took part in each of these months; missing where a month is not complete. */
export async function participantsIn(
  db: Db,
  months: readonly string[],
): Promise<{ month: string; participants?: number }[]> {
  const known = await participantsOf(db, months);
  return known.map((each) =>
    each.complete ? { month: each.month, participants: each.total } : { month: each.month },
  );
}

/** Improvement actions as they stood on a day. */
export const actionsAt = (db: Db, date: string): Promise<readonly Action[]> => actionsForReport(db, date);

/** Verdicts on actions that were found in a span. */
export async function effectsBetween(
  db: Db,
  from: string,
  before: string,
): Promise<{ effective: number; ineffective: number }> {
  const found = await effectsFound(db, from, before);
  const count = (verdict: string) => found.filter((each) => each.verdict === verdict).length;
  return { effective: count("effective"), ineffective: count("ineffective") };
}

type Training = { handlers: number; trained: Proportion | NoProportion; sessions: number };

/** Who was trained at an instant, and the sessions held from a day until then. */
export async function trainingAt(db: Db, since: string, asOf: string, zone: string): Promise<Training> {
  const { handlers, share, sessionsHeld } = await trainingFigures(db, since, asOf, zone);
  return { handlers, trained: share, sessions: sessionsHeld };
}

type Surveys = Pick<SurveyFigures, "low" | "possibleComplaints"> & { answers: number };

/** What participants answered from one day until just before another. */
export async function surveysIn(db: Db, from: string, before: string): Promise<Surveys> {
  const { n, low, possibleComplaints } = await answersBetween(db, from, before);
  return { answers: n, low, possibleComplaints };
}
