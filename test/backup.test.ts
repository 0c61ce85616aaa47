import assert from "node:assert/strict";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import pg from "pg";
import { ledgerIn } from "../src/areas/backup/erasures.ts";
import { load } from "../src/areas/backup/loading.ts";
import { makeBackup } from "../src/areas/backup/making.ts";
import { Unreadable } from "../src/areas/backup/reading.ts";
import type { Opener } from "../src/areas/backup/secrets.ts";
import type { Office } from "../src/commands/office.ts";
import { restore } from "../src/commands/restore.ts";
import { Failure } from "../src/commands/usage.ts";
import { openApp } from "../src/app.ts";
import { eraseCommand } from "../src/commands/journal.ts";
import { storeRaw } from "../src/channels/email/ledger.ts";
import { receive } from "../src/casework/complaints/handle.ts";
import { readModels } from "../src/casework/complaints/projections/read-models.ts";
import { open } from "../src/record/content/content.ts";
import { loadKeys } from "../src/record/content/keys.ts";
import { openDatabase } from "../src/engine/database/database.ts";
import { migrate, migrationsFolder } from "../src/engine/database/migrate.ts";
import { verify } from "../src/record/journal/verify.ts";
import { emptyDatabase, type TestDatabase } from "./database.ts";
import { ownSettings } from "./own-settings.ts";
import { openWorld, type World } from "./world.ts";

const system = { kind: "system", id: "story" } as const;
const photo = new Uint8Array(2_500_000).map((_, index) => (index * 2_654_435_761) >>> 24);

