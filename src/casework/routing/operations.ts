import type { Desk } from "../../record/desk.ts";
import type { Handlers, No } from "../../operations.ts";
import type { routingOperations, RoutingTable, RoutingView } from "./contract.ts";
import type { Role } from "../../core/access/access.ts";
import { notAbout } from "../complaints/queries/visible.ts";
import { mayInOffice } from "../../core/access/office.ts";
import { Absences } from "../../organisation/office/contract.ts";
import { setting } from "../../organisation/office/people.ts";
import { changeSetting } from "../../organisation/office/settings.ts";
import { ended, routingTable, workload } from "./people.ts";

type Who = { id: string; roles: readonly Role[] };

/** The API of the routing table: read by everybody in the office, changed by administrators. */
export function routingHandlers(desk: Desk): Handlers<typeof routingOperations> {
  const { db, now } = desk;
  const change = async (
    who: Who,
    name: string,
    value: unknown,
    people: string[],
    refused?: No,
  ): Promise<{ ok: RoutingView } | No> => {
    if (!mayInOffice(who.roles, "change-settings")) return { kind: "forbidden" };
    if (refused) return refused;
    if (await someUnknown(desk, people))
      return { kind: "invalid", field: "people", message: "unknown_person" };
    await changeSetting(db, name, value, who.id, now());
    return { ok: await routingView(desk, who) };
  };
  return {
    "GET /routing": async ({ who }) =>
      mayInOffice(who.roles, "read-office") ? { ok: await routingView(desk, who) } : { kind: "forbidden" },
    "PUT /routing": async ({ who, body }) =>
      change(who, "routing", body, peopleIn(body), await unknownPlatform(desk, body)),
    "PUT /routing/absences": async ({ who, body: { absences } }) => {
      const backwards = absences.some(({ from, to }) => to < from);
      return change(
        who,
        "absences",
        absences,
        absences.map(({ person }) => person),
        backwards ? { kind: "invalid", field: "absences", message: "ends_before_it_begins" } : undefined,
      );
    },
  };
}

const peopleIn = ({ rules, management }: RoutingTable): string[] => [
  ...rules.flatMap(({ owners, deputy }) => [...owners, ...(deputy ? [deputy] : [])]),
  ...(management ? [...management.about, management.owner, ...management.unseenBy] : []),
];

async function someUnknown({ db }: Desk, people: string[]): Promise<boolean> {
  const ids = [...new Set(people)];
  if (ids.length === 0) return false;
  const rows = await db
    .selectFrom("person")
    .select("id")
    .where("id", "in", ids)
    .where("disabled_at", "is", null)
    .execute();
  return rows.length < ids.length;
}

async function unknownPlatform(desk: Desk, { rules }: RoutingTable): Promise<No | undefined> {
  const { platforms } = await desk.policyAt(desk.now());
  const known = new Set(platforms.map(({ code }) => code));
  return rules.some(({ platform }) => platform !== undefined && !known.has(platform))
    ? { kind: "invalid", field: "rules", message: "unknown_platform" }
    : undefined;
}

/** Its numbers are of what is not about the asker. */
async function routingView({ db, trained: trainedAt, now }: Desk, who: Who): Promise<RoutingView> {
  const [table, absences, trained, open, { unassigned }] = await Promise.all([
    routingTable(db),
    setting(db, "absences", Absences, []),
    trainedAt(now()),
    workload(db, who),
    db
      .selectFrom("complaint")
      .select(({ fn }) => fn.countAll<number>().as("unassigned"))
      .where(notAbout(who))
      .where("owner_id", "is", null)
      .where("stage", "not in", ended)
      .executeTakeFirstOrThrow(),
  ]);
  return { table, absences, ...(trained && { trained: [...trained] }), workload: open, unassigned };
}
