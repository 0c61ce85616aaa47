import type pg from "pg";
import { openClient } from "../database/client.ts";
import library from "pg-boss/package.json" with { type: "json" };

/** Whether the library's tables are of the version that this program brings, with all our queues, open to the application. */
export async function isPrepared(owner: pg.PoolConfig, names: readonly string[]): Promise<boolean> {
  const client = await openClient(owner);
  try {
    const { rows } = await client.query<{ there: boolean }>(
      "select to_regclass('pgboss.version') is not null as there",
    );
    if (!rows[0]!.there) return false;
    const found = await client.query<{ prepared: boolean }>(prepared, [library.pgboss.schema, names]);
    return found.rows[0]!.prepared;
  } finally {
    await client.end();
  }
}

const ours = "'pgboss'::regnamespace";

// Tables and functions may only be asked about once the schema may be used; the grants are the last that is done.
const prepared = `
  select (select max(version) from pgboss.version) >= $1
    and not exists (select from unnest($2::text[]) as wanted (name) where name not in (select name from pgboss.queue))
    and has_schema_privilege('redress_app', 'pgboss', 'usage')
    and not exists (select from pg_class where relnamespace = ${ours} and relkind in ('r', 'p')
      and not (has_table_privilege('redress_app', oid, 'select') and has_table_privilege('redress_app', oid, 'insert')
        and has_table_privilege('redress_app', oid, 'update') and has_table_privilege('redress_app', oid, 'delete')))
    and not exists (select from pg_proc where pronamespace = ${ours} and not has_function_privilege('redress_app', oid, 'execute'))
    as prepared`;
