import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { eraseComplaint } from "../src/casework/complaints/erasing.ts";
import { handle, receive } from "../src/casework/complaints/handle.ts";
import { readModels, rebuild, refold } from "../src/casework/complaints/projections/read-models.ts";
import { complaintView } from "../src/casework/complaints/queries/complaint.ts";
import { keysAreForeign } from "../src/record/content/content.ts";
import { loadKeys } from "../src/record/content/keys.ts";
import { read } from "../src/record/journal/codec.ts";
import { record } from "../src/record/journal/journal.ts";
import { verify } from "../src/record/journal/verify.ts";
import { openWorld, type World } from "./world.ts";

const desk = { kind: "system", id: "story" } as const;

describe("the journal", () => {
  let world: World;
  let owner: pg.Client;

  before(async () => {
    world = await openWorld();
    owner = new pg.Client(world.database.owner);
    await owner.connect();
  });
  after(async () => {
    await owner.end();
    await world.close();
  });

  async function complain(statement = "The room was cold.", email = "anna@kundin.example"): Promise<string> {
    const outcome = await receive(world.desk, desk, {
      platform: "ctterra",
      channel: "phone",
      receivedAt: world.now(),
      complainant: { name: "Anna", email, language: "en" },
      subject: { kind: "service" },
      statement,
      files: [{ name: "photo.jpg", type: "image/jpeg", bytes: new Uint8Array(2_500_000).fill(7) }],
    });
    assert.ok("kind" in outcome && outcome.kind === "recorded");
    return outcome.complaintId;
  }
  const check = () => verify(world.desk.db, world.desk.keys, readModels);
  /** As somebody with every right over the database would, behind our back: the triggers are switched off. */
  const tamper = async (statement: string, ...values: unknown[]) => {
    await owner.query("alter table complaint_event disable trigger user");
    const done = await owner.query(statement, values);
    await owner.query("alter table complaint_event enable trigger user");
    assert.ok(done.rowCount, "something was changed");
  };

  test("keeps no word, name or address in clear anywhere in the database", async () => {
    await complain("canary-7f3a in the statement", "canary-9b1c@kundin.example");
    await world.settle();
    const tables = await owner.query<{ name: string }>(
      "select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'pgboss')",
    );
    for (const { name } of tables.rows) {
      const { rows } = await owner.query(
        `select count(*)::int as found from ${name} t where t::text ilike '%canary%' or encode(convert_to(t::text, 'utf8'), 'escape') ilike '%canary%'`,
      );
      assert.equal(rows[0].found, 0, name);
    }
  });

  test("lets the application append and read, and nothing else", async () => {
    const app = new pg.Client(world.database.app);
    await app.connect();
    for (const statement of [
      "update complaint_event set actor = 'x'",
      "delete from complaint_event",
      "truncate complaint_event",
      "alter table complaint_event disable trigger all",
      "delete from content",
      "update content set sealed = ''",
      "update policy_version set version = 2",
      "set session_replication_role = replica",
    ])
      await assert.rejects(app.query(statement), /permission denied|must be owner/, statement);
    await app.end();
  });

  test("refuses even its owner's accident", async () => {
    for (const statement of [
      "update complaint_event set actor = 'x'",
      "delete from complaint_event",
      "truncate complaint_event",
    ])
      await assert.rejects(owner.query(statement), /append-only/, statement);
  });

  test("verifies, and finds any one value that was changed by hand", async () => {
    const id = await complain();
    await handle(world.desk, desk, id, { do: "note", note: "A note." });
    assert.equal((await check()).broken, undefined);
    const changes: [string, string, RegExp][] = [
      [
        "update complaint_event set actor = 'other' where complaint_id = $1 and version = 2",
        "update complaint_event set actor = 'story' where complaint_id = $1 and version = 2",
        /not the one/,
      ],
      [
        "update complaint_event set recorded_at = recorded_at + interval '1 ms' where complaint_id = $1 and version = 1",
        "update complaint_event set recorded_at = recorded_at - interval '1 ms' where complaint_id = $1 and version = 1",
        /not the one/,
      ],
      [
        `update complaint_event set data = jsonb_set(data, '{proposal,dueAt}', '"2030-01-01T00:00:00.000Z"') where complaint_id = $1 and version = 1 returning data`,
        "",
        /not the one/,
      ],
      [
        "update complaint_event set hash = set_byte(hash, 31, get_byte(hash, 31) # 1) where complaint_id = $1 and version = 2",
        "update complaint_event set hash = set_byte(hash, 31, get_byte(hash, 31) # 1) where complaint_id = $1 and version = 2",
        /not the one/,
      ],
      [
        "update content set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where owner_id = $1 and name = 'statement'",
        "update content set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where owner_id = $1 and name = 'statement'",
        /cannot be opened/,
      ],
      [
        "update content set sealed = set_byte(sealed, 99, get_byte(sealed, 99) # 1) where owner_id = $1 and name = 'file:0' and part = 2",
        "update content set sealed = set_byte(sealed, 99, get_byte(sealed, 99) # 1) where owner_id = $1 and name = 'file:0' and part = 2",
        /cannot be opened/,
      ],
      [
        "update content set salt = set_byte(salt, 0, get_byte(salt, 0) # 1) where owner_id = $1 and name = 'statement'",
        "update content set salt = set_byte(salt, 0, get_byte(salt, 0) # 1) where owner_id = $1 and name = 'statement'",
        /statement/,
      ],
      [
        "update complaint set stage = 'closed' where id = $1",
        "update complaint set stage = 'received' where id = $1",
        /table complaint /,
      ],
      [
        "update complaint_clock set due_at = due_at + interval '1 day' where complaint_id = $1 and kind = 'proposal'",
        "update complaint_clock set due_at = due_at - interval '1 day' where complaint_id = $1 and kind = 'proposal'",
        /complaint_clock/,
      ],
    ];
    for (const [change, undo, expected] of changes) {
      const before = await owner.query(
        "select data from complaint_event where complaint_id = $1 and version = 1",
        [id],
      );
      await tamper(change, id);
      const { broken } = await check();
      assert.equal(broken?.complaintId, id, change);
      assert.match(broken.what, expected, change);
      if (undo) await tamper(undo, id);
      else
        await tamper(
          "update complaint_event set data = $2 where complaint_id = $1 and version = 1",
          id,
          before.rows[0].data,
        );
      assert.equal((await check()).broken, undefined, "and is content once it was put back");
    }
  });

  test("misses a fact, a word or a whole complaint that was taken out", async () => {
    const id = await complain();
    await handle(world.desk, desk, id, { do: "note", note: "First." });
    await handle(world.desk, desk, id, { do: "note", note: "Second." });
    const client = new pg.Client(world.database.owner);
    await client.connect();
    const inVain = async (statements: string[], expected: RegExp) => {
      await client.query("begin");
      await client.query("alter table complaint_event disable trigger user");
      for (const statement of statements) await client.query(statement.replaceAll("$1", `'${id}'`));
      await client.query("commit");
      const { broken } = await check();
      assert.match(broken?.what ?? "nothing was found", expected);
    };
    const keep = ["complaint_event", "content", "complaint", "complaint_clock"];
    await client.query("create schema kept");
    for (const table of keep) await client.query(`create table kept.${table} as table public.${table}`);
    const restore = async () => {
      await client.query("begin");
      await client.query("alter table complaint_event disable trigger user");
      for (const table of keep) {
        await client.query(`delete from ${table}`);
        const identity = table === "complaint_event" ? "overriding system value" : "";
        await client.query(`insert into ${table} ${identity} select * from kept.${table}`);
      }
      await client.query("alter table complaint_event enable trigger user");
      await client.query("commit");
      assert.equal((await check()).broken, undefined);
    };
    await inVain(
      ["delete from complaint_event where complaint_id = $1 and version = 2"],
      /missing from the chain/,
    );
    await restore();
    await inVain(
      ["delete from complaint_event where complaint_id = $1 and version = 3"],
      /were never recorded|table complaint /,
    );
    await restore();
    await inVain(["delete from content where owner_id = $1 and name = 'statement'"], /"statement"/);
    await restore();
    await inVain(["delete from complaint_event where complaint_id = $1"], /does not know/);
    await restore();
    await inVain(
      [
        "delete from complaint_event where complaint_id = $1",
        "delete from complaint where id = $1",
        "delete from complaint_clock where complaint_id = $1",
        "delete from content where owner_id = $1",
      ],
      /reference numbers/,
    );
    await restore();
    await client.end();
  });

  test("forgets a person and still verifies", async () => {
    const id = await complain("Please forget me.");
    await world.settle();
    await eraseComplaint(world.desk, desk, id, "gdpr-17");
    const { broken, erased } = await check();
    assert.equal(broken, undefined);
    assert.equal(erased, 1);
    const view = await complaintView(world.desk, desk, id);
    assert.equal(view.statement, "");
    assert.equal(view.complainant.name, undefined);
    assert.equal(view.clocks.length, 2, "its dates are kept");
    for (const table of ["content", "data_key"])
      assert.equal(
        (await owner.query(`select 1 from ${table} where owner_id = $1`, [id])).rowCount,
        0,
        table,
      );
    for (const table of ["complaint_contact", "complaint_programme"])
      assert.equal(
        (await owner.query(`select 1 from ${table} where complaint_id = $1`, [id])).rowCount,
        0,
        table,
      );
    assert.deepEqual(await handle(world.desk, desk, id, { do: "note", note: "x" }), {
      refused: "complaint-erased",
    });
  });

  test("rebuilds the same rows from nothing but the facts, and sends nothing", async () => {
    const rows = async () => {
      const all: unknown[] = [];
      for (const table of ["complaint", "complaint_clock", "complaint_conflict"])
        all.push(
          (
            await owner.query(
              `select * from ${table} order by 1, 2, 3`.replace(
                "complaint_conflict order by 1, 2, 3",
                "complaint_conflict order by 1, 2",
              ),
            )
          ).rows,
        );
      return all;
    };
    const before = await rows();
    const letters = (await owner.query("select count(*)::int as n from letter")).rows[0].n;
    await owner.query("update complaint set stage = 'closed'");
    await owner.query("delete from complaint_clock");
    assert.match((await check()).broken?.what ?? "", /rebuild/);
    await rebuild(world.desk.db);
    assert.deepEqual(await rows(), before);
    assert.equal((await owner.query("select count(*)::int as n from letter")).rows[0].n, letters);
    assert.equal((await check()).broken, undefined);
  });

  test("a crash between any two statements leaves all or nothing", async () => {
    const count = async () =>
      (
        await owner.query(
          "select (select count(*) from complaint_event) + (select count(*) from content) + (select count(*) from letter) + (select count(*) from complaint) + (select sum(last) from reference_counter) as n",
        )
      ).rows[0].n;
    const before = await count();
    const broken = {
      ...world.desk,
      queue: { ...world.desk.queue, add: () => Promise.reject(new Error("the machine stopped here")) },
    };
    const receipt = {
      platform: "ctterra",
      channel: "phone",
      receivedAt: world.now(),
      complainant: { email: "a@b.example", language: "en" },
      subject: { kind: "other" },
      statement: "x",
    } as const;
    await assert.rejects(receive(broken, desk, receipt), /stopped here/);
    assert.equal(await count(), before);
    const occasion = { actor: "story", now: world.now() };
    const event = { type: "NoteAdded", data: {}, words: { note: "half" } } as const;
    const id = await complain();
    const still = await count();
    for (const consequences of [
      { project: () => Promise.reject(new Error("no")), react: () => Promise.resolve() },
      { project: () => Promise.resolve(), react: () => Promise.reject(new Error("no")) },
    ])
      await assert.rejects(
        world.desk.db
          .transaction()
          .execute((tx) =>
            record(tx, world.desk.keys, id, occasion, () => Promise.resolve([event]), consequences),
          ),
        /no/,
      );
    assert.equal(await count(), still);
  });

  test("twenty who write at once write one after another, without gaps; of twenty who assign, the rule lets one through", async () => {
    const id = await complain();
    const owner = "11111111-1111-4111-8111-111111111111";
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => handle(world.desk, desk, id, { do: "note", note: `note ${n}` })),
    );
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => handle(world.desk, desk, id, { do: "assign", ownerId: owner })),
    );
    assert.equal(outcomes.filter((outcome) => "kind" in outcome && outcome.kind === "recorded").length, 1);
    assert.equal(
      outcomes.filter((outcome) => "refused" in outcome && outcome.refused === "already-owner").length,
      19,
    );
    assert.equal((await check()).broken, undefined);
  });

  test("numbers have no gaps, also when receipts are refused or come all at once", async () => {
    const last = async () => Number((await owner.query("select last from reference_counter")).rows[0].last);
    const before = await last();
    const receipt = {
      platform: "ctterra",
      channel: "phone",
      receivedAt: world.now(),
      complainant: { language: "en" },
      subject: { kind: "other" },
      statement: "x",
    } as const;
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        receive(world.desk, desk, n % 2 ? receipt : { ...receipt, statement: " " }),
      ),
    );
    assert.equal(outcomes.filter((outcome) => "refused" in outcome).length, 10);
    assert.equal((await last()) - before, 10);
  });

  test("does not start with keys that cannot open what is kept", async () => {
    const { mkdtempSync, rmSync } = await import("node:fs");
    const folder = mkdtempSync("/tmp/redress-keys-");
    assert.equal(await keysAreForeign(world.desk.db, world.desk.keys), false);
    assert.equal(await keysAreForeign(world.desk.db, loadKeys(folder)), true);
    rmSync(folder, { recursive: true });
  });

  test("reads a rejection as it was stored before it carried a clock", () => {
    const at = "2026-11-24T09:00:00.000Z";
    const old = { proposal: 1, via: "phone", at, nextProposalBy: "2026-12-01T16:00:00.000Z" };
    for (const type of ["ProposalDeclined", "CounterProposed"]) {
      const { data } = read(type, old) as { data: { nextProposal: { dueAt: string; warnAt: string[] } } };
      assert.equal(data.nextProposal.dueAt, "2026-12-01T16:00:00.000Z");
      assert.equal(data.nextProposal.warnAt.length, 3);
    }
  });

  test("folds the read models anew when an earlier version wrote them, and only then", async () => {
    const { db } = world.desk;
    const rows = () =>
      db
        .selectFrom("complaint_clock")
        .selectAll()
        .orderBy("complaint_id")
        .orderBy("kind")
        .orderBy("round")
        .execute();
    await refold(db);
    const before = await rows();
    await db.updateTable("complaint_clock").set({ warn_50: null, calendar_version: null }).execute();
    await refold(db);
    assert.equal((await rows())[0]?.warn_50, null, "nothing to do, nothing done");
    await db.updateTable("read_model").set({ version: 1 }).execute();
    await refold(db);
    assert.deepEqual(await rows(), before);
  });
});
