import { sql } from "kysely";
import type { Person } from "../../../core/access/access.ts";
import type { Standing } from "../../../record/search/store.ts";
import type { RegisterPage, RegisterQuery } from "../contract.ts";
import type { Desk } from "../../../record/desk.ts";
import { all, conditions, needsDate, places, rowsAt, seenBy, type Place, type Row } from "./register.ts";

type Page = { found: Row[] } & Pick<RegisterPage, "searchable" | "similar" | "alsoClosed">;
type Asked = Omit<RegisterQuery, "q" | "cursor">;

/** So many closed ones are counted beside what a search among open ones finds, of so many that are looked at. */
const counted = 100;
const lookedAt = 400;
/** So many that are due can be put in order at once. */
const few = 4000;

/** A page of what somebody searches for. Which complaints have the words says the index, who sees them says the query. */
export async function searching(
  desk: Desk,
  who: Person,
  asked: RegisterQuery,
  text: string,
  after: Place | undefined,
): Promise<Page> {
  const { expression, ...told } = await desk.search.find(text);
  // What no complaint says needs no question to the database.
  if (expression === undefined) return { found: [], ...told };
  const lines = await (asked.sort === "received"
    ? newest(desk, who, asked, expression, standingsOf(asked), after)
    : byDate(desk, who, asked, expression, after));
  const found = await rowsAt(desk.db, lines);
  if (asked.open !== "true" || after) return { found, ...told };
  const alsoClosed = await countClosed(desk, who, asked, expression);
  return { found, ...told, ...(alsoClosed.count > 0 && { alsoClosed }) };
}

/** What is due first, then the rest, the latest first. */
async function byDate(
  desk: Desk,
  who: Person,
  asked: Asked,
  expression: string,
  after: Place | undefined,
): Promise<Place[]> {
  const wanted = asked.limit + 1;
  const due = after?.rest ? [] : await owed(desk, who, asked, expression, after);
  if (due.length >= wanted || needsDate(asked)) return due;
  const standings = standingsOf(asked).filter((standing) => standing !== "owed");
  const rest = { ...asked, limit: asked.limit - due.length };
  return [...due, ...(await newest(desk, who, rest, expression, standings, after?.rest && after))];
}

/** Nothing that has ended is open; what has something due may be either. */
function standingsOf(asked: Asked): Standing[] {
  if (needsDate(asked)) return ["owed"];
  if (asked.open === undefined) return ["owed", "open", "ended"];
  return ["owed", asked.open === "true" ? "open" : "ended"];
}

async function owed(
  desk: Desk,
  who: Person,
  asked: Asked,
  expression: string,
  after: Place | undefined,
): Promise<Place[]> {
  const { ids, before } = await desk.search.newest(expression, ["owed"], few);
  if (before !== undefined) return alongTheDue(desk, who, asked, expression, after);
  if (ids.length === 0) return [];
  const further = after && sql<boolean>`(next_due_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)`;
  const asking = [sql<boolean>`next_due_at is not null`, further];
  const { rows } = await sql<Place>`
    select id, next_due_at as at from ${hits(who, asked, ids)} where ${all(asking)}
    order by next_due_at, id limit ${asked.limit + 1}`.execute(desk.db);
  return rows;
}

/** The found ones are fetched by their ids and then put in order: a planner must not walk the register to find a few. */
const hits = (who: Person, asked: Asked, ids: readonly string[]) => sql`(
  select id, received_at, next_due_at from complaint
  where ${all([sql<boolean>`id = any(${ids}::uuid[])`, seenBy(who), ...conditions(asked)])}
  offset 0) hit`;

/** What very many have that is due: those are read in their order, and the index says who of them has the words. */
async function alongTheDue(
  desk: Desk,
  who: Person,
  asked: Asked,
  expression: string,
  after: Place | undefined,
): Promise<Place[]> {
  const chosen: Place[] = [];
  let place = after;
  // The more of them have the words, the fewer have to be asked about.
  let size = 100;
  while (chosen.length <= asked.limit) {
    const next = await places(desk.db, who, { ...asked, sort: "due", limit: size }, place);
    const due = next.filter(({ rest }) => !rest);
    const having = new Set(
      await desk.search.among(
        expression,
        due.map(({ id }) => id),
      ),
    );
    chosen.push(...due.filter(({ id }) => having.has(id)));
    if (due.length < size) break;
    place = due.at(-1);
    size = Math.min(size * 3, 2000);
  }
  return chosen.slice(0, asked.limit + 1);
}

/** The latest of what is found, in steps that grow: what the filters leave out has to be passed over. */
async function newest(
  desk: Desk,
  who: Person,
  asked: Asked,
  expression: string,
  standings: readonly Standing[],
  after: Place | undefined,
): Promise<Place[]> {
  const chosen: Place[] = [];
  const further = after && sql<boolean>`(received_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  const asking = [asked.sort === "due" && sql<boolean>`next_due_at is null`, further];
  let before = after && Math.floor(Date.parse(after.at) / 1000) + 1;
  for (let size = 4 * asked.limit + 4; chosen.length <= asked.limit; size = Math.min(size * 4, 40_000)) {
    const next = await desk.search.newest(expression, standings, size, before);
    if (next.ids.length > 0) {
      const { rows } = await sql<Place>`
        select id, received_at as at from ${hits(who, asked, next.ids)} where ${all(asking)}
        order by received_at desc, id desc limit ${asked.limit + 1 - chosen.length}`.execute(desk.db);
      chosen.push(...rows);
    }
    if (next.before === undefined) break;
    before = next.before;
  }
  return chosen;
}

/** How many closed ones have the words too, among the latest that do. */
async function countClosed(desk: Desk, who: Person, asked: Asked, expression: string) {
  const { ids, before } = await desk.search.newest(expression, ["owed", "ended"], lookedAt);
  const { rows } = await sql<Place>`
    select id from ${hits(who, { ...asked, open: "false" }, ids)} limit ${counted + 1}`.execute(desk.db);
  return {
    count: Math.min(rows.length, counted),
    more: before !== undefined || rows.length > counted,
  };
}
