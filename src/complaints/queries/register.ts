import { sql } from "kysely";
import type { Person } from "../../core/access/access.ts";
import type { Db } from "../../database/database.ts";
import type { RegisterQuery } from "../contract.ts";
import { visibleTo } from "./visible.ts";

export type Cursor = { at: string | null; id: string };

const ended = ["closed", "withdrawn"];

/** The query behind a page; each order has its index, and a test looks at the plan. */
export function registerPage(db: Db, who: Person, asked: RegisterQuery, after?: Cursor) {
  let query = db
    .selectFrom("complaint")
    .selectAll()
    .where(visibleTo(who))
    .limit(asked.limit + 1);
  query =
    asked.sort === "due"
      ? query.orderBy(sql`coalesce(next_due_at, 'infinity')`).orderBy("id")
      : query.orderBy("received_at", "desc").orderBy("id", "desc");
  if (after && asked.sort === "due")
    query = query.where(
      sql<boolean>`(coalesce(next_due_at, 'infinity'), id) > (${after.at ?? "infinity"}::timestamptz, ${after.id}::uuid)`,
    );
  if (after && asked.sort === "received")
    query = query.where(sql<boolean>`(received_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  if (asked.stage) query = query.where("stage", "=", asked.stage);
  if (asked.open) query = query.where("stage", asked.open === "true" ? "not in" : "in", ended);
  if (asked.owner)
    query =
      asked.owner === "none"
        ? query.where("owner_id", "is", null)
        : query.where("owner_id", "=", asked.owner);
  if (asked.platform) query = query.where("platform", "=", asked.platform);
  if (asked.channel) query = query.where("channel", "=", asked.channel);
  if (asked.programme) query = query.where("programme", "=", asked.programme);
  if (asked.clock) query = query.where(running(asked.clock));
  if (asked.due_before) query = query.where("next_due_at", "<", asked.due_before);
  return query;
}

/** Complaints in which this promise is still open, whatever falls due before it. */
const running = (kind: string) =>
  sql<boolean>`exists (select from complaint_clock c where c.complaint_id = complaint.id and c.kind = ${kind} and c.met_at is null and c.not_applicable is null and c.ended_at is null)`;
