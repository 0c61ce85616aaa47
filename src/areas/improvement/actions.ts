import { sql, type SelectQueryBuilder } from "kysely";
import type { Person } from "../../core/access/access.ts";
import type { Db } from "../../engine/database/database.ts";
import type { DB } from "../../engine/database/tables.ts";
import type { Desk } from "../../record/desk.ts";
import type { Action } from "./contract.ts";
import { readsActions } from "../../core/access/improvement.ts";
import { dateOf } from "../../core/calendar/calendar.ts";
import { open } from "../../record/content/content.ts";
import { visibleTo } from "../../casework/complaints/queries/visible.ts";

/** The actions that someone may see: all of them for whoever reads complaints, else their own. */
export const actionsVisibleTo = (who: Person) => {
  if (who.kind === "system") return sql<boolean>`true`;
  if (who.kind === "customer") return sql<boolean>`false`;
  return readsActions(who.roles) ? sql<boolean>`true` : sql<boolean>`improvement_action.owner_id = ${who.id}`;
};

export async function actionVisible(db: Db, who: Person, id: string): Promise<boolean> {
  const row = await db
    .selectFrom("improvement_action")
    .select("id")
    .where("id", "=", id)
    .where(actionsVisibleTo(who))
    .executeTakeFirst();
  return row !== undefined;
}

export async function todayOf(desk: Desk, on: Db = desk.db): Promise<string> {
  const now = desk.now();
  return dateOf(await desk.calendar(await desk.policyAt(now, on), on), now).toString();
}

const overdue = (today: string) => sql<boolean>`status = 'open' and due_on < ${today}`;
const toCheck = (today: string) =>
  sql<boolean>`status = 'done' and verdict is null and check_from <= ${today}`;

export type Sought = {
  id?: string;
  ids?: readonly string[];
  state?: "open" | "overdue" | "check" | "done" | "ended" | undefined;
  complaint?: string | undefined;
  issue?: string | undefined;
  review?: string | undefined;
  programme?: string | undefined;
};

const states = {
  open: () => sql<boolean>`status = 'open'`,
  overdue,
  check: toCheck,
  done: () => sql<boolean>`status = 'done'`,
  ended: () => sql<boolean>`status in ('verified', 'cancelled')`,
};

/** More actions than this at once are no list that anybody reads; narrower questions find the rest. */
const most = 500;

/** Actions, what is due first at the top. */
export async function listActions(desk: Desk, who: Person, sought: Sought): Promise<Action[]> {
  const { db, keys } = desk;
  const today = await todayOf(desk);
  const rows = await seeking(
    db.selectFrom("improvement_action").where(actionsVisibleTo(who)),
    who,
    sought,
    today,
  )
    .selectAll("improvement_action")
    .select([overdue(today).as("overdue"), sql<boolean>`coalesce(${toCheck(today)}, false)`.as("to_check")])
    .select(({ selectFrom }) =>
      selectFrom("improvement_action_complaint as link")
        .innerJoin("complaint", "complaint.id", "link.complaint_id")
        .whereRef("link.action_id", "=", "improvement_action.id")
        .where(visibleTo(who))
        .select(({ fn }) => fn.countAll<number>().as("complaints"))
        .as("complaints"),
    )
    .orderBy(sql`case status when 'open' then 0 when 'done' then 1 else 2 end`)
    .orderBy(sql`coalesce(case status when 'done' then check_due_on end, due_on)`)
    .orderBy("number")
    .limit(most)
    .execute();
  const titles = await open(
    db,
    keys,
    rows.map(({ id }) => id),
    { names: ["title"] },
  );
  // Evidence has a title too: the action's own stands where it was opened or changed.
  const worded = await wordedAt(
    db,
    rows.map(({ id }) => id),
  );
  const titleOf = new Map(
    titles
      .filter(({ ownerId, version }) => worded.get(ownerId) === version)
      .map(({ ownerId, clear }) => [ownerId, clear.toString()]),
  );
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    version: row.version,
    title: titleOf.get(row.id) ?? "",
    status: row.status as Action["status"],
    overdue: row.overdue,
    toCheck: row.to_check,
    ownerId: row.owner_id,
    openedOn: row.opened_on,
    dueOn: row.due_on,
    ...there({
      rootCause: row.root_cause,
      category: row.category,
      programme: row.programme,
      issueId: row.issue_id,
      reviewId: row.review_id,
      effectiveOn: row.effective_on,
      checkFrom: row.check_from,
      checkDueOn: row.check_due_on,
      verdict: row.verdict as Action["verdict"] | null,
    }),
    complaints: row.complaints ?? 0,
  }));
}

function seeking(
  all: SelectQueryBuilder<DB, "improvement_action", object>,
  who: Person,
  { id, ids, state, complaint, issue, review, programme }: Sought,
  today: string,
) {
  let query = all;
  if (id) query = query.where("id", "=", id);
  if (ids) query = query.where("id", "in", ids.length > 0 ? [...ids] : [null as unknown as string]);
  if (state) query = query.where(states[state](today));
  if (issue) query = query.where("issue_id", "=", issue);
  if (review) query = query.where("review_id", "=", review);
  if (programme)
    query = query.where(({ or, eb }) =>
      or([eb("programme", "=", programme), eb("target_programme", "=", programme)]),
    );
  if (complaint)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom("improvement_action_complaint as link")
          .innerJoin("complaint", "complaint.id", "link.complaint_id")
          .whereRef("link.action_id", "=", "improvement_action.id")
          .where("complaint.id", "=", complaint)
          .where(visibleTo(who))
          .select("link.complaint_id"),
      ),
    );
  return query;
}

/** How many wait for somebody, of those that the asker may see. */
export async function countActions(desk: Desk, who: Person) {
  const today = await todayOf(desk);
  const count = (condition: ReturnType<typeof overdue>) => sql<number>`count(*) filter (where ${condition})`;
  return desk.db
    .selectFrom("improvement_action")
    .where(actionsVisibleTo(who))
    .select([
      count(states.open()).as("open"),
      count(overdue(today)).as("overdue"),
      count(toCheck(today)).as("check"),
    ])
    .executeTakeFirstOrThrow();
}

/** Of each action, the fact whose words it is called by now. */
async function wordedAt(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("improvement_fact")
    .select(["action_id", ({ fn }) => fn.max<number>("version").as("version")])
    .where("action_id", "in", [...ids])
    .where("kind", "in", ["opened", "changed"])
    .groupBy("action_id")
    .execute();
  return new Map(rows.map(({ action_id, version }) => [action_id, version]));
}

type There<T> = { [K in keyof T]?: NonNullable<T[K]> };
const there = <T extends Record<string, unknown>>(values: T): There<T> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  ) as There<T>;
