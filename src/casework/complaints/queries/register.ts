import { expressionBuilder, sql, type RawBuilder, type Selectable } from "kysely";
import type { Person } from "../../../core/access/access.ts";
import type { Db, Tx } from "../../../engine/database/database.ts";
import type { DB } from "../../../engine/database/tables.ts";
import type { RegisterQuery } from "../contract.ts";
import { visibleTo } from "./visible.ts";

export type Row = Selectable<DB["complaint"]>;

/** A line's place: by its date, or by its receipt where it has none (`rest`) and in the order of receipt. */
export type Place = { id: string; at: string; rest?: true };

type Asked = Omit<RegisterQuery, "q" | "cursor">;
type Condition = RawBuilder<boolean>;

/** One page of the register and the first line of the next. */
export async function registerPage(db: Db, who: Person, asked: Asked, after?: Place): Promise<Row[]> {
  return rowsAt(db, await places(db, who, { ...asked, limit: asked.limit + 1 }, after));
}

/** The lines at these places, in their order. */
export async function rowsAt(db: Db, at: readonly { id: string }[]): Promise<Row[]> {
  if (at.length === 0) return [];
  const ids = at.map(({ id }) => id);
  const rows = await db
    .selectFrom("complaint")
    .selectAll()
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/**
 * What comes next in the register: what is due first, then what has no date, the latest first; or all by receipt. Those
 * with a date are few and have an index of their own, which is walked; the rest lies in as many heaps as there are kinds
 * of complaint, and is taken from the top of each. So no filter, however little it leaves, makes anybody read them all.
 */
export async function places(db: Db, who: Person, asked: Asked, after?: Place): Promise<Place[]> {
  return db.transaction().execute(async (tx) => {
    // Filters that go together are rarer, or less rare, than statistics say; a planner that believes them collects and
    // sorts where it only has to begin reading.
    await sql`select set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true),
      set_config('enable_material', 'off', true)`.execute(tx);
    return asked.sort === "received" ? byReceipt(tx, who, asked, after) : byDate(tx, who, asked, after);
  });
}

async function byDate(tx: Tx, who: Person, asked: Asked, after?: Place): Promise<Place[]> {
  const { limit } = asked;
  const due = after?.rest ? [] : (await sql<Place>`${owed(who, asked, "due", after)}`.execute(tx)).rows;
  if (due.length === limit || needsDate(asked)) return due;
  const left = { ...asked, limit: limit - due.length };
  const rest = await sql<Place>`${others(who, left, after?.rest && after)}`.execute(tx);
  return [...due, ...rest.rows.map((row) => ({ ...row, rest: true as const }))];
}

async function byReceipt(tx: Tx, who: Person, asked: Asked, after?: Place): Promise<Place[]> {
  if (conditions(asked).length === 0) {
    const latest = [seenBy(who), after && earlier(after)];
    const { rows } = await sql<Place>`
      select id, received_at as at from complaint where ${all(latest)}
      order by received_at desc, id desc limit ${sql.lit(asked.limit)}`.execute(tx);
    return rows;
  }
  const parts = [
    owed(who, asked, "received", after),
    ...(needsDate(asked) ? [] : [others(who, asked, after)]),
  ];
  const { rows } = await sql<Place>`
    select * from (${sql.join(
      parts.map((part) => sql`(${part})`),
      sql` union all `,
    )}) both_parts order by at desc, id desc limit ${sql.lit(asked.limit)}`.execute(tx);
  return rows;
}

/** Nothing without a date is due before some day, and none of its promises runs. */
export const needsDate = ({ clock, due_before }: Asked) => clock !== undefined || due_before !== undefined;

/** Those that have something due, along the index that holds all that is asked for. */
function owed(who: Person, asked: Asked, order: "due" | "received", after: Place | undefined) {
  const [at, further] =
    order === "due"
      ? [
          sql`next_due_at`,
          after && sql<boolean>`(next_due_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)`,
        ]
      : [sql`received_at`, after && earlier(after)];
  const asking = [sql<boolean>`next_due_at is not null`, seenBy(who), further, ...conditions(asked)];
  return sql`
    select id, ${at} as at from complaint where ${all(asking)}
    order by ${order === "due" ? sql`next_due_at, id` : sql`received_at desc, id desc`} limit ${sql.lit(asked.limit)}`;
}

/** Those that have nothing due: the kinds that there are, stepping from one to the next, and the latest of each kind. */
function others(who: Person, asked: Asked, after: Place | undefined) {
  const { owner, programme, stage, open, platform, channel } = asked;
  const own = all([
    sql<boolean>`next_due_at is null`,
    owner === undefined ? programme !== undefined && sql<boolean>`programme = ${programme}` : ownedBy(owner),
  ]);
  // Named although it is the same in all rows, because having none is not an equality that an index's order is known by.
  const first = owner === undefined ? sql`` : sql`owner_id, `;
  const heaps = all(conditions({ stage, open, platform, channel }));
  const top = [
    own,
    sql<boolean>`(complaint.platform, complaint.stage, complaint.channel) = (heap.platform, heap.stage, heap.channel)`,
    programme !== undefined && sql<boolean>`programme = ${programme}`,
    seenBy(who),
    after && earlier(after),
  ];
  return sql`
    with recursive heap as (
      (select platform, stage, channel from complaint where ${own} order by ${first}platform, stage, channel limit 1)
      union all
      select next.* from heap cross join lateral (
        select platform, stage, channel from complaint
        where ${own} and (platform, stage, channel) > (heap.platform, heap.stage, heap.channel)
        order by ${first}platform, stage, channel limit 1) next)
    select top.id, top.at
    from (select * from heap where ${heaps}) heap cross join lateral (
      select id, received_at as at from complaint where ${all(top)}
      order by ${first}received_at desc, id desc limit ${sql.lit(asked.limit)}) top
    order by at desc, id desc limit ${sql.lit(asked.limit)}`;
}

const earlier = ({ at, id }: Place) => sql<boolean>`(received_at, id) < (${at}::timestamptz, ${id}::uuid)`;

export const seenBy = (who: Person): Condition =>
  sql<boolean>`${visibleTo(who)(expressionBuilder<DB, "complaint">())}`;

const ownedBy = (owner: string): Condition =>
  owner === "none" ? sql<boolean>`owner_id is null` : sql<boolean>`owner_id = ${owner}::uuid`;

type Filters = {
  [F in "stage" | "open" | "owner" | "platform" | "channel" | "programme" | "clock" | "due_before"]?:
    | Asked[F]
    | undefined;
};

/** What the filters say of a line. */
export const conditions = ({ open, owner, clock, due_before, ...equal }: Filters): Condition[] => [
  ...(["stage", "platform", "channel", "programme"] as const).flatMap((column) =>
    equal[column] === undefined ? [] : [sql<boolean>`${sql.ref(column)} = ${equal[column]}`],
  ),
  ...(open === undefined
    ? []
    : [open === "true" ? sql<boolean>`stage not in (${ended})` : sql<boolean>`stage in (${ended})`]),
  ...(owner === undefined ? [] : [ownedBy(owner)]),
  ...(clock === undefined ? [] : [sql<boolean>`${clock} = any(running)`]),
  ...(due_before === undefined ? [] : [sql<boolean>`next_due_at < ${due_before}::timestamptz`]),
];

const ended = sql.raw("'closed', 'withdrawn'");

export const all = (of: readonly (Condition | false | undefined)[]): Condition => {
  const asking = of.filter((each) => each !== undefined && each !== false);
  return asking.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(asking, sql` and `)}`;
};
