import assert from "node:assert/strict";
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import pg from "pg";
import { backUp } from "../src/areas/backup/naming.ts";
import { prepareDatabase } from "../src/commands/preparing.ts";
import { receive } from "../src/casework/complaints/handle.ts";
import { restore } from "../src/commands/restore.ts";
import { cutAtStatement } from "./cut.ts";
import { emptyDatabase, type TestDatabase } from "./database.ts";
import { ownSettings } from "./own-settings.ts";
import { openWorld, type World } from "./world.ts";

describe("Killed in the middle", () => {
  const folder = mkdtempSync(join(tmpdir(), "redress-killed-"));
  let world: World;
  let identity: string;
  let lock: { recipient: string };
  let whole: string;
  let owner: pg.Client;
  before(async () => {
    identity = await generateX25519Identity();
    lock = { recipient: await identityToRecipient(identity) };
    world = await openWorld();
    owner = new pg.Client(world.database.owner);
    await owner.connect();
    // Chance cannot be compressed: the file gets long enough to be cut in its middle.
    const bytes = randomBytes(600_000);
    const taken = await receive(
      world.desk,
      { kind: "system", id: "story" },
      {
        platform: "ctterra",
        channel: "phone",
        receivedAt: world.now(),
        complainant: { name: "Anna", email: "anna@kundin.example", language: "en" },
        subject: { kind: "service" },
        statement: "The room was cold.",
        files: [{ name: "photo.jpg", type: "image/jpeg", bytes }],
      },
    );
    assert.ok("kind" in taken && taken.kind === "recorded");
  });
  after(async () => {
    await owner.end();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const order = () => ({
    owner: world.database.owner,
    keys: world.parts.settings.data.keys,
    lock,
    now: world.now(),
  });
  const apart = (what: object): ChildProcess =>
    spawn(
      process.execPath,
      [...process.execArgv, join(import.meta.dirname, "backup-child.ts"), JSON.stringify(what)],
      {
        stdio: ["ignore", "ignore", "inherit"],
      },
    );
  const kill = async (child: ChildProcess) => {
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  const office = (database: TestDatabase, own: string) => ({
    access: database,
    settings: ownSettings({ folder: own }),
    log: world.parts.log,
    applied: [],
    close: async () => {},
  });

  test("a backup leaves nothing that looks like one, and the next takes away what was left", async () => {
    // Held up at one of the last tables: what comes before it is written already.
    await owner.query("begin; lock table training_session in access exclusive mode");
    const file = join(folder, "redress-2026-10-03T000000Z.backup");
    const child = apart({ make: { ...order(), file } });
    await until(async () => existsSync(`${file}.partial`));
    await until(() => isWaiting(owner));
    await kill(child);
    await owner.query("commit");
    assert.deepEqual(readdirSync(folder), ["redress-2026-10-03T000000Z.backup.partial"]);
    const made = await backUp({ ...order(), to: folder });
    assert.deepEqual(readdirSync(folder), [made.file.slice(folder.length + 1)]);
    whole = made.file;
  });

  test("a restore leaves a database in which nothing is, and can be run again", async (t) => {
    const database = await emptyDatabase();
    const own = mkdtempSync(join(folder, "new-"));
    // A file that comes as through a slow line, and stops coming short of its end.
    const pipe = join(own, "slow.backup");
    execFileSync("mkfifo", [pipe]);
    const { owner: to, app } = database;
    const child = apart({ restore: { access: { owner: to, app }, folder: own, file: pipe, identity } });
    const bytes = readFileSync(whole);
    const line = createWriteStream(pipe);
    t.after(() => line.destroy());
    line.on("error", () => {});
    line.write(bytes.subarray(0, bytes.length - 100_000));
    t.after(() => child.kill("SIGKILL"));
    const client = new pg.Client(to);
    await client.connect();
    t.after(async () => {
      await client.end();
      await database.drop();
    });
    // Many of the tables are made: the transaction is on its way.
    await until(async () => (await locksHeldByOthers(client)) > 100);
    await kill(child);
    line.destroy();
    await until(async () => (await locksHeldByOthers(client)) === 0);
    const { rows } = await client.query(
      "select tablename from pg_tables where schemaname in ('public', 'pgboss')",
    );
    assert.deepEqual(rows, []);
    assert.equal(existsSync(join(own, "keys", "content.key")), false);
    await restore(office(database, own), whole, { identity }, undefined);
  });

  test("wherever a restore is cut, no start takes what is there for whole, and the next restore makes it whole", async () => {
    const database = await emptyDatabase();
    const own = mkdtempSync(join(folder, "cut-"));
    const again = () => restore(office(database, own), whole, { identity }, undefined);
    // What follows the load has fewer statements than what comes before it; these are cuts in both.
    let refused = 0;
    for (const statement of [1, 40, 260, 280, 300]) {
      const cut = await cutAtStatement(statement, again);
      if (!cut) break;
      const client = new pg.Client(database.owner);
      await client.connect();
      await until(async () => (await locksHeldByOthers(client)) === 0);
      const { rows } = await client.query("select from pg_tables where schemaname = 'public'");
      await client.end();
      if (rows.length === 0) continue;
      refused += 1;
      await assert.rejects(
        prepareDatabase(database),
        /A restore into this database was begun and not finished/,
      );
    }
    assert.ok(refused > 0, "one of the cuts came after the load");
    await again();
    await prepareDatabase(database);
    await database.drop();
  });
});

async function until(true_: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 60_000; !(await true_());)
    if (performance.now() > end) throw new Error("it did not come to that within a minute");
    else await new Promise((resolve) => setTimeout(resolve, 20));
}

const isWaiting = async (client: pg.Client): Promise<boolean> =>
  (
    await client.query(
      "select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())",
    )
  ).rowCount! > 0;

async function locksHeldByOthers(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ locks: number }>(
    "select count(*)::int as locks from pg_locks where pid <> pg_backend_pid() and database = (select oid from pg_database where datname = current_database())",
  );
  return rows[0]!.locks;
}
