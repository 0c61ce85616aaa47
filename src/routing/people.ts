import type { Db } from "../database/database.ts";
import type { Desk } from "../complaints/desk.ts";
import type { Staff } from "../core/routing/routing.ts";
import { ownsComplaints, type Role } from "../core/access/access.ts";
import { notAbout } from "../complaints/queries/visible.ts";
import { Absences, Deputies } from "../office/contract.ts";
import { setting } from "../office/people.ts";
import { RoutingTable } from "./contract.ts";

export const routingTable = (db: Db) => setting(db, "routing", RoutingTable, { rules: [] });

/** Who is there, who may, and how much each has to do. */
export async function staffToday({ db, trained: trainedAt, now }: Desk): Promise<Staff> {
  const [people, absences, trained, deputies, open] = await Promise.all([
    db.selectFrom("person").select(["id", "roles"]).where("disabled_at", "is", null).execute(),
    setting(db, "absences", Absences, []),
    trainedAt(now()),
    setting(db, "deputies", Deputies, {}),
    workload(db),
  ]);
  return {
    here: new Set(people.filter(({ roles }) => ownsComplaints(roles as Role[])).map(({ id }) => id)),
    absences,
    trained,
    deputies,
    workload: new Map(open.map(({ person, open: count }) => [person, count])),
  };
}

/** Nobody has to do anything any more. */
export const ended = ["closed", "withdrawn"];

export async function workload(db: Db, who?: { id: string }): Promise<{ person: string; open: number }[]> {
  const rows = await db
    .selectFrom("complaint")
    .$if(who !== undefined, (query) => query.where(notAbout(who!)))
    .select(["owner_id", ({ fn }) => fn.countAll<number>().as("open")])
    .where("owner_id", "is not", null)
    .where("stage", "not in", ended)
    .groupBy("owner_id")
    .execute();
  return rows.map(({ owner_id, open }) => ({ person: owner_id!, open }));
}
