import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import pino from "pino";
import { openApp } from "../../src/app.ts";
import type { Office } from "../../src/commands/office.ts";
import { reportCommand } from "../../src/commands/report.ts";
import { UsageError } from "../../src/commands/usage.ts";
import { eraseComplaint } from "../../src/casework/complaints/erasing.ts";
import { differencesOf } from "../../src/core/reporting/differences.ts";
import { readModels } from "../../src/casework/complaints/projections/read-models.ts";
import { verify } from "../../src/record/journal/verify.ts";
import { hashOf } from "../../src/areas/reports/making.ts";
import { makeMissingReports } from "../../src/areas/reports/timetable.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

describe("The month is counted, kept and never rewritten", () => {
  let world: World;
  let boss: Colleague;
  let ada: Colleague;
  let owner: pg.Client;
  const call = (receivedAt: string, more: object = {}) =>
    boss.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      receivedAt,
      complainant: { name: "Anna", phone: "+49 30 1234567", language: "en" },
      subject: { kind: "service" },
      statement: "Nobody answered.",
      ...more,
    });
  const report = async (period: string) => (await boss.get(`/reports/${period}`)).body;
  const make = () => makeMissingReports(world.desk);

  before(async () => {
    world = await openWorld({ start: "2026-08-03T09:00:00+02:00" });
    boss = await world.colleague("Boss", "manager");
    ada = await world.colleague("Ada", "admin");
    owner = new pg.Client(world.database.owner);
    await owner.connect();
  });
  after(async () => {
    await owner.end();
    await world.close();
  });

  test("a report of the running month is refused with a word, and so is one that never will be", async () => {
    await call("2026-08-03T08:30:00+02:00");
    world.at("2026-08-31T18:00:00+02:00");
    assert.equal(await make(), 4, "four weeks");
    for (const period of ["2026-08", "2026-09", "2026"]) {
      const { status, body } = await boss.get(`/reports/${period}`);
      assert.deepEqual([status, body.code], [409, "report-not-due"], period);
    }
    assert.equal((await boss.get("/reports/2026-07")).status, 404, "before we began");
    assert.equal((await boss.get("/reports/2026-W60")).status, 422);
    assert.equal((await boss.get("/reports/2026-W53")).status, 409);
    assert.equal((await boss.get("/reports/2027-W53")).status, 404, "a year without that week");
  });

  test("it is there early on the first business day, once, though two nodes make it", async () => {
    world.at("2026-09-01T05:59:00+02:00");
    assert.equal(await make(), 0);
    world.at("2026-09-01T06:00:00+02:00");
    const second = await openApp({ ...world.parts, now: world.now });
    const made = await Promise.all([make(), makeMissingReports(second.desk), make()]);
    await second.stop();
    assert.equal(
      made.reduce((sum, each) => sum + each, 0),
      1,
    );
    const { version, hash, figures, versions } = await report("2026-08");
    assert.deepEqual([version, versions.length], [1, 1]);
    assert.equal(hash, hashOf(figures), "anybody can compute it again");
    assert.deepEqual(figures.backlog, {
      openBefore: 0,
      received: 1,
      reopened: 0,
      closed: 0,
      withdrawn: 0,
      openAfter: 1,
    });
    assert.equal(figures.promises.acknowledgement.openOverdue, 1, "nobody called her: late, not left out");
    assert.equal(figures.promises.acknowledgement.rate.share, 0);
    assert.equal(figures.open.overdue[0].clock, "acknowledgement");
  });

  test("an outage over two ends of months, and a month without complaints, leave no gap", async () => {
    world.at("2026-11-04T10:00:00+01:00");
    await make();
    const { items } = (await boss.get("/reports")).body;
    assert.deepEqual(
      items.map(({ period, received }: { period: string; received: number }) => [period, received]),
      [
        ["2026-10", 0],
        ["2026-09", 0],
        ["2026-08", 1],
      ],
    );
    const { figures } = await report("2026-10");
    assert.deepEqual(figures.rate, { refused: "participants-incomplete" });
    assert.deepEqual(figures.promises.proposal.rate, { refused: "no-cases" }, "a reason, not a nought");
    assert.ok(figures.findings.some(({ code }: { code: string }) => code === "no-complaints"));
  });

  test("a complaint of October that is taken down in November makes a second version, with what differs", async () => {
    world.at({ minutes: 5 });
    await call("2026-10-30T16:00:00+01:00", { category: "certificate" });
    const known = await report("2026-10");
    assert.deepEqual(known.since, { receipts: 1, participants: false });
    assert.equal(known.figures.backlog.received, 0, "what was published stays");
    const again = await boss.post("/reports/2026-10/versions", { reason: "A call was written down late" });
    assert.equal(again.status, 201, JSON.stringify(again.body));
    const { version, reason, differences, since } = again.body;
    assert.deepEqual([version, reason], [2, "A call was written down late"]);
    assert.deepEqual(since, { receipts: 0, participants: false });
    assert.ok(
      differences.some(
        ({ path, was, is }: { path: string; was: unknown; is: unknown }) =>
          path === "backlog.received" && was === 0 && is === 1,
      ),
    );
    const first = (await boss.get("/reports/2026-10?version=1")).body;
    assert.equal(first.figures.backlog.received, 0);
    assert.equal(first.hash, known.hash);
    assert.equal((await ada.post("/reports/2026-10/versions", { reason: "because" })).status, 403);
    assert.equal((await boss.post("/reports/2026-10/versions", { reason: " " })).status, 422);
  });

  test("participants make a rate once they are complete; half a month makes none, and nought makes no rate either", async () => {
    const counts = (n: number) => [
      { platform: "ctterra", participants: n },
      { platform: "cleantech", participants: 0 },
    ];
    world.at({ minutes: 5 });
    const save = async (complete: boolean, n: number) => {
      const { body } = await boss.get("/participants/2026-10");
      return boss.put("/participants/2026-10", { version: body.version, complete, counts: counts(n) });
    };
    assert.equal((await save(false, 80)).status, 200);
    const half = await boss.post("/reports/2026-10/versions", { reason: "half of it" });
    assert.equal(half.body.code, "nothing-changed");
    assert.equal((await save(true, 80)).status, 200);
    assert.equal((await report("2026-10")).since.participants, true);
    const whole = (await boss.post("/reports/2026-10/versions", { reason: "participants" })).body;
    assert.deepEqual(
      [whole.figures.rate.complaints, whole.figures.rate.participants, whole.figures.rate.rate],
      [1, 80, 1.25],
    );
    assert.equal((await save(true, 0)).status, 200);
    const none = (await boss.post("/reports/2026-10/versions", { reason: "nobody came" })).body;
    assert.deepEqual(none.figures.rate, { refused: "no-participants" });
  });

  test("a receipt of October that turns out to have been one of September changes both months, by new versions", async () => {
    world.at({ minutes: 5 });
    const { items } = (await boss.get("/complaints?limit=10&sort=received")).body;
    const body = { receivedAt: "2026-09-29T10:00:00+02:00", reason: "The note on the desk says so." };
    assert.equal((await ada.post(`/complaints/${items[0].id}/receipt-date`, body)).status, 404);
    const done = await boss.post(`/complaints/${items[0].id}/receipt-date`, body);
    assert.equal(done.status, 201, JSON.stringify(done.body));
    assert.equal(done.body.receivedAt, "2026-09-29T08:00:00.000Z");
    for (const [period, received] of [
      ["2026-09", 1],
      ["2026-10", 0],
    ] as const) {
      assert.equal((await report(period)).since.receipts, 1, period);
      const again = await boss.post(`/reports/${period}/versions`, { reason: "a date was corrected" });
      assert.equal(again.body.figures.backlog.received, received, period);
      assert.equal(again.body.since.receipts, 0);
    }
    const { broken } = await verify(world.desk.db, world.desk.keys, readModels);
    assert.equal(broken, undefined);
    // The other stories go on with the month as it was.
    world.at({ minutes: 5 });
    const back = { receivedAt: "2026-10-30T16:00:00+01:00", reason: "It was the right date after all." };
    assert.equal((await boss.post(`/complaints/${items[0].id}/receipt-date`, back)).status, 201);
    await boss.post("/reports/2026-10/versions", { reason: "and back" });
  });

  test("what could reveal a person is not told, however the cells are asked for", async () => {
    const { figures } = await report("2026-10");
    assert.deepEqual(figures.byCategory, [{ name: "certificate", fewerThan: 3 }]);
  });

  test("whoever is complained about does not find the case in the report", async () => {
    const { id } = (await call("2026-11-02T09:00:00+01:00")).body;
    world.at("2026-12-01T08:00:00+01:00");
    await make();
    const cases = async (who: Colleague) =>
      (await who.get("/reports/2026-11")).body.figures.open.overdue.map(
        ({ complaintId }: { complaintId: string }) => complaintId,
      );
    const mia = await world.colleague("Mia", "manager");
    assert.ok((await cases(mia)).includes(id));
    assert.equal((await boss.post(`/complaints/${id}/conflicts`, { personId: mia.id })).status, 201);
    assert.ok(!(await cases(mia)).includes(id));
    assert.ok((await cases(boss)).includes(id));
    assert.equal(
      (await ada.get("/reports/2026-11")).body.figures.open.overdue.length,
      0,
      "no reader of cases",
    );
    const handler = await world.colleague("Hanna", "handler");
    assert.equal((await handler.get("/reports")).status, 403);
  });

  test("a person is forgotten; the figures of the month are the same", async () => {
    const before = await report("2026-11");
    const { items } = (await boss.get("/complaints?limit=10&sort=received")).body;
    await eraseComplaint(world.desk, { kind: "system", id: "operator" }, items[0].id, "gdpr-17");
    const again = await boss.post("/reports/2026-11/versions", { reason: "after the erasure" });
    assert.equal(again.body.code, "nothing-changed", JSON.stringify(differencesOf(before, again.body)));
  });

  test("a register that does not add up is not reported, somebody hears why, and it heals by itself", async () => {
    await owner.query("create table kept as select * from complaint_opening where opened_at >= '2026-11-01'");
    await owner.query("delete from complaint_opening where opened_at >= '2026-11-01'");
    world.at("2027-01-04T08:00:00+01:00");
    await call("2026-12-10T09:00:00+01:00", { receivedAtReason: "found on paper" });
    await owner.query(
      "delete from complaint_opening where complaint_id = (select id from complaint order by received_at desc limit 1)",
    );
    await make();
    assert.equal((await boss.get("/reports/2026-12")).body.code, "report-refused");
    const { refused } = (await boss.get("/reports")).body;
    assert.deepEqual(refused, [{ period: "2026-12", refused: "backlog-does-not-add-up" }]);
    const told = (await boss.get("/notices")).body.items;
    assert.equal(told.filter(({ kind }: { kind: string }) => kind === "report_refused").length, 1);
    await make();
    assert.equal(
      (await boss.get("/notices")).body.items.filter(
        ({ kind }: { kind: string }) => kind === "report_refused",
      ).length,
      1,
      "once",
    );
    await owner.query(
      "insert into complaint_opening select id, 1, received_at, 'received' from complaint on conflict do nothing",
    );
    await make();
    assert.equal((await report("2026-12")).figures.backlog.received, 1);
    assert.deepEqual((await boss.get("/reports")).body.refused, []);
  });

  test("the year has one too", async () => {
    const { figures, ...rest } = await report("2026");
    assert.ok(figures, JSON.stringify(rest));
    assert.equal(figures.backlog.received, 4);
    assert.deepEqual(figures.rate, { refused: "participants-incomplete" });
    const last = figures.charts.rate.points.at(-1);
    assert.deepEqual([last.period, last.value], ["2026-12", 1], "December is a month of the year");
    assert.equal(figures.comingBack.month, "2026-09");
  });

  test("an operator gets it as a file, and a clear word where there is none", async () => {
    const folder = mkdtempSync(join(tmpdir(), "redress-report-"));
    const { access, settings } = world.parts;
    const office = { access, settings, log: pino({ level: "silent" }) } as Office;
    const file = join(folder, "report.csv");
    await reportCommand(office, ["2026-08", "--out", file]);
    assert.match(readFileSync(file, "utf8"), /Received,complaints,1,/);
    await assert.rejects(reportCommand(office, ["2026-07"]), /lies before everything/);
    for (const wrong of [[], ["2026-13"], ["october"], ["2026-08", "2026-09"], ["2026-08", "--out", "x.doc"]])
      await assert.rejects(reportCommand(office, wrong), UsageError, wrong.join(" "));
    rmSync(folder, { recursive: true });
  });

  test("nothing of a report can be changed afterwards", async () => {
    await assert.rejects(owner.query("update report set hash = 'x'"), /append-only/);
    await assert.rejects(owner.query("delete from report"), /append-only/);
  });
});
