import type { Staff } from "../../core/access/access.ts";
import type { Desk } from "../../record/desk.ts";
import type { SessionEntry, SessionView } from "./contract.ts";
import { mayInOffice } from "../../core/access/office.ts";
import { latestLessonStates, lessonTold } from "./lessons.ts";
import { latestStates } from "./records.ts";
import { saidOf, type Said } from "./words.ts";

type Only = { id?: string; year?: number | undefined };

/** Sessions, the latest first. Who was there is told to those who may read it; everybody is told of themselves. */
export async function sessions(desk: Desk, who: Staff, { id, year }: Only = {}): Promise<SessionView[]> {
  let query = latestStates(desk.db).orderBy("state.date", "desc").orderBy("state.session_id");
  if (id) query = query.where("state.session_id", "=", id);
  if (year)
    query = query.where("state.date", ">=", `${year}-01-01`).where("state.date", "<=", `${year}-12-31`);
  const rows = await query.execute();
  const ids = rows.map(({ session_id }) => session_id);
  const said = await saidOf(desk, ids);
  const present = await whoWasThere(desk, ids);
  const lessons = await lessonsOf(desk, ids);
  const readsAll = mayInOffice(who.roles, "read-training");
  return rows.map((row) => {
    const there = present(row.session_id);
    return {
      id: row.session_id,
      version: row.version,
      ...toldOf(row, said(row.session_id, row.version)),
      attended: there.includes(who.id),
      ...(readsAll && { attendance: there }),
      lessons: lessons.get(row.session_id) ?? [],
    };
  });
}

type State = { state: string; date: string; trainer_id: string | null };

const toldOf = ({ state, date, trainer_id }: State, { content = "", trainerName, materials }: Said) => ({
  state: state as SessionView["state"],
  date,
  ...(trainer_id && { trainerId: trainer_id }),
  ...(trainerName && { trainerName }),
  content,
  ...(materials && { materials }),
});

async function whoWasThere({ db }: Desk, ids: string[]) {
  if (ids.length === 0) return () => [];
  const rows = await db
    .selectFrom("training_attendance")
    .select(["session_id", "person_id", "attended"])
    .distinctOn(["session_id", "person_id"])
    .where("session_id", "in", ids)
    .orderBy("session_id")
    .orderBy("person_id")
    .orderBy("number", "desc")
    .execute();
  return (id: string) =>
    rows
      .filter(({ session_id, attended }) => session_id === id && attended)
      .map(({ person_id }) => person_id);
}

/** What is told in each session: lessons that were accepted, without the way back to a case. */
async function lessonsOf(desk: Desk, ids: string[]): Promise<Map<string, SessionView["lessons"]>> {
  if (ids.length === 0) return new Map();
  const rows = await latestLessonStates(desk.db)
    .where("state.session_id", "in", ids)
    .where("state.state", "=", "accepted")
    .orderBy("state.recorded_at")
    .execute();
  const said = await saidOf(
    desk,
    rows.map(({ lesson_id }) => lesson_id),
  );
  const told = new Map<string, SessionView["lessons"]>();
  for (const row of rows)
    told
      .getOrInsertComputed(row.session_id!, () => [])
      .push(lessonTold(row, said(row.lesson_id, row.version)));
  return told;
}

/** Every state of a session and every entry of its attendance, the latest first. */
export async function sessionHistory(desk: Desk, id: string): Promise<SessionEntry[]> {
  const states = await desk.db
    .selectFrom("training_session_state")
    .selectAll()
    .where("session_id", "=", id)
    .execute();
  const attendance = await desk.db
    .selectFrom("training_attendance")
    .selectAll()
    .where("session_id", "=", id)
    .orderBy("number")
    .execute();
  const said = await saidOf(desk, [id, ...attendance.map((each) => each.id)]);
  const entries = [
    ...states.map((row) => {
      const words = said(id, row.version);
      return { ...whoAndWhy(row, words), session: toldOf(row, words) };
    }),
    ...attendance.map((row) => ({
      ...whoAndWhy(row, said(row.id, 1)),
      attendance: { person: row.person_id, attended: row.attended },
    })),
  ];
  return entries.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).toReversed();
}

const whoAndWhy = (row: { recorded_at: string; recorded_by: string }, { reason }: Said) => ({
  at: row.recorded_at,
  by: row.recorded_by,
  ...(reason && { reason }),
});
