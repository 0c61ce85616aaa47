import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eraseComplaint } from "../../src/casework/complaints/erasing.ts";
import { remindOfAnswers } from "../../src/areas/surveys/reminding.ts";
import { surveyFigures } from "../../src/areas/surveys/figures.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const scale = { low: 1, high: 5, better: "high" };

describe("what participants answer in surveys", () => {
  let world: World;
  let mara: Colleague;
  let dora: Colleague;
  let tom: Colleague;
  let ada: Colleague;
  before(async () => {
    // A Friday; Monday is the next business day.
    world = await openWorld({ start: "2026-10-09T10:00:00+02:00" });
    mara = await world.colleague("Mara", "handler");
    dora = await world.colleague("Dora", "manager");
    tom = await world.colleague("Tom", "handler");
    ada = await world.colleague("Ada", "admin");
    await ada.put("/taxonomies/programmes", {
      version: 0,
      entries: [{ code: "wind_1", en: "Wind power", de: "Windkraft", active: true }],
    });
  });
  after(() => world.close());

  const file = [
    "ID;Datum;Plattform;Programm;Bewertung;Bewertung 2;Kommentar;Name;E-Mail;Kontakt erwünscht",
    "a1;05.10.2026;ctterra;Windkraft;5;4;;;;",
    'a2;2026-10-06;ctterra;wind_1;5;2;"Der Raum war kalt;\nalle froren.";Anna;anna@kundin.example;ja',
    "a3;07.10.2026 14:30;ctterra;;1;;;;;",
    "a4;07.10.2026;ctterra;;1;2;Der Trainer schrie.;Otto;otto@kunde.example;nein",
  ].join("\r\n");
  const bring = (text: string, more: object = {}, who = mara) =>
    who.post("/surveys/imports", { source: "Kursende", scale, base64: base64(text), ...more });
  type Shown = { id: string; words?: string; contact?: object; decision?: Record<string, unknown> };
  const answers = async (state = "open", who = mara): Promise<Shown[]> =>
    (await who.get(`/surveys/answers?state=${state}`)).body.items;
  const withWords = async (words: RegExp, state = "open") =>
    (await answers(state)).find((each) => words.test(each.words ?? ""))!;
  const decide = (id: string, body: object, who = mara) => who.post(`/surveys/answers/${id}/decision`, body);

  test("all answers of a file are taken, the low ones wait for a look, and a contact only from who wanted one", async () => {
    const { status, body } = await bring(file);
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual([body.answers, body.low, body.known, body.contactsLeftOut], [4, 3, 0, 1]);
    const open = await answers();
    assert.deepEqual(
      new Map(open.map(({ words = "", contact }) => [words, contact])),
      new Map<string, object | undefined>([
        ["Der Raum war kalt;\nalle froren.", { name: "Anna", email: "anna@kundin.example" }],
        ["Der Trainer schrie.", undefined],
        ["", undefined],
      ]),
    );
  });

  test("the same file again, or one with one answer more, takes nobody's answer twice", async () => {
    const again = await bring(file);
    assert.deepEqual([again.body.answers, again.body.known], [0, 4]);
    const more = await bring(`${file}\r\na5;08.10.2026;ctterra;;4;;;;;`, { source: "kursende " });
    assert.deepEqual([more.body.answers, more.body.known], [1, 4]);
    const other = await bring(file.split("\r\n").slice(0, 2).join("\n"), { source: "Halbzeit" });
    assert.deepEqual([other.body.answers, other.body.known], [1, 0], "another survey has ids of its own");
  });

  test("one wrong line and no answer is taken; each problem has line and column", async () => {
    const before = (await answers("all")).length;
    const refused = await bring(
      [
        "id,date,platform,programme,score,email,contact wanted",
        "b1,2026-10-05,ctterra,,4,,",
        "b1,2026-02-30,ctterra,,6,,",
        "b2,2026-10-05,nowhere,Solar,2.5,no address,yes",
        ",=TODAY(),ctterra,,,,",
      ].join("\n"),
    );
    assert.deepEqual(
      refused.body.errors.map(({ field, code }: { field: string; code: string }) => [field, code]),
      [
        ["3:id", "line_twice"],
        ["3:date", "not_a_day"],
        ["3:score", "off_scale"],
        ["4:platform", "unknown_platform"],
        ["4:programme", "unknown_programme"],
        ["4:email", "not_an_address"],
        ["4:score", "not_whole"],
        ["5:id", "empty_cell"],
        ["5:date", "formula"],
        ["5:date", "not_a_day"],
        ["5:score", "empty_cell"],
      ],
    );
    const ahead = await bring("id,date,platform,score\nb1,2026-10-10,ctterra,4\n");
    assert.equal(ahead.body.errors[0].code, "day_ahead");
    assert.equal((await answers("all")).length, before);
  });

  test("another system sends answers as they are, on a scale where lower is better", async () => {
    const answer = { id: "x1", answeredOn: "2026-10-01", platform: "ctterra", scores: [6] };
    const sent = { source: "Schulnoten", scale: { low: 1, high: 6, better: "low" }, answers: [answer] };
    const { status, body } = await mara.post("/surveys/imports", sent);
    assert.deepEqual([status, body.answers, body.low], [201, 1, 1]);
    const off = await mara.post("/surveys/imports", {
      ...sent,
      answers: [{ ...answer, id: "x2", scores: [7] }],
    });
    assert.deepEqual([off.status, off.body.errors[0].field], [422, "answers.0.scores"]);
    const unwanted = await mara.post("/surveys/imports", {
      ...sent,
      answers: [{ ...answer, id: "x3", contact: { email: "a@kundin.example" } }],
    });
    assert.equal(unwanted.status, 422, "a contact that nobody wanted is not taken");
  });

  test("Mara makes a complaint of one: it counts from the day on which the answer reached us, and Anna is written to", async () => {
    const { id } = await withWords(/kalt/);
    const decided = await decide(id, { decision: "complaint" });
    assert.equal(decided.status, 201, JSON.stringify(decided.body));
    const { complaint } = decided.body.decision;
    const { body } = await mara.get(`/complaints/${complaint.id}`);
    assert.equal(body.receivedAt, "2026-10-06T07:00:00.000Z");
    assert.deepEqual(
      [body.channel, body.programme, body.statement, body.complainant.email],
      ["other", "wind_1", "Der Raum war kalt;\nalle froren.", "anna@kundin.example"],
    );
    assert.equal(
      body.clocks.find(({ kind }: { kind: string }) => kind === "acknowledgement").dueAt,
      "2026-10-08T07:00:00.000Z",
      "48 hours from then, and already missed",
    );
    const { body: timeline } = await mara.get(`/complaints/${complaint.id}/events`);
    assert.match(
      timeline.items.find(({ type }: { type: string }) => type === "NoteAdded").words.note,
      /„Kursende“, beantwortet am Dienstag, 6\. Oktober 2026: 5, 2 \(Skala 1 bis 5/,
    );
    await world.settle();
    assert.match(world.letter(new RegExp(complaint.reference)).text ?? "", new RegExp(complaint.reference));
    const twice = await decide(id, { decision: "no_complaint", reason: "Doubted." });
    assert.deepEqual([twice.status, twice.body.code], [409, "answer-decided"]);
  });

  test("two people decide at one moment: one decision, one complaint", async () => {
    const { id } = await withWords(/schrie/);
    const before = (await mara.get("/complaints")).body.items.length;
    const both = await Promise.all([
      decide(id, { decision: "complaint" }),
      decide(id, { decision: "complaint" }, dora),
    ]);
    assert.deepEqual(
      both.map(({ status }) => status).toSorted((a, b) => a - b),
      [201, 409],
    );
    const { body } = await mara.get("/complaints");
    assert.equal(body.items.length, before + 1);
    const { complaint } = (await withWords(/schrie/, "decided")).decision as {
      complaint: { id: string };
    };
    const made = await mara.get(`/complaints/${complaint.id}`);
    assert.deepEqual(made.body.complainant, {}, "nobody gave a name, and it is a complaint all the same");
  });

  test("Tom, whom one of them is about, no longer finds its words among the answers", async () => {
    const seen = await withWords(/schrie/, "decided");
    const { complaint } = seen.decision as { complaint: { id: string } };
    await mara.post(`/complaints/${complaint.id}/conflicts`, { personId: tom.id });
    assert.ok(!(await answers("all", tom)).some(({ id }) => id === seen.id));
    assert.ok((await answers("all")).some(({ id }) => id === seen.id));
    const tried = await decide(seen.id, { decision: "no_complaint", reason: "It was nothing." }, tom);
    assert.equal(tried.status, 404);
  });

  test("no complaint needs a reason, which is kept and encrypted like the answer", async () => {
    const [numbers] = await answers();
    assert.equal((await decide(numbers!.id, { decision: "no_complaint", reason: " " })).status, 422);
    const { body } = await decide(numbers!.id, { decision: "no_complaint", reason: "A slip of the finger." });
    assert.deepEqual(
      [body.decision.reason, body.decision.decidedBy, body.decision.complaint],
      ["A slip of the finger.", mara.id, undefined],
    );
    const sealed = await world.desk.db
      .selectFrom("content")
      .select(["name", "sealed"])
      .where("owner_id", "=", numbers!.id)
      .execute();
    assert.deepEqual(
      sealed.map(({ name }) => name),
      ["reason"],
    );
    assert.ok(!sealed[0]!.sealed.includes("finger"));
  });

  test("an answer of long ago becomes a complaint only with a word why so late", async () => {
    await bring("id;date;platform;score;words\nold;2026-08-03;ctterra;1;Nobody called back.\n");
    const { id, ...shown } = await withWords(/called back/);
    assert.equal((shown as { longPast?: boolean }).longPast, true);
    const refused = await decide(id, { decision: "complaint" });
    assert.deepEqual([refused.status, refused.body.code], [409, "reason-missing"]);
    const made = await decide(id, { decision: "complaint", receivedAtReason: "The survey came late." });
    assert.equal(made.status, 201);
    assert.equal(
      (await mara.get(`/complaints/${made.body.decision.complaint.id}`)).body.receivedAt,
      "2026-08-03T07:00:00.000Z",
    );
  });

  test("an institute that sends answers later: they reached us on that day", async () => {
    await bring("id;date;platform;score;words\ni1;2026-09-30;ctterra;2;Too fast.\n", {
      source: "Institut",
      arrivedOn: "2026-10-09",
    });
    const { id } = await withWords(/Too fast/);
    const made = await decide(id, { decision: "complaint" });
    const { body } = await mara.get(`/complaints/${made.body.decision.complaint.id}`);
    assert.equal(body.receivedAt, "2026-10-09T07:00:00.000Z");
  });

  test("the managers hear once a day of what waits for longer than a business day", async () => {
    const told = async () =>
      (await dora.get("/notices")).body.items
        .filter(({ kind }: { kind: string }) => kind === "survey")
        .map(({ facts }: { facts: { count: number } }) => facts.count);
    await remindOfAnswers(world.desk);
    assert.deepEqual(await told(), []);
    world.at("2026-10-12T16:59:00+02:00");
    await remindOfAnswers(world.desk);
    assert.deepEqual(await told(), [], "Monday is the business day that we give us");
    world.at("2026-10-12T17:01:00+02:00");
    await Promise.all([remindOfAnswers(world.desk), remindOfAnswers(world.desk)]);
    assert.deepEqual(await told(), [1]);
    world.at("2026-10-13T09:00:00+02:00");
    await remindOfAnswers(world.desk);
    assert.deepEqual(await told(), [1, 1]);
    assert.equal(
      (await answers()).every((each) => (each as { overdue?: boolean }).overdue),
      true,
    );
  });

  test("the month in numbers: small groups are hidden, means are of five and more", async () => {
    const rows = ["5", "4", "4", "3", "5", "1"].map(
      (score, index) => `n${index};2026-07-0${index + 1};ctterra;${index < 4 ? "wind_1" : ""};${score}`,
    );
    await bring(["id;date;platform;programme;score", ...rows].join("\n"));
    const figures = await surveyFigures(world.desk.db, "2026-07");
    assert.equal(figures.n, 6);
    assert.deepEqual(figures.mean, { mean: (100 + 75 + 75 + 50 + 100 + 0) / 6 });
    assert.ok("share" in figures.low && figures.low.count === 1 && figures.low.of === 6);
    assert.deepEqual(figures.byProgramme, [
      { name: "", fewerThan: 3 },
      { name: "wind_1", hidden: true },
    ]);
    assert.deepEqual(figures.possibleComplaints, { open: 1, complaints: 0, none: 0 });
    const october = await surveyFigures(world.desk.db, "2026-10");
    assert.deepEqual(october.possibleComplaints, { open: 1, complaints: 2, none: 1 });
    assert.deepEqual((await dora.get("/surveys/figures/2026-07")).body, { ...figures });
  });

  test("what is low is set by administrators and holds for later answers", async () => {
    const threshold = { bottom: 3, steps: 5 };
    assert.equal((await dora.put("/office/survey-threshold", threshold)).status, 403);
    assert.equal((await ada.put("/office/survey-threshold", { bottom: 5, steps: 5 })).status, 422);
    await ada.put("/office/survey-threshold", threshold);
    const { body } = await bring("id;date;platform;score\nt1;2026-10-12;ctterra;3\n");
    assert.equal(body.low, 1);
    const july = await surveyFigures(world.desk.db, "2026-07");
    assert.equal("count" in july.low && july.low.count, 1, "the three of July is judged as it was then");
    const history = (await ada.get("/office/history/survey-threshold")).body.items;
    assert.deepEqual(history[0].value, threshold);
  });

  test("when the complaint is erased, the answer has no word either, and its numbers stay", async () => {
    const answer = await withWords(/kalt/, "decided");
    const { complaint } = answer.decision as { complaint: { id: string } };
    await eraseComplaint(world.desk, { kind: "system", id: "operator" }, complaint.id, "retention");
    const erased = (await answers("decided")).find(({ id }) => id === answer.id)!;
    assert.deepEqual([erased.words, erased.contact], [undefined, undefined]);
  });

  test("whoever does not read complaints reads no answers", async () => {
    assert.equal((await ada.get("/surveys/answers")).status, 403);
    const [any] = await answers("all");
    assert.equal((await decide(any!.id, { decision: "complaint" }, ada)).status, 403);
  });
});
