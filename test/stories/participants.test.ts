import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { rebuild } from "../../src/casework/complaints/projections/read-models.ts";
import { participantsOf } from "../../src/areas/participants/months.ts";
import { importParticipants } from "../../src/areas/participants/importing.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

const base64 = (text: string | Buffer) => Buffer.from(text).toString("base64");

describe("how many took part in a month", () => {
  let world: World;
  let dora: Colleague;
  let ada: Colleague;
  let mara: Colleague;
  let one: string;
  let two: string;
  before(async () => {
    world = await openWorld({ start: "2026-11-02T09:00:00+01:00" });
    dora = await world.colleague("Dora", "manager");
    ada = await world.colleague("Ada", "admin");
    mara = await world.colleague("Mara", "handler");
    const { platforms } = await world.desk.policyAt(world.now());
    [one, two] = platforms.map(({ code }) => code) as [string, string];
    assert.equal(platforms.length, 2, "the stories below are about two platforms");
    await ada.put("/taxonomies/programmes", {
      version: 0,
      entries: [
        { code: "wind_1", en: "Wind power for fitters", de: "Windkraft für Monteure", active: true },
        { code: "solar", en: "Solar basics", de: "Photovoltaik Grundlagen", active: true },
        { code: "old", en: "Old course", de: "Alter Kurs", active: false },
      ],
    });
  });
  after(() => world.close());

  const bring = (month: string, text: string | Buffer, complete = false, who = dora) =>
    who.post(`/participants/${month}/imports`, { base64: base64(text), complete });
  const known = async (month: string) => (await participantsOf(world.desk.db, [month]))[0]!;

  test("a month of which one platform is missing has no number for a rate, and cannot be called complete", async () => {
    const half = { version: 0, complete: false, counts: [{ platform: one, participants: 120 }] };
    const saved = await dora.put("/participants/2026-08", half);
    assert.equal(saved.status, 200);
    assert.deepEqual(saved.body.missing, [two]);
    assert.deepEqual(await known("2026-08"), { month: "2026-08", version: 1, complete: false });
    const early = await dora.put("/participants/2026-08", { ...half, version: 1, complete: true });
    assert.equal(early.body.code, "counts-missing");
    assert.equal((await known("2026-08")).complete, false);
  });

  test("nobody took part on the other platform: 0 is a number, and the month is complete", async () => {
    const counts = [
      { platform: one, participants: 120 },
      { platform: one, programme: "wind_1", participants: 80 },
      { platform: one, programme: "old", participants: 60 },
      { platform: two, participants: 0 },
    ];
    await dora.put("/participants/2026-08", { version: 1, complete: true, counts });
    assert.deepEqual(await known("2026-08"), {
      month: "2026-08",
      version: 2,
      complete: true,
      total: 120,
      byPlatform: { [one]: 120, [two]: 0 },
      byProgramme: { wind_1: 80, old: 60 },
    });
  });

  test("a correction is a new state, and the earlier ones stay with who said them", async () => {
    const stale = await dora.put("/participants/2026-08", { version: 1, complete: false, counts: [] });
    assert.deepEqual([stale.status, stale.body.code, stale.body.version], [409, "stale", 2]);
    await ada.put("/participants/2026-08", {
      version: 2,
      complete: true,
      counts: [
        { platform: one, participants: 121 },
        { platform: two, participants: 0 },
      ],
    });
    const { body } = await mara.get("/participants/2026-08/history");
    assert.deepEqual(
      body.items.map((each: Record<string, unknown>) => [each.version, each.total, each.recordedBy]),
      [
        [3, 121, ada.id],
        [2, 120, dora.id],
        [1, 120, dora.id],
      ],
    );
    await assert.rejects(
      world.desk.db.updateTable("participant_count").set({ participants: 1 }).execute(),
      /permission denied/,
    );
  });

  test("a month that runs can be filled and not completed; one that has not begun is refused", async () => {
    const counts = [
      { platform: one, participants: 3 },
      { platform: two, participants: 4 },
    ];
    assert.equal(
      (await dora.put("/participants/2026-11", { version: 0, complete: false, counts })).status,
      200,
    );
    const early = await dora.put("/participants/2026-11", { version: 1, complete: true, counts });
    assert.equal(early.body.code, "month-not-over");
    const ahead = await dora.put("/participants/2026-12", { version: 0, complete: false, counts });
    assert.equal(ahead.body.code, "month-ahead");
  });

  test("a file is taken as a whole: names in either language, Windows-1252, and its platforms replace what was known", async () => {
    const file = Buffer.from(
      `Monat;Plattform;Programm;Teilnehmende\r\n10.2026;${one};;140\r\n2026-10;${one};Windkraft fuer Monteure;90\r\n10/2026;${one};Photovoltaik Grundlagen;70\r\n`,
      "latin1",
    );
    const first = await bring("2026-10", file);
    assert.equal(first.status, 201);
    assert.deepEqual(
      [first.body.lines, first.body.complete, first.body.missing, first.body.source],
      [3, false, [two], "csv"],
    );
    const again = await bring("2026-10", file);
    assert.deepEqual(
      [again.body.changed, again.body.version],
      [false, 1],
      "the same file twice is one state",
    );
    const other = await bring("2026-10", `platform,programme,participants\n${two},"wind_1",30\n`, true);
    assert.deepEqual([other.body.complete, other.body.missing, other.body.total], [true, [], 170]);
    assert.deepEqual(await known("2026-10"), {
      month: "2026-10",
      version: 2,
      complete: true,
      total: 170,
      byPlatform: { [one]: 140, [two]: 30 },
      byProgramme: { wind_1: 120, solar: 70 },
    });
  });

  test("one wrong line and nothing is imported; every problem is told with line and column", async () => {
    const file = [
      "month;platform;programme;participants",
      `2026-09;${one};;100`,
      `2026-09;nowhere;;1`,
      `2026-09;${one};Wind;1`,
      `2026-09;${one};solar;-3`,
      `2026-09;${one};wind_1;1.5`,
      `2026-09;${one};old;"=1+1"`,
      `2026-08;${two};;1`,
      `Okt 26;${two};solar;`,
    ].join("\n");
    const refused = await bring("2026-09", file, true);
    assert.deepEqual([refused.status, refused.body.code], [422, "rows-invalid"]);
    assert.deepEqual(
      refused.body.errors.map(({ field, code }: { field: string; code: string }) => [field, code]),
      [
        ["3:platform", "unknown_platform"],
        ["4:programme", "unknown_programme"],
        ["5:participants", "negative"],
        ["6:participants", "not_whole"],
        ["7:participants", "formula"],
        ["8:month", "wrong_month"],
        ["9:month", "not_a_month"],
        ["9:participants", "empty_cell"],
      ],
    );
    assert.match(refused.body.errors[1].message, /no programme “Wind” in the catalogue/);
    assert.deepEqual(await known("2026-09"), { month: "2026-09", version: 0, complete: false });
    const twice = await bring("2026-09", `platform,participants\n${one},1\n${two},2\n${one},3\n`);
    assert.deepEqual(
      twice.body.errors.map(({ field }: { field: string }) => field),
      ["4:platform"],
    );
    const above = await bring("2026-09", `platform,programme,participants\n${one},,5\n${one},solar,6\n`);
    assert.deepEqual(
      above.body.errors.map(({ code }: { code: string }) => code),
      ["above_platform"],
    );
  });

  test("a file of several months is saved for all of them or for none", async () => {
    const file = (last: string) =>
      Buffer.from(
        `month,platform,participants\n2026-06,${one},10\n2026-06,${two},11\n${last},${one},12\n${last},${two},13\n`,
      );
    const refused = await importParticipants(world.desk, file("2026-11"), { complete: true }, "operator");
    assert.deepEqual(refused, { kind: "conflict", code: "month-not-over" });
    assert.equal((await known("2026-06")).version, 0, "June waits for its neighbour");
    const taken = await importParticipants(world.desk, file("2026-07"), { complete: true }, "operator");
    assert.ok("months" in taken);
    const totals = await participantsOf(world.desk.db, ["2026-06", "2026-07", "2026-05"]);
    assert.deepEqual(
      totals.map((each) => (each.complete ? each.total : undefined)),
      [21, 25, undefined],
    );
  });

  test("two people who import at one moment are one after the other, and no state is lost", async () => {
    const files = [one, two].map((platform, index) => `platform,participants\n${platform},${index + 5}\n`);
    const answers = await Promise.all(files.map((file) => bring("2026-05", file)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201],
    );
    const { body } = await dora.get("/participants/2026-05");
    assert.deepEqual([body.version, body.total, body.missing], [2, 11, []]);
  });

  test("handlers look and change nothing", async () => {
    assert.equal((await mara.get("/participants")).body.items.length, 13);
    assert.equal((await bring("2026-04", `platform,participants\n${one},1\n`, false, mara)).status, 403);
    const body = { version: 0, complete: false, counts: [] };
    assert.equal((await mara.put("/participants/2026-04", body)).status, 403);
    const unknown = { ...body, counts: [{ platform: one, programme: "nothing", participants: 1 }] };
    assert.equal((await dora.put("/participants/2026-04", unknown)).body.errors[0].code, "unknown_programme");
  });
});

