import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Access } from "../src/engine/database/outside.ts";
import { prepareDatabase } from "../src/commands/preparing.ts";
import { startEmbedded } from "../src/engine/database/embedded.ts";
import { readMigrations } from "../src/engine/database/migrate.ts";
import { outside } from "../src/engine/database/outside.ts";
import { inDatabase } from "../src/engine/database/scratch.ts";

export type TestDatabase = Access & { name: string; drop: () => Promise<void> };

/** The settings of a server that may forget: tests are faster without waiting for the disk. */
const forgetful = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
};

/** A PostgreSQL for one run of tests: DATABASE_URL, the one that `npm test` started, or one of our own. */
async function server(): Promise<Access & { stop?: () => Promise<void> }> {
  const socket = process.env.REDRESS_TEST_SOCKET;
  if (socket)
    return {
      owner: { host: socket, user: "redress_owner", database: "redress" },
      app: { host: socket, user: "redress_app" },
    };
  if (process.env.DATABASE_URL) return outside(process.env.DATABASE_URL);
  const { stop, ...access } = await startTestServer();
  return { ...access, stop };
}

export async function startTestServer() {
  const folder = mkdtempSync(join(tmpdir(), "redress-test-"));
  const started = await startEmbedded({ folder, settings: forgetful });
  const stop = async () => {
    await started.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...started, stop };
}

let shared: ReturnType<typeof server> | undefined;
let inUse = 0;

/** A migrated database of its own, cloned from a template that is made once for each state of the migrations. */
export const freshDatabase = (): Promise<TestDatabase> => cloned(ensureTemplate);

/** A database of its own in which nothing is yet. */
export const emptyDatabase = (): Promise<TestDatabase> => cloned(async () => "template1");

async function cloned(templateOf: (access: Access) => Promise<string>): Promise<TestDatabase> {
  shared ??= server();
  inUse += 1;
  const { owner, app, stop } = await shared;
  const template = await templateOf({ owner, app });
  const name = `redress_test_${crypto.randomUUID().replaceAll("-", "")}`;
  await asOwner(owner, `create database ${name} template ${template}`);
  const drop = async () => {
    // Not "with (force)": the owner may not end the application's sessions. Without it, PostgreSQL waits until they have ended.
    await asOwner(owner, `drop database if exists ${name}`);
    inUse -= 1;
    if (stop && inUse === 0) {
      shared = undefined;
      await stop();
    }
  };
  // `npm run test:one-connection`: nothing that runs in a transaction may need a second connection.
  const most = process.env.REDRESS_TEST_POOL;
  const pooled = { ...inDatabase(app, name), ...(most && { max: Number(most) }) };
  return { name, owner: inDatabase(owner, name), app: pooled, drop };
}

async function ensureTemplate({ owner, app }: Access): Promise<string> {
  const text = readMigrations()
    .map(({ sha256 }) => sha256)
    .join();
  const template = `redress_template_${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(4711)");
    const { rowCount } = await client.query("select from pg_database where datname = $1 and datistemplate", [
      template,
    ]);
    if (rowCount) return template;
    await client.query(`drop database if exists ${template} with (force)`);
    await client.query(`create database ${template}`);
    await prepareDatabase({ owner: inDatabase(owner, template), app: inDatabase(app, template) });
    await client.query(`alter database ${template} is_template true`);
    return template;
  } finally {
    await client.end();
  }
}

async function asOwner(owner: pg.PoolConfig, statement: string): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
