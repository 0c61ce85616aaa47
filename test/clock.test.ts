import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openApp, type App } from "../src/app.ts";
import { openClient } from "../src/engine/database/client.ts";
import { openDatabase } from "../src/engine/database/database.ts";
import { openQueue } from "../src/engine/queue/queue.ts";
import { addKey } from "../src/organisation/staff/api-keys.ts";
import type { Machine } from "../src/engine/timekeeping/clock.ts";
import { freshDatabase } from "./database.ts";
import { idleJobs } from "./idle-jobs.ts";
import { openWorld, type World } from "./world.ts";

const hour = 3_600_000;
const threeDays = 72 * hour;

/** A node whose machine has clocks that a story sets; the database server lives on the same machine or on another one. */
describe("the machine's clock", () => {
  let world: World;
  let node: App;
  let server: Awaited<ReturnType<App["server"]>>;
  let key: string;
  /** In milliseconds: by how much the clock was set wrong, how much time has passed, and how long the machine slept. */
  const machine = { wrong: 0, passed: 0, slept: 0 };
  const began = Date.now() - performance.now();
  const clocks: Machine = {
    wall: () => began + performance.now() + machine.passed + machine.slept + machine.wrong,
    monotonic: () => performance.now() + machine.passed,
    sinceBoot: () => performance.now() + machine.passed + machine.slept,
  };

  before(async () => {
    world = await openWorld({ mailOut: false, start: new Date().toISOString() });
    const owner = await openClient(world.database.owner);
    await owner.query("create schema other_clock");
    await owner.query("create table other_clock.ahead as select interval '0' as by");
    await owner.query(
      `create function other_clock.clock_timestamp() returns timestamptz language sql
       as 'select pg_catalog.clock_timestamp() + by from other_clock.ahead'`,
    );
    await owner.query("grant usage on schema other_clock to redress_app");
    await owner.query("grant select on other_clock.ahead to redress_app");
    await owner.end();
    key = await addKey(world.desk.db, { name: "desk", roles: ["intake", "handler", "manager"] }, world.now());
    await world.colleague("Mona", "manager");
    await open();
  });
  after(async () => {
    await node.stop();
    await world.close();
  });

  async function open() {
    const app = { ...world.database.app, options: "-c search_path=other_clock,pg_catalog,public" };
    node = await openApp({ ...world.parts, access: { ...world.database, app }, machine: clocks });
    server = await node.server();
  }
  /** Sets the clock of the database server too, as when it is the same machine. */
  async function set(wrong: number, both: boolean, passed = 0) {
    const owner = await openClient(world.database.owner);
    await owner.query("update other_clock.ahead set by = make_interval(secs => $1)", [
      (machine.passed + passed + machine.slept + (both ? wrong : 0)) / 1000,
    ]);
    await owner.end();
    machine.wrong = wrong;
    machine.passed += passed;
    await node.clock.compare();
  }
  async function complain() {
    const answer = await server.inject({
      method: "POST",
      url: "/api/v1/complaints",
      headers: { authorization: `Bearer ${key}` },
      payload: {
        platform: "ctterra",
        channel: "phone",
        complainant: { name: "Anna" },
        subject: { kind: "other" },
        statement: "Nobody called back.",
      },
    });
    assert.equal(answer.statusCode, 201);
  }
  async function alerts(): Promise<number> {
    await node.jobs.tick({});
    const rows = await world.desk.db.selectFrom("clock_alert").select("level").execute();
    return rows.filter(({ level }) => level === 4).length;
  }
  async function inTheFuture(): Promise<number> {
    const now = new Date(Date.now() + machine.passed + machine.slept + 1_000).toISOString();
    const rows = await world.desk.db
      .selectFrom("complaint_event")
      .select("version")
      .where("recorded_at", ">", now)
      .execute();
    return rows.length;
  }
  const skew = async () => (await server.inject("/readyz")).json().clockSkewSeconds ?? 0;

  test("three days ahead and back: nobody is alarmed and nothing is written into the future", async () => {
    await complain();
    for (const both of [true, false]) {
      await set(threeDays, both);
      await complain();
      assert.equal(await skew(), 72 * 3600);
      assert.match((await server.inject("/metrics")).body, /redress_clock_skew_seconds 259200/);
      assert.equal(await alerts(), 0);
      await set(0, both);
      await complain();
      assert.equal(await alerts(), 0);
      assert.equal(await skew(), 0);
    }
    assert.equal(await inTheFuture(), 0);
  });

  test("a machine that slept has not jumped", async () => {
    machine.slept = 10 * 60_000;
    await set(0, true);
    assert.equal(await skew(), 0);
    await complain();
    const { at } = await world.desk.db
      .selectFrom("complaint_event")
      .select(({ fn }) => fn.max("recorded_at").as("at"))
      .executeTakeFirstOrThrow();
    assert.ok(Date.parse(at) > Date.now() + 9 * 60_000);
  });

  test("a clock that stays three days ahead is believed after an hour, and the alarms come", async () => {
    await set(threeDays, true);
    assert.equal(await alerts(), 0);
    await set(threeDays, true, hour + 60_000);
    assert.equal(await skew(), 0);
    assert.ok((await alerts()) > 0);
  });

  test("what is written after it was set back again does not lie before what was there", async () => {
    const { id } = await world.desk.db
      .selectFrom("complaint")
      .select("id")
      .orderBy("received_at", "desc")
      .executeTakeFirstOrThrow();
    const comment = () =>
      server.inject({
        method: "POST",
        url: `/api/v1/complaints/${id}/notes`,
        headers: { authorization: `Bearer ${key}` },
        payload: { note: "Called." },
      });
    assert.equal((await comment()).statusCode, 201);
    await set(0, true);
    await set(0, true, hour + 60_000);
    assert.equal((await comment()).statusCode, 201);
    const times = await world.desk.db
      .selectFrom("complaint_event")
      .select("recorded_at")
      .where("complaint_id", "=", id)
      .orderBy("version")
      .execute();
    const told = times.map(({ recorded_at }) => recorded_at);
    assert.deepEqual(told, told.toSorted());
  });

  test("after three days in which nothing ran, the alarms come at once", async () => {
    await complain();
    const before = await alerts();
    await node.stop();
    await set(0, true, threeDays);
    await open();
    assert.equal(await skew(), 0);
    assert.ok((await alerts()) > before);
  });
});

test("what the queue noted while the database server's clock was ahead does not hold it up", async () => {
  const database = await freshDatabase();
  const owner = await openClient(database.owner);
  const done = Promise.withResolvers<void>();
  const queue = await openQueue(database.app, () => {});
  const db = openDatabase(database.app);
  await db.transaction().execute((tx) => queue.add(tx, "send-notice", { noticeId: crypto.randomUUID() }));
  await owner.query("update pgboss.version set cron_on = now() + interval '3 days'");
  await owner.query("update pgboss.queue set maintain_on = now() + interval '3 days'");
  await owner.query("update pgboss.job set start_after = now() + interval '3 days'");
  await queue.start({ ...idleJobs, "send-notice": async () => done.resolve() });
  await done.promise;
  const { rows } = await owner.query<{ ahead: boolean }>(
    `select (select max(cron_on) from pgboss.version) > now() or (select max(maintain_on) from pgboss.queue) > now() as ahead`,
  );
  assert.equal(rows[0]!.ahead, false);
  await queue.rest();
  await queue.stop();
  await db.destroy();
  await owner.end();
  await database.drop();
});
