import { sql } from "kysely";
import type { Desk } from "../../record/desk.ts";
import { handle } from "./handle.ts";

/**
 * Lets the running clocks follow each correction of the calendar, complaint by complaint. What was interrupted is done
 * again in the next minute; a clock that has followed already stays as it is.
 */
export async function followCalendar(desk: Desk): Promise<number> {
  const changes = await desk.db
    .selectFrom("calendar_change as c")
    .leftJoin("calendar_change_followed as f", "f.change_id", "c.id")
    .select(["c.id", "c.date"])
    .where("f.change_id", "is", null)
    .orderBy("c.id")
    .execute();
  let followed = 0;
  for (const { id, date } of changes) {
    const complaints = await running(desk, date);
    for (const complaintId of complaints)
      await handle(desk, { kind: "system", id: "calendar" }, complaintId, { do: "recompute-clocks" });
    followed += complaints.length;
    await desk.db
      .insertInto("calendar_change_followed")
      .values({ change_id: id, complaints: complaints.length, followed_at: desk.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return followed;
}

/** Complaints with a clock that runs across a date; a day more on both sides, whatever the zone. */
async function running({ db }: Desk, date: string): Promise<string[]> {
  const { rows } = await sql<{ complaint_id: string }>`
    select distinct complaint_id from complaint_clock
    where met_at is null and not_applicable is null and ended_at is null
      and started_at < ${date}::date + 2 and due_at > ${date}::date - 1`.execute(db);
  return rows.map(({ complaint_id }) => complaint_id);
}
