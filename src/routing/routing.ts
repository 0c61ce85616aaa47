import type { Desk } from "../complaints/desk.ts";
import type { Tx } from "../database/database.ts";
import { dateOf } from "../core/calendar/calendar.ts";
import { routeOf, type Route, type Staff } from "../core/routing/routing.ts";
import { handle } from "../complaints/handle.ts";
import { ended, routingTable, staffToday } from "./people.ts";

const router = { kind: "system", id: "routing" } as const;
const batch = 200;

/**
 * Gives every open complaint without an owner to whom the table names. Looked for each minute by what is stored, so a
 * complaint whose owner turns out to be complained about, or that came while all were away, is found again.
 */
export async function routeComplaints(desk: Desk): Promise<number> {
  const table = await routingTable(desk.db);
  if (table.rules.length === 0 && !table.management) return 0;
  const waiting = await desk.db
    .selectFrom("complaint")
    .select(["id", "platform", "subject", "category"])
    .where("owner_id", "is", null)
    .where("stage", "not in", ended)
    .orderBy("received_at")
    .limit(batch)
    .execute();
  if (waiting.length === 0) return 0;
  const staff = await staffToday(desk);
  const workload = new Map(staff.workload);
  const calendar = await desk.calendar(await desk.policyAt(desk.now()));
  const today = dateOf(calendar, desk.now()).toString();
  let given = 0;
  for (const { id, platform, subject, category } of waiting) {
    const conflicts = await conflictsOf(desk, id);
    const people: Staff = { ...staff, workload };
    const route = routeOf(
      { platform, subject, category: category ?? undefined, conflicts },
      table,
      people,
      today,
    );
    if (!("owner" in route)) continue;
    await give(desk, id, route);
    workload.set(route.owner, (workload.get(route.owner) ?? 0) + 1);
    given += 1;
  }
  return given;
}

async function conflictsOf({ db }: Desk, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom("complaint_conflict")
    .select("person_id")
    .where("complaint_id", "=", id)
    .execute();
  return rows.map(({ person_id }) => person_id);
}

/** Whoever must not see it is shut out in the same transaction in which it gets its owner. */
async function give(desk: Desk, id: string, { owner, unseenBy }: Route): Promise<void> {
  await desk.db.transaction().execute(async (tx: Tx) => {
    for (const personId of unseenBy)
      await handle(desk, router, id, { do: "name-conflict", personId }, { tx });
    await handle(desk, router, id, { do: "assign", ownerId: owner }, { tx });
  });
}