describe("A backup", () => {
  const folder = mkdtempSync(join(tmpdir(), "redress-backup-"));
  let world: World;
  let opener: Opener;
  let lock: { recipient: string };
  before(async () => {
    const identity = await generateX25519Identity();
    [opener, lock] = [{ identity }, { recipient: await identityToRecipient(identity) }];
    world = await openWorld();
    await complain("The room was cold.");
    await world.settle();
  });
  after(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function complain(statement: string, desk = world.desk): Promise<string> {
    const outcome = await receive(desk, system, {
      platform: "ctterra",
      channel: "phone",
      receivedAt: world.now(),
      complainant: { name: "Anna", email: "anna@kundin.example", language: "en" },
      subject: { kind: "service" },
      statement,
      files: [{ name: "photo.jpg", type: "image/jpeg", bytes: photo }],
    });
    assert.ok("kind" in outcome && outcome.kind === "recorded");
    return outcome.complaintId;
  }
  const backUp = (name: string) =>
    makeBackup({
      owner: world.database.owner,
      keys: world.parts.settings.data.keys,
      lock,
      file: join(folder, name),
      now: world.now(),
    });
  /** An office on an empty machine: a database in which nothing is, and a folder of its own. */
  async function elsewhere() {
    const database = await emptyDatabase();
    const own = mkdtempSync(join(folder, "elsewhere-"));
    const office = {
      access: database,
      settings: ownSettings({ folder: own }),
      log: world.parts.log,
      applied: [],
      close: async () => {},
    };
    return { database, office, own };
  }

  test("brings everything back on an empty machine: words, files, letters, mails", async () => {
    const intakeId = await storeRaw(world.desk, {
      mailbox: "story",
      raw: Buffer.from("From: berta@kundin.example\r\nSubject: Course\r\n\r\nIt was cancelled.\r\n"),
    });
    await world.settle();
    // What a colleague has decided about a mail, and the mail room has not done yet, is known to the queue alone.
    const ruled = { intakeId, ruling: { as: "complaint" as const } };
    await world.desk.db.transaction().execute((tx) => world.desk.queue.add(tx, "place-message", ruled));
    await world.desk.db
      .insertInto("session")
      .values({
        token_digest: Buffer.alloc(32, 1),
        person_id: (await world.colleague("Mara", "admin")).id,
        created_at: world.now(),
        last_seen_at: world.now(),
        expires_at: "2026-12-01T00:00:00Z",
      })
      .execute();
    const made = await backUp("whole.backup");
    assert.equal(statSync(made.file).mode & 0o777, 0o600);
    const { database, office } = await elsewhere();
    await restore(office, made.file, opener, undefined);
    assert.deepEqual(await contents(database), await contents(world.database));
    assert.deepEqual(await rulingsIn(database), [ruled]);
    const app = await openApp(office);
    assert.deepEqual(
      await app.desk.db.selectFrom("session").selectAll().execute(),
      [],
      "everybody signs in again",
    );
    const [mail] = await open(app.desk.db, app.desk.keys, [intakeId], { names: ["raw"] });
    assert.match(mail!.clear.toString(), /It was cancelled/);
    // Whoever is the next to be numbered does not collide with what came back.
    assert.equal((await complain("Next.", { ...app.desk, now: world.now })).length, 36);
    await app.stop();
    const verdict = await verifyOf(office);
    assert.deepEqual([verdict.broken, verdict.complaints], [undefined, 3]);
    await database.drop();
  });

  test("of before an erasure does not bring back what was erased: neither words nor mails, and the history is whole", async () => {
    const forgotten = await complain("canary-51c3: never again.");
    const kept = await complain("canary-77aa: please keep.");
    const made = await backUp("before-erasing.backup");
    world.at({ hours: 1 });
    const row = await world.desk.db
      .selectFrom("complaint")
      .select("reference")
      .where("id", "=", forgotten)
      .executeTakeFirstOrThrow();
    const settings = { ...world.parts.settings, backup: { folder, lock, opener } };
    const erase = () =>
      eraseCommand({ ...world.parts, settings, applied: [], close: async () => {} }, [
        row.reference,
        "--reason",
        "gdpr-17",
      ]);
    await erase();
    await assert.rejects(
      erase(),
      (error) =>
        error instanceof Failure &&
        /^The words of CT-\S+ were erased already, on 20\S+Z\. Nothing was changed\.$/.test(error.message),
    );
    const { database, office } = await elsewhere();
    const told = await restore(office, made.file, opener, ledgerIn([folder]));
    assert.match(told.join(), /Erased again: 1 complaints, by the record of erasures of 20/);
    const app = await openApp(office);
    const { db, keys } = app.desk;
    assert.deepEqual(await open(db, keys, [forgotten]), []);
    assert.ok((await open(db, keys, [kept])).some(({ clear }) => clear.toString().includes("canary-77aa")));
    const left = await db.selectFrom("data_key").selectAll().where("owner_id", "=", forgotten).execute();
    assert.deepEqual(left, [], "its key is gone too");
    await app.stop();
    const verdict = await verifyOf(office);
    assert.deepEqual([verdict.broken, verdict.erased], [undefined, 1]);
    await database.drop();
  });

  test("without a record of erasures says plainly that whoever was erased since is back", async () => {
    const { database, office } = await elsewhere();
    const told = await restore(office, join(folder, "before-erasing.backup"), opener, undefined);
    assert.match(told.join(), /No record of erasures as new as this backup was found/);
    // It turns up later, and can be followed then.
    await eraseCommand(office, ["--again", join(folder, "erasures.json")]);
    const left = await verifyOf(office);
    assert.deepEqual([left.broken, left.erased], [undefined, 1]);
    await database.drop();
  });

  test("that cannot be used is told in a line that says why, and nothing of it is there", async () => {
    const { file } = await backUp("sound.backup");
    const bytes = readFileSync(file);
    const changed = (at: number) => {
      const other = Buffer.from(bytes);
      other[at]! ^= 1;
      return other;
    };
    const stranger = { identity: await generateX25519Identity() };
    const faults: [string, Buffer, Opener, RegExp][] = [
      ["other-key", bytes, stranger, /The key or passphrase does not open .*other-key/],
      ["passphrase", bytes, { passphrase: "correct horse battery" }, /The key or passphrase does not open/],
      ["cut-off", bytes.subarray(0, -70_000), opener, /cut-off is damaged or cut off; nothing was restored/],
      ["cut-at-a-block", bytes.subarray(0, 200 + 65_552 * 3), opener, /damaged or cut off/],
      ["last-byte", changed(bytes.length - 1), opener, /damaged or cut off/],
      ["middle", changed(bytes.length >> 1), opener, /damaged or cut off/],
      ["head", changed(5), opener, /is no backup of Redress, or its beginning is damaged/],
      ["empty", Buffer.alloc(0), opener, /is no backup of Redress/],
      ["a-letter", Buffer.from("Dear Sirs,\n".repeat(100)), opener, /is no backup of Redress/],
    ];
    const { database, office, own } = await elsewhere();
    for (const [name, damaged, key, words] of faults) {
      writeFileSync(join(folder, name), damaged);
      await assert.rejects(restore(office, join(folder, name), key, undefined), (error: Error) => {
        assert.match(error.message, words, name);
        assert.ok(error instanceof Unreadable && !error.message.includes("\n"));
        return true;
      });
      assert.deepEqual(await tablesIn(database), [], name);
      assert.deepEqual(existsSync(join(own, "keys")) ? readdirSync(join(own, "keys")) : [], []);
    }
    await assert.rejects(restore(office, join(folder, "nowhere"), opener, undefined), /There is no file/);
    await restore(office, file, opener, undefined);
    await database.drop();
  });

  test("never goes over what is there: neither data nor other keys", async () => {
    const before = await contents(world.database);
    const here = { ...(await elsewhere()).office, access: world.database, settings: world.parts.settings };
    await assert.rejects(
      restore(here, join(folder, "sound.backup"), opener, undefined),
      /There are data already; nothing was changed/,
    );
    assert.deepEqual(await contents(world.database), before);
    const { database, office, own } = await elsewhere();
    loadKeys(join(own, "keys"));
    const theirs = readFileSync(join(own, "keys/content.key"));
    await assert.rejects(
      restore(office, join(folder, "sound.backup"), opener, undefined),
      /There are other key files/,
    );
    assert.deepEqual(readFileSync(join(own, "keys/content.key")), theirs);
    assert.deepEqual(await tablesIn(database), []);
    await assert.rejects(backUp("sound.backup"), /is there already; nothing was written/);
    await database.drop();
  });

  test("of an earlier version becomes one of today, and one of a later version is refused", async () => {
    const [older, today] = [mkdtempSync(join(folder, "older-")), mkdtempSync(join(folder, "today-"))];
    for (const name of readdirSync(migrationsFolder))
      for (const each of [older, today]) copyFileSync(join(migrationsFolder, name), join(each, name));
    writeFileSync(
      join(today, "9998-next.sql"),
      "create table next_thing (id integer primary key); insert into next_thing values (1);",
    );
    const { database, office } = await elsewhere();
    const access = { owner: database.owner, file: join(folder, "sound.backup"), opener };
    await load({ ...access, migrations: today });
    assert.deepEqual(await migrate(database.owner, today), ["9998-next.sql"]);
    const later = await makeBackup({
      owner: database.owner,
      keys: world.parts.settings.data.keys,
      lock,
      file: join(folder, "later.backup"),
      now: world.now(),
    });
    const empty = await elsewhere();
    await assert.rejects(
      restore(empty.office, later.file, opener, undefined),
      /The backup is of a later version of Redress .*9998-next\.sql; nothing was restored/,
    );
    assert.deepEqual(await tablesIn(empty.database), []);
    await office.close();
    await database.drop();
    await empty.database.drop();
  });
});

async function rulingsIn(database: TestDatabase): Promise<unknown[]> {
  const client = new pg.Client(database.owner);
  await client.connect();
  const { rows } = await client.query<{ data: unknown }>(
    "select data from pgboss.job where name = 'place-message' and data ? 'ruling'",
  );
  await client.end();
  return rows.map(({ data }) => data);
}

async function tablesIn(database: TestDatabase): Promise<string[]> {
  const client = new pg.Client(database.owner);
  await client.connect();
  const { rows } = await client.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname in ('public', 'pgboss')",
  );
  await client.end();
  return rows.map(({ tablename }) => tablename);
}

async function verifyOf(office: Office) {
  const db = openDatabase(office.access.app);
  try {
    return await verify(db, loadKeys(office.settings.data.keys), readModels);
  } finally {
    await db.destroy();
  }
}

/** Every row of every table that is backed up, as one digest for each table. */
async function contents(database: TestDatabase): Promise<Record<string, string>> {
  const client = new pg.Client(database.owner);
  await client.connect();
  const tables = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('session', 'failed_attempt', 'search_feed', 'migration') order by 1",
  );
  const found: Record<string, string> = {};
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${name} t`,
    );
    found[name] = rows[0]!.digest;
  }
  await client.end();
  return found;
}
