import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { openClient } from "./client.ts";
import { Unusable } from "./unusable.ts";

export const migrationsFolder = join(import.meta.dirname, "../../../migrations");

export type Migration = { name: string; text: string; sha256: string };

export function readMigrations(folder = migrationsFolder): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name));
  return names.toSorted().map((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    return { name, text, sha256: createHash("sha256").update(text).digest("hex") };
  });
}

/** The database is not of this version, and cannot be made so. Said as it is. */
export class WrongVersion extends Unusable {}

/** Applies what is new, each file in a transaction of its own, one migrator at a time. Answers the names applied. */
export async function migrate(owner: pg.PoolConfig, folder = migrationsFolder): Promise<string[]> {
  const client = await openClient(owner);
  try {
    await client.query("select pg_advisory_lock(hashtext('redress migrations'))");
    await listMigrations(client);
    const { rows } = await client.query<{ name: string; sha256: string }>(
      "select name, sha256 from migration",
    );
    const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
    const known = readMigrations(folder);
    const later = [...applied.keys()].filter((name) => !known.some((each) => each.name === name));
    if (later.length > 0)
      throw new WrongVersion(
        `The database belongs to a later version of Redress, which knows ${later.join(", ")}. Nothing was changed. Start that version, or a later one.`,
      );
    const fresh: string[] = [];
    for (const migration of known) {
      const before = applied.get(migration.name);
      if (before === migration.sha256) continue;
      if (before !== undefined)
        throw new WrongVersion(
          `The database was made by a state of Redress that was never released: ${migration.name} says something else now. Nothing was changed. Start that state again, or begin with other data (REDRESS_DATA, DATABASE_URL).`,
        );
      await apply(client, migration);
      fresh.push(migration.name);
    }
    return fresh;
  } finally {
    await client.end();
  }
}

/** Makes the list of migrations, where there is none. */
export async function listMigrations(client: pg.Client): Promise<void> {
  await client.query(
    "create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())",
  );
  await client.query("grant select on migration to redress_app");
}

/** Applies one within the caller's transaction. */
export async function applyWithin(client: pg.Client, { name, text, sha256 }: Migration): Promise<void> {
  await client.query(text);
  await client.query("insert into migration (name, sha256) values ($1, $2)", [name, sha256]);
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await applyWithin(client, migration);
    await client.query("commit");
  } catch (error) {
    // A connection that is gone has taken it back already.
    await client.query("rollback").catch(() => {});
    throw new Error(`migration ${migration.name} failed and was taken back whole`, { cause: error });
  }
}

/** True when the database is exactly as far as this program; `readyz` says so. */
export function isMigrated(names: readonly string[]): boolean {
  const applied = new Set(names);
  return readMigrations().every(({ name }) => applied.has(name));
}
