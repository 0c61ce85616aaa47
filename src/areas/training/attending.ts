import type { Desk } from "../../record/desk.ts";
import type { Db, Tx } from "../../engine/database/database.ts";
import type { No } from "../../operations.ts";
import { keep } from "../../record/content/content.ts";
import { latestState } from "./recording.ts";
import { toKeep } from "./words.ts";

type Attendance = { person: string; attended: boolean };

/** Records who was there. What was recorded before stays; another answer is a correction and says why. */
export async function recordAttendance(
  desk: Desk,
  sessionId: string,
  { people, reason }: { people: Attendance[]; reason?: string | undefined },
  by: string,
): Promise<{ id: string } | No> {
  return desk.db.transaction().execute(async (tx): Promise<{ id: string } | No> => {
    const session = await latestState(tx, sessionId);
    if (!session) return { kind: "unknown" };
    if (session.state !== "held") return { kind: "conflict", code: "session-not-held" };
    const named = new Map(people.map(({ person, attended }) => [person, attended]));
    const known = await tx
      .selectFrom("person")
      .select("id")
      .where("id", "in", [...named.keys()])
      .execute();
    if (known.length < named.size) return { kind: "invalid", field: "people", message: "unknown_person" };
    const before = await attendanceOf(tx, sessionId);
    const changed = [...named].filter(([person, attended]) => attended !== (before.get(person) ?? false));
    if (changed.some(([person]) => before.has(person)) && !reason)
      return { kind: "conflict", code: "correction-without-reason" };
    for (const [person, attended] of changed)
      await add(tx, desk, { session_id: sessionId, person_id: person, attended, recorded_by: by }, reason);
    return { id: sessionId };
  });
}

async function add(
  tx: Tx,
  { keys, now }: Desk,
  row: { session_id: string; person_id: string; attended: boolean; recorded_by: string },
  reason: string | undefined,
): Promise<void> {
  const id = crypto.randomUUID();
  await keep(tx, keys, id, 1, toKeep({ reason }));
  await tx
    .insertInto("training_attendance")
    .values({ id, ...row, recorded_at: now() })
    .execute();
}

/** Person → whether they were there, as it was recorded last. */
export async function attendanceOf(db: Db, sessionId: string): Promise<ReadonlyMap<string, boolean>> {
  const rows = await db
    .selectFrom("training_attendance")
    .select(["person_id", "attended"])
    .where("session_id", "=", sessionId)
    .orderBy("number")
    .execute();
  return new Map(rows.map(({ person_id, attended }) => [person_id, attended]));
}
