import { sql } from "kysely";
import type { Desk } from "../../record/desk.ts";
import type { Db, Tx } from "../../engine/database/database.ts";
import { dateOf } from "../../core/calendar/calendar.ts";
import { isAway, routeOf, takerFrom, type Route, type Staff } from "../../core/routing/routing.ts";
import { handle } from "../complaints/handle.ts";
import { ended, presence, routingTable, staffToday } from "./people.ts";

const router = { kind: "system", id: "routing" } as const;
const batch = 200;
/** So that a list is never empty, which SQL does not know. */
const nobody = "00000000-0000-0000-0000-000000000000";

type Waiting = {
  id: string;
  platform: string;
  subject: string;
  category: string | null;
  owner_id: string | null;
};

/**
 * Gives every open complaint that nobody looks after to whom the table names. Looked for each minute by what is stored, so
 * a complaint whose owner turns out to be complained about, or that came while all were away, is found again.
 */
export async function routeComplaints(desk: Desk): Promise<number> {
  const table = await routingTable(desk.db);
  const present = await presence(desk.db);
  const calendar = await desk.calendar(await desk.policyAt(desk.now()));
  const today = dateOf(calendar, desk.now()).toString();
  const routed = table.rules.length > 0 || table.management !== undefined;
  const waiting = [
    ...(routed ? await withoutOwner(desk.db) : []),
    ...(await leftAlone(desk.db, present, calendar.zone, today)),
  ];
  if (waiting.length === 0) return 0;
  const staff = await staffToday(desk, present);
  const workload = new Map(staff.workload);
  let given = 0;
  for (const { id, platform, subject, category, owner_id } of waiting) {
    const conflicts = await conflictsOf(desk, id);
    const people: Staff = { ...staff, workload };
    const complaint = { platform, subject, category: category ?? undefined, conflicts };
    const route =
      owner_id === null
        ? routeOf(complaint, table, people, today)
        : takerFrom(owner_id, complaint, table, people, today);
    if (!("owner" in route) || route.owner === owner_id) continue;
    await give(desk, id, route);
    workload.set(route.owner, (workload.get(route.owner) ?? 0) + 1);
    given += 1;
  }
  return given;
}

const open = (db: Db) =>
  db
    .selectFrom("complaint")
    .select(["id", "platform", "subject", "category", "owner_id"])
    .where("stage", "not in", ended)
    .orderBy("received_at")
    .limit(batch);

const withoutOwner = (db: Db): Promise<Waiting[]> => open(db).where("owner_id", "is", null).execute();

/** Whose owner has gone, or is away on the day on which something of it falls due. */
async function leftAlone(
  db: Db,
  { here, absences }: Pick<Staff, "here" | "absences">,
  zone: string,
  today: string,
): Promise<Waiting[]> {
  const away = absences.filter((each) => isAway(each, today));
  const back = (to: string) => Temporal.PlainDate.from(to).add({ days: 1 }).toZonedDateTime(zone).toInstant();
  const fallsDue = away.map(
    ({ person, to }) => sql<boolean>`complaint.owner_id = ${person} and exists (
      select from complaint_clock c where c.complaint_id = complaint.id and c.due_at < ${back(to).toString()}
        and c.met_at is null and c.not_applicable is null and c.ended_at is null)`,
  );
  return open(db)
    .where("owner_id", "is not", null)
    .where(({ or, eb }) => or([eb("owner_id", "not in", [...here, nobody]), ...fallsDue]))
    .execute();
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
async function give(
  desk: Desk,
  id: string,
  { owner, unseenBy }: Pick<Route, "owner" | "unseenBy">,
): Promise<void> {
  await desk.db.transaction().execute(async (tx: Tx) => {
    for (const personId of unseenBy)
      await handle(desk, router, id, { do: "name-conflict", personId }, { tx });
    await handle(desk, router, id, { do: "assign", ownerId: owner }, { tx });
  });
}