describe("the programme of a complaint", () => {
  let world: World;
  let ada: Colleague;
  let mara: Colleague;
  const entries = [
    { code: "wind_1", en: "Wind power for fitters", de: "Windkraft für Monteure", active: true },
    { code: "old", en: "Old course", de: "Alter Kurs", active: false },
  ];
  before(async () => {
    world = await openWorld();
    ada = await world.colleague("Ada", "admin");
    mara = await world.colleague("Mara", "handler");
  });
  after(() => world.close());

  const complain = async (programme: string) => {
    const { body } = await mara.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: "Anna" },
      subject: { kind: "programme", programme },
      statement: "The course was cancelled.",
    });
    return body as { id: string; programme?: string; suggestedProgramme?: string };
  };

  test("there is no catalogue at first; words that were said before it are suggested once it is there", async () => {
    const early = await complain("WINDKRAFT  fuer Monteure");
    assert.deepEqual([early.programme, early.suggestedProgramme], [undefined, undefined]);
    await ada.put("/taxonomies/programmes", { version: 0, entries });
    const { body } = await mara.get(`/complaints/${early.id}`);
    assert.deepEqual([body.programme, body.suggestedProgramme], [undefined, "wind_1"]);
    assert.equal(body.subject.programme, "WINDKRAFT  fuer Monteure", "the customer's words stay");
  });

  test("words that are exactly a name give the code at receipt, others none, and none that is retired", async () => {
    assert.equal((await complain("wind power for  FITTERS")).programme, "wind_1");
    for (const words of ["Wind power", "Alter Kurs"])
      assert.deepEqual((await complain(words)).programme, undefined, words);
  });

  test("at triage one is chosen from those that are offered; the register finds it, and folding anew gives the same", async () => {
    const { id } = await complain("something about wind");
    const assess = (programme: string) =>
      mara.post(`/complaints/${id}/assessment`, { severity: 2, programme });
    assert.equal((await assess("old")).body.errors[0].code, "unknown_code");
    assert.equal((await assess("wind_1")).body.programme, "wind_1");
    const found = await mara.get("/complaints?programme=wind_1");
    assert.deepEqual(
      found.body.items.map(({ programme }: { programme: string }) => programme),
      ["wind_1", "wind_1"],
    );
    assert.ok(found.body.items.some((row: { id: string }) => row.id === id));
    await rebuild(world.desk.db);
    assert.deepEqual((await mara.get("/complaints?programme=wind_1")).body, found.body);
  });

  test("a later assessment that says nothing about the programme leaves it", async () => {
    const { id } = await complain("Windkraft für Monteure");
    const { body } = await mara.post(`/complaints/${id}/assessment`, { severity: 1 });
    assert.equal(body.programme, "wind_1");
  });

  test("the public form suggests the names in the language of its page, and takes anything else", async () => {
    const form = async (path: string) =>
      (await world.server.inject({ url: path, headers: { host: "ctterra.com" } })).body;
    assert.match(
      await form("/complain"),
      /<datalist id="programme-suggestions"><option value="Wind power for fitters">/,
    );
    const german = await form("/de/complain");
    assert.match(german, /value="Windkraft für Monteure"/);
    assert.doesNotMatch(german, /Alter Kurs/);
  });
});
