import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fileCriteria } from "../../src/core/complaint/file-review.ts";
import { readModels } from "../../src/casework/complaints/projections/read-models.ts";
import { eraseComplaint } from "../../src/casework/complaints/erasing.ts";
import { drawFiles } from "../../src/areas/file-reviews/drawing.ts";
import { verify } from "../../src/record/journal/verify.ts";
import { groupsOf } from "../../src/areas/reports/telling/groups.ts";
import { valueOf } from "../../src/areas/reports/telling/line.ts";
import { openApp } from "../../src/app.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

describe("Closed files are drawn each month, and looked at by somebody who had no hand in them", () => {
  let world: World;
  let mara: Colleague;
  let boss: Colleague;
  let dora: Colleague;
  let cora: Colleague;
  let olga: Colleague;
  const answers = (change: object = {}) => ({
    ...Object.fromEntries(fileCriteria.map((criterion) => [criterion, "yes"])),
    ...change,
  });

  before(async () => {
    world = await openWorld({ start: "2026-09-07T09:00:00+02:00" });
    mara = await world.colleague("Mara", "handler");
    boss = await world.colleague("Boss", "manager");
    dora = await world.colleague("Dora", "manager");
    olga = await world.colleague("Olga", "auditor");
    cora = await world.colleague("Cora", "manager");
  });
  after(() => world.close());

  const closed = async (): Promise<string> => {
    const complaint = {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: "Anna", phone: "+49 30 1234567" },
      subject: { kind: "service" },
      statement: "Nobody answered.",
    };
    const { id } = (await mara.post("/complaints", complaint)).body;
    const done = async (who: Colleague, path: string, body: object = {}) => {
      const { status, body: told } = await who.post(`/complaints/${id}/${path}`, body);
      assert.equal(status, 201, `${path}: ${JSON.stringify(told)}`);
    };
    await done(mara, "acknowledgement", { via: "phone", reached: true });
    await done(mara, "assignment", { ownerId: cora.id });
    await done(mara, "assignment", { ownerId: mara.id });
    await done(mara, "investigation");
    await done(mara, "findings", { allegation: "No answer", outcome: "upheld", reasons: "It was so." });
    await done(mara, "proposals", {
      explanation: "Sorry.",
      measures: [{ kind: "apology", description: "Ours" }],
    });
    await done(boss, "proposals/1/approval");
    await done(mara, "proposals/1/dispatch", { via: "phone" });
    await done(mara, "decision", { decision: "accept", proposal: 1, via: "phone", words: "Yes." });
    await done(mara, "implementation", { measure: "1.1" });
    await done(mara, "follow-up", { via: "phone", solved: true });
    await done(mara, "closure", { outcome: "resolved" });
    return id;
  };
  const samples = async (who = dora) => (await who.get("/file-reviews")).body.items;
  const review = (who: Colleague, id: string, body: object) =>
    who.post(`/complaints/${id}/file-review`, body);

  test("on the first business day of a month some of those that were closed in the one before are drawn, once", async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push(await closed());
    // Of an erased file there is nothing to look at.
    await eraseComplaint(world.desk, { kind: "system", id: "test" }, ids[4]!, "asked");
    world.at("2026-10-01T05:59:00+02:00");
    await drawFiles(world.desk);
    assert.deepEqual(await samples(), []);
    world.at("2026-10-01T06:00:00+02:00");
    const second = await openApp({ ...world.parts, now: world.now });
    await Promise.all([drawFiles(world.desk), drawFiles(second.desk), drawFiles(world.desk)]);
    await second.stop();
    await drawFiles(world.desk);
    const [{ month, closed: of, files }, ...others] = await samples();
    assert.deepEqual([month, of, files.length, others.length], ["2026-09", 4, 3, 0]);
    assert.ok(
      files.every(({ complaintId }: { complaintId: string }) => ids.slice(0, 4).includes(complaintId)),
    );
    await world.settle();
    const news = (await olga.get("/notices")).body.items.filter(
      ({ kind }: { kind: string }) => kind === "file_review",
    );
    assert.deepEqual(
      news.map(({ facts }: { facts: object }) => facts),
      [{ period: "2026-09", count: 3 }],
    );
    assert.match(
      world.letter(/3 closed files of September 2026|3 abgeschlossene Akten aus September 2026/).text ?? "",
      /file-reviews/,
    );
  });

  test("who worked on it is not asked; a manager or an auditor says what it shows, and what is wanting in words", async () => {
    const [{ files }] = await samples();
    const [first, second] = files.map(({ complaintId }: { complaintId: string }) => complaintId);
    for (const hand of [boss, cora])
      assert.deepEqual(
        (await samples(hand))[0].files.map(({ mine }: { mine: boolean }) => mine),
        [false, false, false],
      );
    // She owned it for a moment, before it was closed by somebody else.
    assert.equal((await review(cora, first, { answers: answers() })).body.code, "own-file");
    assert.equal((await review(mara, first, { answers: answers() })).status, 403);
    const own = await review(boss, first, { answers: answers() });
    assert.deepEqual([own.status, own.body.code], [409, "own-file"]);
    const half = await review(olga, first, { answers: { points: "yes" } });
    assert.equal(half.status, 422);
    const wanting = answers({ letters: "no", redress: "not_applicable" });
    const silent = await review(olga, first, { answers: wanting });
    assert.deepEqual([silent.status, silent.body.code], [409, "words-missing"]);
    const said = await review(olga, first, { answers: wanting, remark: "No date in it." });
    assert.equal(said.status, 201);
    assert.ok(!said.body.nextSteps.includes("file-review"));
    assert.equal((await review(dora, first, { answers: answers() })).body.code, "file-reviewed");
    assert.equal((await review(dora, second, { answers: answers() })).status, 201);
    const [{ files: seen }] = await samples();
    assert.deepEqual(
      seen.map(
        ({ reviewed }: { reviewed?: { good: number; of: number } }) =>
          reviewed && [reviewed.good, reviewed.of],
      ),
      [[8, 9], [10, 10], undefined],
    );
    const { items } = (await mara.get(`/complaints/${first}/events`)).body;
    assert.equal(
      items.find(({ type }: { type: string }) => type === "FileReviewed").words.remark,
      "No date in it.",
    );
  });

  test("whoever is complained about sees neither the file nor that it was drawn", async () => {
    const [{ files }] = await samples();
    await mara.post(`/complaints/${files[2].complaintId}/conflicts`, { personId: dora.id });
    const [{ files: left }] = await samples();
    assert.equal(left.length, 2);
    assert.equal((await review(dora, files[2].complaintId, { answers: answers() })).status, 404);
  });

  test("the month's report says how many were looked at, how good they were, and what was wanting", async () => {
    world.at("2026-11-02T06:00:00+01:00");
    await world.app.jobs.tick({});
    const { figures } = (await dora.get("/reports/2026-10")).body;
    assert.deepEqual(figures.fileReviews, {
      drawn: 3,
      reviewed: 2,
      found: { score: 18 / 19, wanting: { letters: 1 } },
    });
    const groups = groupsOf(figures, { language: "en", nameOf: (_, code) => code });
    const lines = groups.find(({ code }) => code === "fileReviews")!.lines;
    assert.deepEqual(
      lines.map((line) => [line.label, valueOf("en", line)]),
      [
        ["Files drawn", "3"],
        ["Files looked at", "2"],
        ["As they should be", "94.7 %"],
        ["Wanting: Letters are plain, complete and in the customer's language", "1"],
      ],
    );
    assert.equal((await verify(world.desk.db, world.desk.keys, readModels)).broken, undefined);
  });
});
