import { sql } from "kysely";
import type { Person } from "../../core/access/access.ts";
import type { Found } from "../../search/node-index.ts";
import type { RegisterPage, RegisterQuery } from "../contract.ts";
import type { Desk } from "../desk.ts";
import { all, conditions, places, rowsAt, seenBy, type Place, type Row } from "./register.ts";

type Page = { found: Row[] } & Pick<RegisterPage, "searchable" | "similar" | "alsoClosed">;

/** So many closed ones are counted beside what a search among open ones finds. */
const counted = 100;

/** A page of what somebody searches for. Which complaints have the words says the index, who sees them says the query. */
export async function searching(
  desk: Desk,
  who: Person,
  asked: RegisterQuery,
  text: string,
  after: Place | undefined,
): Promise<Page> {
  const { searchable, similar, ...hits } = await desk.search.find(text);
  const told = { ...(searchable !== undefined && { searchable }), ...(similar && { similar }) };
  // What no complaint says needs no question to the database.
  if ("ids" in hits && hits.ids.length === 0) return { found: [], ...told };
  const { rows: found } = await page(desk, who, asked, after, hits);
  if (asked.open !== "true" || after) return { found, ...told };
  const closed = await page(desk, who, { ...asked, open: "false", limit: counted }, undefined, hits, 2);
  const count = Math.min(closed.rows.length, counted);
  const alsoClosed = { count, more: closed.cut || closed.rows.length > counted };
  return { found, ...told, ...(alsoClosed.count > 0 && { alsoClosed }) };
}

const page = (
  desk: Desk,
  who: Person,
  asked: RegisterQuery,
  after: Place | undefined,
  hits: Found,
  most?: number,
) =>
  "ids" in hits
    ? amongFew(desk, who, asked, after, hits.ids).then((rows) => ({ rows, cut: false }))
    : alongTheRegister(desk, who, asked, after, hits.expression, most);

/** The found ones are fetched by their ids and then put in order: a planner must not walk the register to find a few. */
async function amongFew(
  { db }: Desk,
  who: Person,
  asked: RegisterQuery,
  after: Place | undefined,
  ids: string[],
) {
  const asking = [sql<boolean>`id = any(${ids}::uuid[])`, seenBy(who), ...conditions(asked)];
  const { rows } = await sql<Place>`
    select id from (
      select id, received_at, ${asked.sort === "due" ? sql`next_due_at` : sql`null::timestamptz`} as due
      from complaint where ${all(asking)}
      -- Keeps the two steps apart: without it they are planned as one.
      offset 0) hit
    where ${behind(asked, after)}
    order by due, case when due is null then received_at end desc, case when due is null then id end desc, id
    limit ${asked.limit + 1}`.execute(db);
  return rowsAt(db, rows);
}

/** What comes after a place in the order of the register. */
function behind({ sort }: RegisterQuery, after: Place | undefined) {
  if (!after) return sql`true`;
  const { at, id, rest } = after;
  if (sort === "received" || rest)
    return sql`due is null and (received_at, id) < (${at}::timestamptz, ${id}::uuid)`;
  return sql`(due is null or (due, id) > (${at}::timestamptz, ${id}::uuid))`;
}

/**
 * Words that very many say: the register is read in its order, and the index says who of them has the words. Answers `cut`
 * when it was told to stop before the end.
 */
async function alongTheRegister(
  desk: Desk,
  who: Person,
  asked: RegisterQuery,
  after: Place | undefined,
  expression: string,
  most = Number.POSITIVE_INFINITY,
): Promise<{ rows: Row[]; cut: boolean }> {
  const chosen: { id: string }[] = [];
  let place = after;
  // The more of them have the words, the fewer have to be asked about.
  let size = 100;
  for (let step = 0; step < most && chosen.length <= asked.limit; step += 1) {
    const next = await places(desk.db, who, { ...asked, limit: size }, place);
    const among = await desk.search.among(
      expression,
      next.map(({ id }) => id),
    );
    chosen.push(...among.map((id) => ({ id })));
    place = next.length < size ? undefined : next.at(-1);
    if (!place) break;
    size = Math.min(size * 3, 2000);
  }
  const rows = await rowsAt(desk.db, chosen.slice(0, asked.limit + 1));
  return { rows, cut: place !== undefined };
}
