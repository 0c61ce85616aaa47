import { sql } from "kysely";
import type { Staff } from "../../core/access/access.ts";
import type { Desk } from "../../record/desk.ts";
import type { Db } from "../../engine/database/database.ts";
import type { LessonView, SessionView } from "./contract.ts";
import { may } from "../../core/access/access.ts";
import { mayInOffice } from "../../core/access/office.ts";
import { visibleTo } from "../../casework/complaints/queries/visible.ts";
import { saidOf, type Said } from "./words.ts";

/** The latest state of each lesson. */
export const latestLessonStates = (db: Db) =>
  db
    .selectFrom("training_lesson_state as state")
    .selectAll("state")
    .where(
      sql<boolean>`state.version = (select max(version) from training_lesson_state where lesson_id = state.lesson_id)`,
    );

/**
 * What somebody may read of lessons: everything that was accepted, and their own drafts. Drafts of others are read by
 * managers and auditors who may see the case that they come from.
 */
const readableBy = ({ db }: Pick<Desk, "db">, who: Staff) =>
  latestLessonStates(db)
    .innerJoin("training_lesson as lesson", "lesson.id", "state.lesson_id")
    .leftJoin("training_session_state as session", (join) =>
      join
        .onRef("session.session_id", "=", "state.session_id")
        .on(
          sql<boolean>`session.version = (select max(version) from training_session_state where session_id = session.session_id)`,
        ),
    )
    .select((row) => [
      "lesson.complaint_id",
      "lesson.drafted_at",
      "lesson.drafted_by",
      "session.state as session_state",
      row.exists(visibleCase(db, who)).as("seen"),
    ])
    .where((row) =>
      row.or([
        row("state.state", "=", "accepted"),
        row("lesson.drafted_by", "=", who.id),
        ...(readsDrafts(who)
          ? [row.or([row("lesson.complaint_id", "is", null), row.exists(visibleCase(db, who))])]
          : []),
      ]),
    );

const readsDrafts = ({ roles }: Staff) => mayInOffice(roles, "read-training") && may(roles, "read");

/** The case that a lesson comes from, when somebody may see it. */
const visibleCase = (db: Db, who: Staff) =>
  db
    .selectFrom("complaint")
    .select("complaint.id")
    .where(sql<boolean>`complaint.id = lesson.complaint_id`)
    .where(visibleTo(who));

export async function lessons(desk: Desk, who: Staff, only?: string): Promise<LessonView[]> {
  let query = readableBy(desk, who).orderBy("lesson.drafted_at", "desc").orderBy("lesson.id");
  if (only) query = query.where("lesson.id", "=", only);
  const rows = await query.execute();
  const said = await saidOf(
    desk,
    rows.map(({ lesson_id }) => lesson_id),
  );
  const settles = mayInOffice(who.roles, "accept-lessons");
  return rows.map((row) => {
    const inReach = row.complaint_id === null || Boolean(row.seen);
    const words = said(row.lesson_id, row.version);
    return {
      ...lessonTold(row, words),
      ...(words.reason && { reason: words.reason }),
      version: row.version,
      state: row.state as LessonView["state"],
      // Of a session that was cancelled, it waits for the next one again.
      ...(row.session_id && row.session_state !== "cancelled" && { sessionId: row.session_id }),
      ...(row.complaint_id && row.seen && { complaintId: row.complaint_id }),
      draftedAt: row.drafted_at,
      ...((row.drafted_by === who.id || (readsDrafts(who) && inReach)) && { draftedBy: row.drafted_by }),
      mayChange: row.state === "drafted" && (row.drafted_by === who.id || (settles && inReach)),
      maySettle: settles && inReach && row.state !== "declined" && row.session_state !== "held",
    };
  });
}

type Row = {
  lesson_id: string;
  category: string | null;
  root_cause: string | null;
  programme: string | null;
};

/** A lesson as everybody may read it: without the way back to a case. */
export const lessonTold = (
  { lesson_id, category, root_cause, programme }: Row,
  { text = "" }: Said,
): SessionView["lessons"][number] => ({
  id: lesson_id,
  text,
  ...(category && { category }),
  ...(root_cause && { rootCause: root_cause }),
  ...(programme && { programme }),
});
