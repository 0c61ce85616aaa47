import type { Db } from "../../engine/database/database.ts";
import { ownsComplaints, type Role } from "../../core/access/access.ts";
import { proportion, type NoProportion, type Proportion } from "../../core/statistics/proportion.ts";
import { dayIn, standingIn } from "./gate.ts";
import { trainingRecords } from "./records.ts";

/** Training in the monthly report (STANDARDS §4.2, 15). */
export type TrainingFigures = {
  handlers: number;
  trained: number;
  share: Proportion | NoProportion;
  sessionsHeld: number;
  attendances: number;
};

/**
 * Of those who own complaints and worked here at an instant, how many were trained on that day; and the sessions from a
 * first day ("2026-10-01") up to that day. For a whole period, ask as of its last instant. Roles have no history: they
 * are those of now.
 */
export async function trainingFigures(
  db: Db,
  since: string,
  asOf: string,
  zone: string,
): Promise<TrainingFigures> {
  const day = dayIn(zone, asOf);
  const records = await trainingRecords(db, zone);
  const people = await db
    .selectFrom("person")
    .select(["id", "roles"])
    .where("created_at", "<=", asOf)
    .where(({ or, eb }) => or([eb("disabled_at", "is", null), eb("disabled_at", ">", asOf)]))
    .execute();
  const handlers = people.filter(({ roles }) => ownsComplaints(roles as Role[]));
  const trained = handlers.filter(({ id }) => standingIn(records, id, day).trained).length;
  const within = (date: string) => since <= date && date <= day;
  return {
    handlers: handlers.length,
    trained,
    share: proportion(trained, handlers.length),
    sessionsHeld: records.held.filter(within).length,
    attendances: records.attendances.filter(({ date }) => within(date)).length,
  };
}
