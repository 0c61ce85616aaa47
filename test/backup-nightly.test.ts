import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import pg from "pg";
import { openApp, type App } from "../src/app.ts";
import { readLedger } from "../src/areas/backup/erasures.ts";
import { superfluous } from "../src/areas/backup/pruning.ts";
import type { Lock, Opener } from "../src/areas/backup/secrets.ts";
import { noticeInWords } from "../src/texts/notices.ts";
import { openWorld, type Colleague, type World } from "./world.ts";

describe("Each night", () => {
  const folder = mkdtempSync(join(tmpdir(), "redress-nightly-"));
  let world: World;
  let admin: Colleague;
  let lock: Lock;
  let opener: Opener;
  const nodes: App[] = [];
  /** A node of this Redress that makes backups; without the secret key it cannot open them. */
  async function node(backup: { folder?: string; opener?: undefined } = {}): Promise<App> {
    const settings = { ...world.parts.settings, backup: { folder, lock, opener, ...backup } };
    const app = await openApp({ ...world.parts, settings, now: world.now });
    nodes.push(app);
    return app;
  }
  const aMinute = async (...apps: App[]) => {
    await Promise.all(apps.map(({ jobs }) => jobs.tick({})));
    await Promise.all(apps.map(({ desk, jobs }) => desk.queue.settle(jobs)));
  };
  const runs = () => world.desk.db.selectFrom("backup_run").selectAll().orderBy("night").execute();
  const made = () => readdirSync(folder).filter((name) => name.endsWith(".backup"));
  const alarms = async () => {
    const { body } = await admin.get("/notices");
    return (body.items as { kind: string; facts: Record<string, string> }[]).filter(
      ({ kind }) => kind === "backup",
    );
  };

  before(async () => {
    const identity = await generateX25519Identity();
    [opener, lock] = [{ identity }, { recipient: await identityToRecipient(identity) }];
    world = await openWorld({ start: "2026-10-03T01:50:00+02:00" });
    admin = await world.colleague("Adele", "admin", "intake");
    await admin.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: "Anna", email: "anna@kundin.example", language: "de" },
      subject: { kind: "programme" },
      statement: "The course was cancelled.",
    });
  });
  after(async () => {
    for (const each of nodes) await each.stop();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("one backup is made, however many nodes there are; it is restored, verified and noted; old ones go", async () => {
    const earlier = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((month) =>
      ["07", "14"].map((day) => `redress-2026-0${month}-${day}T020000Z.backup`),
    );
    const others = ["other.txt", "redress-2026-01-01T120000Z.backup"];
    for (const name of [...earlier, "redress-2026-09-30T020000Z.backup.partial", ...others])
      writeFileSync(join(folder, name), "");
    for (const name of earlier)
      await world.desk.db
        .insertInto("backup_run")
        .values({ night: name.slice(8, 18), state: "unopened", file: name })
        .execute();
    const [one, two] = [await node(), await node()];
    await aMinute(one, two);
    assert.equal((await runs()).length, earlier.length, "it is not two o'clock yet");
    world.at({ minutes: 15 });
    await aMinute(one, two);
    await aMinute(one, two);
    const run = (await runs()).at(-1);
    assert.equal((await runs()).length, earlier.length + 1);
    assert.deepEqual([run!.night, run!.state, run!.said], ["2026-10-03", "proven", null]);
    const left = readdirSync(folder);
    assert.ok(left.includes("redress-2026-10-03T000500Z.backup"));
    const gone = [1, 2, 3, 4, 5, 6].map((month) => `redress-2026-0${month}-07T020000Z.backup`);
    assert.deepEqual(
      earlier.filter((name) => !left.includes(name)),
      gone,
    );
    assert.ok(!left.some((name) => name.endsWith(".partial")), "what was left half written is gone");
    for (const name of others)
      assert.ok(
        left.includes(name),
        "what was made by hand, by another office or by nobody knows whom stays",
      );
    assert.equal(readLedger(join(folder, "erasures.json")).asOf, world.now());
    const client = new pg.Client(world.database.owner);
    await client.connect();
    const { rows } = await client.query(
      "select datname from pg_database where datname like 'redress_scratch%'",
    );
    assert.deepEqual(rows, [], "the scratch database is gone");
    await client.end();
    const ready = await (await one.server()).inject({ url: "/readyz" });
    assert.equal(ready.json().backupProvenAt, "2026-10-03T00:05:00.000Z");
    const metrics = await (await two.server()).inject({ url: "/metrics" });
    assert.match(metrics.body, /^redress_backup_proven_age_seconds [\d.]+$/m);
    assert.deepEqual(await alarms(), []);
  });

  test("a backup that is not sound is told at once, and nothing older is deleted for it", async () => {
    world.at({ hours: 24 });
    const app = nodes[0]!;
    const night = "2026-10-04";
    // Made, and its maker was killed; on its way to the disk it lost its end.
    const file = "redress-2026-10-04T000500Z.backup";
    const whole = readFileSync(join(folder, "redress-2026-10-03T000500Z.backup"));
    writeFileSync(join(folder, file), whole);
    truncateSync(join(folder, file), whole.length - 100);
    const row = { night, state: "made", file, bytes: 1, made_at: world.now() };
    await world.desk.db.insertInto("backup_run").values(row).execute();
    const before = made();
    await aMinute(app);
    assert.equal((await runs()).at(-1)!.state, "broken");
    assert.match((await runs()).at(-1)!.said!, /is damaged or cut off/);
    assert.deepEqual(made(), before);
    await aMinute(app);
    const [alarm, more] = await alarms();
    assert.deepEqual([alarm!.facts.problem, alarm!.facts.file, more], ["broken", file, undefined]);
  });

  test("when the newest proven backup is older than a day, administrators are told once a day, in their language", async () => {
    world.at({ hours: 24 });
    const away = await node({ folder: join(folder, "not-mounted") });
    await away.jobs.tick({});
    await assert.rejects(away.desk.queue.settle(away.jobs), /no backup was made/);
    const run = (await runs()).at(-1)!;
    assert.deepEqual([run.night, run.state], ["2026-10-05", "failed"]);
    assert.match(run.said!, /There is no folder .*not-mounted \(BACKUP_TO\)/);
    await away.jobs.tick({});
    const late = (await alarms()).filter(({ facts }) => facts.problem === "late");
    assert.equal(late.length, 1);
    const place = { url: "", zone: "Europe/Berlin" };
    const inWords = (language: "en" | "de") =>
      noticeInWords(language, "backup", late[0]!.facts, place).subject;
    assert.match(inWords("en"), /No backup has been proven since .*3 October 2026/);
    assert.match(inWords("de"), /Seit .*3\. Oktober 2026.* ist keine Sicherung mehr geprüft/);
  });

  test("where only the public key is known, it is said plainly that nothing was opened", async () => {
    world.at({ hours: 24 });
    const blind = await node({ opener: undefined });
    await aMinute(blind);
    const run = (await runs()).at(-1)!;
    assert.deepEqual([run.night, run.state], ["2026-10-06", "unopened"]);
    assert.match(run.said!, /not opened: there is no BACKUP_DRILL_KEY here/);
  });
});

