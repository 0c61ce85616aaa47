import { sql } from "kysely";
import type { Db } from "../../engine/database/database.ts";
import type { PolicyVersion, TrainingRecord } from "../../core/training/standing.ts";
import type { TrainingRules } from "./contract.ts";
import { trainingRules } from "./rules.ts";

/** All that decides who is trained, with dates on the wall of the office. */
export type Records = {
  /** Held sessions by their date; while there is none, everybody may own complaints. */
  held: string[];
  /** One for each time that somebody was there. */
  attendances: { person: string; date: string }[];
  records: ReadonlyMap<string, TrainingRecord>;
  versions: PolicyVersion[];
  rules: TrainingRules;
};

export async function trainingRecords(db: Db, zone: string): Promise<Records> {
  const [held, attendances, confirmations, versions, rules] = await Promise.all([
    heldSessions(db),
    latestAttendance(db),
    db
      .selectFrom("training_confirmation")
      .select(["person_id", "policy_version", "confirmed_at"])
      .orderBy("policy_version")
      .execute(),
    db.selectFrom("policy_version").select(["version", "effective_from"]).orderBy("version").execute(),
    trainingRules(db),
  ]);
  const dayOf = (instant: string) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
  const people = new Set([...attendances, ...confirmations].map(({ person_id }) => person_id));
  const recordOf = (person: string): TrainingRecord => ({
    attended: attendances.filter(({ person_id }) => person_id === person).map(({ date }) => date),
    confirmed: confirmations
      .filter(({ person_id }) => person_id === person)
      .map(({ policy_version, confirmed_at }) => ({ version: policy_version, on: dayOf(confirmed_at) })),
  });
  return {
    held,
    attendances: attendances.map(({ person_id, date }) => ({ person: person_id, date })),
    records: new Map([...people].map((person) => [person, recordOf(person)])),
    versions: versions.map(({ version, effective_from }) => ({
      version,
      from: dayOf(effective_from),
      editorial: rules.editorialVersions.includes(version),
    })),
    rules,
  };
}

/** The latest state of each session. */
export const latestStates = (db: Db) =>
  db
    .selectFrom("training_session_state as state")
    .selectAll("state")
    .where(
      sql<boolean>`state.version = (select max(version) from training_session_state where session_id = state.session_id)`,
    );

async function heldSessions(db: Db): Promise<string[]> {
  const rows = await latestStates(db).where("state.state", "=", "held").execute();
  return rows.map(({ date }) => date);
}

/** Who was there, of the sessions that were held, as it was recorded last. */
async function latestAttendance(db: Db): Promise<{ person_id: string; date: string }[]> {
  const { rows } = await sql<{ person_id: string; date: string }>`
    select latest.person_id, state.date
    from (
      select distinct on (session_id, person_id) session_id, person_id, attended
      from training_attendance order by session_id, person_id, number desc) latest
    join training_session_state state on state.session_id = latest.session_id
    where latest.attended and state.state = 'held'
      and state.version = (select max(version) from training_session_state where session_id = state.session_id)`.execute(
    db,
  );
  return rows;
}
