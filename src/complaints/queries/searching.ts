import { sql, type Selectable } from "kysely";
import type { Person } from "../../core/access/access.ts";
import type { DB } from "../../database/tables.ts";
import type { Found } from "../../search/node-index.ts";
import type { RegisterPage, RegisterQuery } from "../contract.ts";
import type { Desk } from "../desk.ts";
import { registerPage, type Cursor } from "./register.ts";

type Row = Selectable<DB["complaint"]>;
type Page = { found: Row[] } & Pick<RegisterPage, "searchable" | "similar" | "alsoClosed">;

/** So many closed ones are counted beside what a search among open ones finds. */
const counted = 100;

/** A page of what somebody searches for. Which complaints have the words says the index, who sees them says the query. */
export async function searching(
  desk: Desk,
  who: Person,
  asked: RegisterQuery,
  text: string,
  after: Cursor | undefined,
): Promise<Page> {
  const { searchable, similar, ...hits } = await desk.search.find(text);
  const told = { ...(searchable !== undefined && { searchable }), ...(similar && { similar }) };
  // What no complaint says needs no question to the database.
  if ("ids" in hits && hits.ids.length === 0) return { found: [], ...told };
  const found = await page(desk, who, asked, after, hits);
  if (asked.open !== "true" || after) return { found, ...told };
  const closed = await page(desk, who, { ...asked, open: "false", limit: counted }, undefined, hits, 1);
  const alsoClosed = { count: Math.min(closed.length, counted), more: closed.length > counted };
  return { found, ...told, ...(alsoClosed.count > 0 && { alsoClosed }) };
}

const page = (
  desk: Desk,
  who: Person,
  asked: RegisterQuery,
  after: Cursor | undefined,
  hits: Found,
  most?: number,
) =>
  "ids" in hits
    ? amongFew(desk, who, asked, after, hits.ids)
    : alongTheRegister(desk, who, asked, after, hits.expression, most);

/** The found ones are fetched by their ids and then put in order: a planner must not walk the register to find a few. */
function amongFew({ db }: Desk, who: Person, asked: RegisterQuery, after: Cursor | undefined, ids: string[]) {
  const hit = registerPage(db, who, asked, after)
    .clearOrderBy()
    .clearLimit()
    // Keeps the two steps apart: without it they are planned as one.
    .offset(0)
    .where(sql<boolean>`complaint.id = any(${ids}::uuid[])`)
    .as("hit");
  const found = db
    .selectFrom(hit)
    .selectAll()
    .limit(asked.limit + 1);
  return asked.sort === "due"
    ? found
        .orderBy(sql`coalesce(next_due_at, 'infinity')`)
        .orderBy("id")
        .execute()
    : found.orderBy("received_at", "desc").orderBy("id", "desc").execute();
}

/** Words that very many say: the register is read in its order, and the index says who of them has the words. */
async function alongTheRegister(
  desk: Desk,
  who: Person,
  asked: RegisterQuery,
  after: Cursor | undefined,
  expression: string,
  most = Number.POSITIVE_INFINITY,
): Promise<Row[]> {
  const chosen: string[] = [];
  let place = after;
  for (let [step, size] = [0, 500]; step < most && chosen.length <= asked.limit; step += 1, size = 4000) {
    const next = await registerPage(desk.db, who, { ...asked, limit: size - 1 }, place)
      .clearSelect()
      .select(["id", "next_due_at", "received_at"])
      .execute();
    const last = next.at(-1);
    if (!last) break;
    chosen.push(
      ...(await desk.search.among(
        expression,
        next.map(({ id }) => id),
      )),
    );
    place = { at: asked.sort === "due" ? last.next_due_at : last.received_at, id: last.id };
    if (next.length < size) break;
  }
  const page = chosen.slice(0, asked.limit + 1);
  const rows = await desk.db
    .selectFrom("complaint")
    .selectAll()
    .where(sql<boolean>`id = any(${page}::uuid[])`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return page.flatMap((id) => byId.get(id) ?? []);
}
