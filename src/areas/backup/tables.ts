import type pg from "pg";

export type Table = { name: string; columns: string[] };

/**
 * Restored empty: sessions and attempts to sign in end, and the feed counts transactions of the server that it was written
 * on. The list of migrations is written by the migrations.
 */
const leftOut = new Set(["session", "failed_attempt", "search_feed", "migration"]);

/** Every table that is backed up, in an order in which they can be filled. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows: tables } = await client.query<Table>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`);
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    select r.relname as from, t.relname as to from pg_constraint k
    join pg_class r on r.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conrelid <> k.confrelid`);
  return inOrder(
    tables.filter(({ name }) => !leftOut.has(name)),
    references,
  );
}

function inOrder(tables: Table[], references: { from: string; to: string }[]): Table[] {
  const done = new Set<string>();
  const left = new Set(tables);
  while (left.size > 0) {
    const next = [...left].filter(({ name }) =>
      references.every(
        ({ from, to }) => from !== name || done.has(to) || ![...left].some((each) => each.name === to),
      ),
    );
    if (next.length === 0) throw new Error("tables refer to each other in a circle");
    for (const table of next) {
      left.delete(table);
      done.add(table.name);
    }
  }
  return tables.toSorted((a, b) => [...done].indexOf(a.name) - [...done].indexOf(b.name));
}

/** No end to a statement, whatever the server's own settings say. */
export async function withoutHurry(client: pg.ClientBase): Promise<void> {
  await client.query(`select set_config(name, '0', false) from pg_settings where name in
    ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')`);
}
