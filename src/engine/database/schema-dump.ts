import type pg from "pg";
import { openClient } from "./client.ts";

/**
 * The migrated schema as one canonical text, the same on PostgreSQL 15 to 18: tables, constraints, indexes, triggers,
 * functions and grants. The embedded package has no pg_dump.
 */
export async function dumpSchema(owner: pg.PoolConfig): Promise<string> {
  const client = await openClient(owner);
  try {
    const lines: string[] = [];
    for (const query of queries)
      lines.push(...(await client.query<{ line: string }>(query)).rows.map(({ line }) => line));
    return `${lines.join("\n")}\n`;
  } finally {
    await client.end();
  }
}

const ours = "c.relnamespace = 'public'::regnamespace";

const tables = `
  select case c.relpersistence when 'u' then 'unlogged ' else '' end || 'table ' || c.relname || ' (' || string_agg(
    a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end ||
    case a.attidentity when 'a' then ' generated always as identity' else '' end ||
    coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''), ', ' order by a.attnum) || ')' as line
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where ${ours} and c.relkind = 'r' group by c.relname, c.relpersistence order by c.relname`;

const constraints = `
  select 'constraint ' || c.relname || '.' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
  from pg_constraint k join pg_class c on c.oid = k.conrelid where ${ours} and k.contype <> 'n' order by c.relname, k.conname`;

const indexes = `
  select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indrelid
  where ${ours} order by pg_get_indexdef(i.indexrelid)`;

const triggers = `
  select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where ${ours} and not t.tgisinternal order by c.relname, t.tgname`;

const functions = `
  select pg_get_functiondef(p.oid) as line from pg_proc p where p.pronamespace = 'public'::regnamespace order by p.proname`;

const grants = `
  select 'grant ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) || ' on ' || g.table_name || ' to ' || g.grantee as line
  from information_schema.role_table_grants g
  where g.table_schema = 'public' and g.grantee like 'redress\\_%' and g.grantee <> 'redress_owner'
  group by g.table_name, g.grantee order by g.table_name, g.grantee`;

const queries = [tables, constraints, indexes, triggers, functions, grants];
