import type pg from "pg";
import { openClient } from "./client.ts";
import { Unusable } from "./unusable.ts";

/** What the owner must be able to say once; shown to an operator whose database user may not create roles. */
const statements = (member: string) => [
  "create role redress_app noinherit nologin",
  "create role redress_erase nologin",
  "grant redress_erase to redress_app",
  `grant redress_app, redress_erase to ${member}`,
];

/** Makes our roles when they are missing; whoever connects may then act as them. */
export async function ensureRoles(owner: pg.PoolConfig, user: string): Promise<void> {
  const client = await openClient(owner);
  const member = client.escapeIdentifier(user);
  try {
    if (await mayActAs(client)) return;
    // Two nodes may start for the first time at the same moment.
    await client.query("select pg_advisory_lock(hashtext('redress roles'))");
    for (const statement of statements(member)) await unlessThere(client, statement);
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    const told = statements(member).join("; ");
    throw new Unusable(
      `DATABASE_URL: the database user may not create roles; have an administrator run: ${told}`,
      {
        cause: error,
      },
    );
  } finally {
    await client.end();
  }
}

async function mayActAs(client: pg.Client): Promise<boolean> {
  try {
    for (const role of ["redress_erase", "redress_app"]) await client.query(`set role ${role}; reset role`);
    // A superuser may act as anybody: whether the application may erase has to be asked apart.
    const { rows } = await client.query<{ may: boolean }>(
      "select pg_has_role('redress_app', 'redress_erase', 'member') as may",
    );
    return rows[0]!.may;
  } catch {
    return false;
  }
}

/**
 * Runs a statement that makes or grants a role, unless that is done. Roles belong to the whole cluster, and our lock to one
 * database: another may make them now, at this moment or long ago.
 */
export async function unlessThere(client: pg.Client, statement: string): Promise<void> {
  const quietly = `do $$ begin ${statement}; exception when duplicate_object or unique_violation then null; end $$`;
  for (let tries = 20; ; tries -= 1)
    try {
      await client.query(quietly);
      return;
    } catch (error) {
      if (tries === 0 || !/tuple concurrently (updated|deleted)/.test((error as Error).message)) throw error;
    }
}
