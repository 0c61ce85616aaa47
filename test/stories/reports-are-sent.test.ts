import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { changeSetting } from "../../src/organisation/office/settings.ts";
import { makeReport } from "../../src/areas/reports/making.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

describe("on the second of November the report of October is there", () => {
  let world: World;
  let boss: Colleague;
  let dora: Colleague;
  let mara: Colleague;
  let ada: Colleague;

  before(async () => {
    world = await openWorld({ start: "2026-10-05T10:00:00+02:00" });
    boss = await world.colleague("Boss", "manager");
    dora = await world.colleague("Dora", "manager");
    mara = await world.colleague("Mara", "handler");
    ada = await world.colleague("Ada", "auditor");
    await mara.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: "Anna" },
      subject: { kind: "programme" },
      statement: "The course was cancelled.",
    });
    await world.settle();
    await world.desk.db.updateTable("person").set({ language: "en" }).where("id", "=", dora.id).execute();
    world.at("2026-11-02T08:30:00+01:00");
    assert.deepEqual(await makeReport(world.desk, "2026-10", { by: "timetable" }), {
      made: "report",
      version: 1,
    });
    await world.settle();
  });
  after(() => world.close());

  const mailsTo = (name: string, subject: RegExp) =>
    world.letters.filter(
      (letter) => letter.envelopeTo.includes(`${name}@office.test`) && subject.test(letter.subject ?? ""),
    );

  test("every manager gets it by mail in the own language, with its findings, the link and the PDF", () => {
    const [german] = mailsTo("boss", /Beschwerden im Oktober 2026/);
    assert.match(german!.text!, /http:\/\/redress\.test\/desk\/reports\/2026-10/);
    assert.match(german!.text!, /Lösungsvorschlag: 1 von 1 fälligen Zusagen versäumt/);
    assert.equal(german!.attachments[0]!.filename, "bericht-2026-10-v1.pdf");
    assert.match(Buffer.from(german!.attachments[0]!.content as ArrayBuffer).toString("latin1"), /^%PDF-/);
    const [english] = mailsTo("dora", /Complaints in October 2026/);
    assert.equal(english!.attachments[0]!.filename, "report-2026-10-v1.pdf");
    assert.deepEqual(mailsTo("mara", /Oktober/), []);
    assert.doesNotMatch(german!.raw, /Anna|cancelled/, "no word of a complaint");
  });

  test("it stands among her news", async () => {
    const { body } = await dora.get("/notices");
    assert.ok(body.items.some(({ kind }: { kind: string }) => kind === "report"));
  });

  test("managers and auditors take it along; whoever handles complaints does not", async () => {
    const take = (who: Colleague, path: string) =>
      world.server.inject({ method: "GET", url: `/api/v1/reports/${path}`, headers: who.headers });
    for (const [kind, type] of [
      ["pdf", "application/pdf"],
      ["csv", "text/csv; charset=utf-8"],
      ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ] as const) {
      const answer = await take(ada, `2026-10.${kind}?language=en&version=1`);
      assert.equal(answer.statusCode, 200, answer.body.slice(0, 300));
      assert.equal(answer.headers["content-type"], type);
      assert.equal(answer.headers["content-disposition"], `attachment; filename="report-2026-10-v1.${kind}"`);
      assert.equal(answer.headers["cache-control"], "no-store");
      assert.equal((await take(mara, `2026-10.${kind}`)).statusCode, 403);
    }
    assert.equal((await take(ada, "2026-10.pdf?version=9")).statusCode, 404);
    assert.equal((await take(ada, "2026-09.pdf")).statusCode, 404);
    assert.equal((await take(ada, "nonsense.pdf")).statusCode, 404);
    const nobody = await world.server.inject({ method: "GET", url: "/api/v1/reports/2026-10.pdf" });
    assert.equal(nobody.statusCode, 401);
  });

  test("when a management team is named, a later version goes to them and says why it is another", async () => {
    await changeSetting(world.desk.db, "management-team", { people: [ada.id] }, boss.id, world.now());
    world.at({ minutes: 5 });
    await mara.post("/complaints", {
      platform: "ctterra",
      channel: "post",
      complainant: { name: "Bea" },
      subject: { kind: "programme" },
      statement: "A letter that lay in the wrong tray.",
      receivedAt: "2026-10-30T10:00:00+01:00",
    });
    const { status } = await boss.post("/reports/2026-10/versions", { reason: "A letter came to light" });
    assert.equal(status, 201);
    await world.settle();
    const [mail] = mailsTo("ada", /Beschwerden im Oktober 2026/);
    assert.match(mail!.text!, /Eine spätere Fassung \(2\)/);
    assert.equal(mail!.attachments[0]!.filename, "bericht-2026-10-v2.pdf");
    assert.equal(mailsTo("boss", /Beschwerden im Oktober 2026/).length, 1, "not again to who is not in it");
  });

  test("a week has a report too, to be read and taken along", async () => {
    await makeReport(world.desk, "2026-W41", { by: "timetable" });
    const { status, body } = await ada.get("/reports/2026-W41");
    assert.deepEqual([status, body.kind], [200, "week"]);
    // Of those closed in July some had not had their 90 days by 11 October.
    assert.equal(body.figures.comingBack.month, "2026-06");
    const pdf = await world.server.inject({
      method: "GET",
      url: "/api/v1/reports/2026-W41.pdf",
      headers: ada.headers,
    });
    assert.equal(pdf.statusCode, 200);
  });

  test("the first week of a year begins in the year before, and rests on the calendar of its own", async () => {
    const otto = await world.colleague("Otto", "admin");
    assert.equal((await otto.post("/calendar/confirmation", { year: 2026 })).status, 201);
    await makeReport(world.desk, "2026-W01", { by: "timetable" });
    const { figures } = (await ada.get("/reports/2026-W01")).body;
    assert.equal(figures.from, "2025-12-28T23:00:00.000Z");
    assert.equal(figures.quality.calendarConfirmed, true);
  });

  test("months long ago are counted without news about them", async () => {
    await makeReport(world.desk, "2026-08", { by: "timetable" });
    await world.settle();
    assert.deepEqual(mailsTo("ada", /August/), []);
  });
});
