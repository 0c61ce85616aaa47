import type { Db } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import type { Staff } from "../../core/routing/routing.ts";
import { ownsComplaints } from "../../core/access/access.ts";
import { notAbout } from "../complaints/queries/visible.ts";
import { Absences, Deputies } from "../../organisation/office/contract.ts";
import { atWork, setting } from "../../organisation/office/people.ts";
import { RoutingTable } from "./contract.ts";

export const routingTable = (db: Db) => setting(db, "routing", RoutingTable, { rules: [] });

type Presence = Pick<Staff, "here" | "absences">;

/** Who may own complaints and works here, and when they are away. */
export async function presence(db: Db): Promise<Presence> {
  const [people, absences] = await Promise.all([atWork(db), setting(db, "absences", Absences, [])]);
  const owners = people.filter(({ roles }) => ownsComplaints(roles));
  return { here: new Set(owners.map(({ id }) => id)), absences };
}

/** The same with who is trained, who stands in for whom, and how much each has to do. */
export async function staffToday({ db, trained: trainedAt, now }: Desk, present: Presence): Promise<Staff> {
  const [trained, deputies, open] = await Promise.all([
    trainedAt(now()),
    setting(db, "deputies", Deputies, {}),
    workload(db),
  ]);
  return {
    ...present,
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
