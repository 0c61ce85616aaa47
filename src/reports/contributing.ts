import type { Action } from "../core/statistics/actions.ts";
import type { NoProportion, Proportion } from "../core/statistics/proportion.ts";
import type { Db } from "../database/database.ts";
import { actionsForReport, effectsBetween as effectsFound } from "../improvement/reporting.ts";
import { participantsOf } from "../participants/months.ts";

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

export async function trainingAt(_db: Db, _asOf: string, _zone: string): Promise<Training> {
  return { handlers: 0, trained: { refused: "no-cases" }, sessions: 0 };
}

type Surveys = {
  answers: number;
  low: Proportion | NoProportion;
  possibleComplaints: { open: number; complaints: number; none: number };
};

export async function surveysIn(_db: Db, _month: string): Promise<Surveys> {
  return {
    answers: 0,
    low: { refused: "no-cases" },
    possibleComplaints: { open: 0, complaints: 0, none: 0 },
  };
}