test("Of a year of nights, the last seven, the last of four weeks and of twelve months are kept, and the newest proven", () => {
  const nights = Array.from({ length: 500 }, (_, index) => {
    const day = Temporal.PlainDate.from("2026-11-30").subtract({ days: index });
    return `redress-${day.toString()}T010000Z.backup`;
  });
  const proven = nights[200]!;
  const gone = new Set(superfluous([...nights, "erasures.json", "my.backup"], proven));
  const kept = nights.filter((name) => !gone.has(name)).map((name) => name.slice(8, 18));
  assert.deepEqual(kept.slice(0, 9), [
    "2026-11-30",
    "2026-11-29",
    "2026-11-28",
    "2026-11-27",
    "2026-11-26",
    "2026-11-25",
    "2026-11-24",
    "2026-11-22",
    "2026-11-15",
  ]);
  assert.deepEqual(kept.slice(9), [
    "2026-10-31",
    "2026-09-30",
    "2026-08-31",
    "2026-07-31",
    "2026-06-30",
    "2026-05-31",
    proven.slice(8, 18),
    "2026-04-30",
    "2026-03-31",
    "2026-02-28",
    "2026-01-31",
    "2025-12-31",
  ]);
  assert.ok(!gone.has("erasures.json") && !gone.has("my.backup"));
});
