import { Unusable } from "../../engine/database/unusable.ts";
import type pg from "pg";
import { openClient } from "../../engine/database/client.ts";

/** A restore was begun and not finished: what is here may still hold words that were erased. Said as it is. */
export class UnfinishedRestore extends Unusable {}

/** Marks, in the transaction that loads a backup, that more must follow before anybody may work here. */
export async function beginUnfinished(client: pg.Client): Promise<void> {
  await client.query("create table restore_unfinished (begun_at timestamptz not null default now())");
}

export async function isUnfinished(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('public.restore_unfinished') is not null as there",
  );
  return rows[0]!.there;
}

export async function endUnfinished(owner: pg.PoolConfig): Promise<void> {
  const client = await openClient(owner);
  try {
    await client.query("drop table restore_unfinished");
  } finally {
    await client.end();
  }
}

/** Takes away, within the caller's transaction, all that an unfinished restore has made. */
export async function clearUnfinished(client: pg.ClientBase): Promise<void> {
  await client.query(`do $$ declare each record; begin
    for each in select oid::regclass as it from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
      execute format('drop table if exists %s cascade', each.it);
    end loop;
    for each in select oid::regprocedure as it from pg_proc where pronamespace = 'public'::regnamespace
        and proowner = (select oid from pg_roles where rolname = current_user) loop
      execute format('drop function %s', each.it);
    end loop;
    drop schema if exists pgboss cascade;
  end $$`);
}

/** @throws UnfinishedRestore */
export async function mustBeFinished(owner: pg.PoolConfig): Promise<void> {
  const client = await openClient(owner);
  try {
    if (await isUnfinished(client))
      throw new UnfinishedRestore(
        "A restore into this database was begun and not finished. Run `redress restore` with the same file again; it begins anew.",
      );
  } finally {
    await client.end();
  }
}
