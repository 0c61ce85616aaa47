import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { reviewInputs } from "../../src/core/reviewing/review.ts";
import { complaintAbout, office } from "../causes.ts";
import type { Answer, Colleague, World } from "../world.ts";

describe("management looks at October, decides, and cannot sign while September's actions have no status", () => {
  let world: World;
  let ada: Colleague;
  let mara: Colleague;
  let dora: Colleague;
  let olga: Colleague;
  let carla: Colleague;
  let action: string;
  before(async () => {
    ({ world, ada, mara, dora, olga } = await office({ start: "2026-09-02T10:00:00+02:00" }));
    carla = await world.colleague("Carla", "manager");
    await complaintAbout(mara);
  });
  after(() => world.close());

  const minute = () => world.app.jobs.tick({});
  const newsOf = async (who: Colleague): Promise<string[]> =>
    (await who.get("/notices")).body.items
      .filter(({ kind }: { kind: string }) => kind === "review")
      .map(({ facts }: { facts: Record<string, string> }) => `${facts.period} ${facts.news} ${facts.on}`);
  const record = (meetingOn: string, change: object = {}) => ({
    reportVersion: 1,
    meetingOn,
    chairId: dora.id,
    attendees: [dora.id, carla.id],
    absent: [],
    inputs: reviewInputs.map((input) => ({ input, note: "Looked at." })),
    discussion: "Why is the handout wrong again? Carla doubts that one edition is enough.",
    decisions: ["A new handout."],
    ...change,
  });
  const save = (period: string, version: number, said: object) =>
    dora.put(`/reviews/${period}`, { version, record: said });
  const sign = (period: string, who = dora, body = {}) => who.post(`/reviews/${period}/signature`, body);
  const which = ({ body }: Answer) => body.errors.map(({ field }: { field: string }) => field);

  test("September's report is there: the review opens once, with its date, and the team is invited", async () => {
    world.at("2026-10-01T08:00:00+02:00");
    for (const _ of [1, 2]) await minute();
    const { body } = await dora.get("/reviews");
    const [{ id: _, ...review }, ...others] = body.items;
    assert.deepEqual(review, { period: "2026-09", state: "open", dueOn: "2026-10-14", version: 0 });
    assert.deepEqual(others, []);
    for (const member of [dora, carla]) assert.deepEqual(await newsOf(member), ["2026-09 opened 2026-10-14"]);
    assert.deepEqual(await newsOf(mara), []);
    await world.settle();
    assert.match(world.letter(/Managementbewertung September 2026/).text ?? "", /\/desk\/reviews\/2026-09/);
  });

  test("who is not of the team sees nothing of it; an auditor reads and changes nothing", async () => {
    assert.equal((await mara.get("/reviews/2026-09")).status, 403);
    assert.equal((await ada.get("/reviews")).status, 403);
    assert.equal((await olga.get("/reviews/2026-09")).body.mayHold, false);
    assert.equal((await olga.post("/reviews/2026-09/addenda", { text: "Hm." })).status, 403);
  });

  test("they meet, write it down and decide on an action; none of it is in clear", async () => {
    world.at("2026-10-08T15:00:00+02:00");
    const early = await sign("2026-09");
    assert.deepEqual([early.status, early.body.code], [409, "meeting-missing"]);
    const first = await save("2026-09", 0, record("2026-10-08", { discussion: undefined }));
    assert.deepEqual([first.status, first.body.version], [200, 1]);
    const stale = await save("2026-09", 0, record("2026-10-08"));
    assert.deepEqual([stale.status, stale.body.code, stale.body.version], [409, "stale", 1]);
    assert.equal((await sign("2026-09")).body.code, "discussion-missing");
    await save("2026-09", 1, record("2026-10-08"));
    const decided = await dora.post("/reviews/2026-09/actions", {
      title: "A new handout",
      ownerId: mara.id,
      dueOn: "2026-11-30",
      rootCause: "content_error",
    });
    assert.equal(decided.status, 201, JSON.stringify(decided.body));
    [{ id: action }] = decided.body.actions;
    assert.equal((await mara.get(`/actions/${action}`)).body.ownerId, mara.id);
    const rows = await world.desk.db.selectFrom("review_fact").selectAll().execute();
    assert.doesNotMatch(JSON.stringify(rows), /handout|Looked/);
  });

  test("only its chair signs; then it is bound to the report and never changes, whoever tries", async () => {
    assert.equal((await sign("2026-09", carla)).body.code, "not-the-chair");
    const { body } = await sign("2026-09");
    const report = (await dora.get("/reports/2026-09")).body;
    assert.deepEqual(
      [body.state, body.signature.reportVersion, body.signature.reportHash, body.signature.intact],
      ["signed", 1, report.hash, true],
    );
    assert.match(body.signature.hash, /^[0-9a-f]{64}$/);
    assert.equal((await save("2026-09", 3, record("2026-10-08"))).body.code, "review-signed");
    assert.equal((await sign("2026-09")).body.code, "review-signed");
    const late = { title: "One more", ownerId: mara.id, dueOn: "2026-12-01" };
    assert.equal((await dora.post("/reviews/2026-09/actions", late)).body.code, "review-signed");
    const { db } = world.desk;
    const row = await db
      .selectFrom("review_fact")
      .selectAll()
      .where("kind", "=", "saved")
      .executeTakeFirstOrThrow();
    await assert.rejects(
      db
        .insertInto("review_fact")
        .values({ ...row, version: 99, data: JSON.stringify({}) })
        .execute(),
      /takes addenda only/,
    );
    await assert.rejects(db.deleteFrom("review_fact").execute(), /permission denied/);
    const added = await carla.post("/reviews/2026-09/addenda", { text: "The printer confirmed." });
    assert.deepEqual(
      added.body.addenda.map(({ text, by }: Record<string, string>) => [text, by]),
      [["The printer confirmed.", carla.id]],
    );
    assert.equal(added.body.signature.hash, body.signature.hash);
  });

  test("October: while nobody has said how the handout stands, it is not signed, and it is told which one", async () => {
    world.at("2026-11-02T08:00:00+01:00");
    await minute();
    await save("2026-10", 0, record("2026-11-02"));
    const refused = await sign("2026-10");
    assert.deepEqual(
      [refused.status, refused.body.code, which(refused)],
      [409, "actions-without-status", ["1"]],
    );
    const shown = (await dora.get("/reviews/2026-10")).body;
    assert.deepEqual(
      shown.earlier.map(({ id, silent }: Record<string, unknown>) => [id, silent]),
      [[action, true]],
    );
    await mara.post(`/actions/${action}/notes`, { note: "At the printer's." });
    const after = (await dora.get("/reviews/2026-10")).body;
    assert.deepEqual([after.earlier[0].silent, after.state], [false, "open"]);
  });

  test("a later version of the report is acknowledged before it is signed", async () => {
    const { body } = await mara.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      receivedAt: "2026-10-20T10:00:00Z",
      complainant: { name: "Ben" },
      subject: { kind: "other" },
      statement: "It was too loud.",
    });
    assert.ok(body.id);
    const counted = await dora.post("/reports/2026-10/versions", { reason: "Told us late." });
    assert.deepEqual(
      [counted.status, counted.body.version],
      [201, 2],
      JSON.stringify(counted.body).slice(0, 300),
    );
    const refused = await sign("2026-10");
    assert.deepEqual([refused.body.code, which(refused)], ["report-newer", ["2"]]);
    const signed = await sign("2026-10", dora, { acknowledged: 2 });
    assert.deepEqual([signed.status, signed.body.signature.reportVersion], [201, 2]);
  });

  test("November's is forgotten: the team is reminded, and then the escalation contacts hear of it, once", async () => {
    await ada.put("/office/escalation-contacts", { people: [olga.id] });
    world.at("2026-12-01T08:00:00+01:00");
    await minute();
    world.at("2026-12-10T08:00:00+01:00");
    await minute();
    world.at("2026-12-15T08:00:00+01:00");
    for (const _ of [1, 2]) await minute();
    assert.deepEqual((await newsOf(dora)).slice(0, 3), [
      "2026-11 overdue 2026-12-14",
      "2026-11 due_soon 2026-12-14",
      "2026-11 opened 2026-12-14",
    ]);
    assert.deepEqual(await newsOf(olga), ["2026-11 overdue 2026-12-14"]);
    assert.equal((await dora.get("/reviews/2026-11")).body.state, "overdue");
    world.at("2026-12-16T08:00:00+01:00");
    await minute();
    assert.equal((await newsOf(olga)).length, 1);
  });

  test("an administrator names the team: a member without any role for it reviews, and the quorum counts", async () => {
    const team = { people: [dora.id, carla.id, mara.id], chairId: mara.id, quorum: 3 };
    assert.equal((await dora.put("/office/management-team", team)).status, 403);
    assert.deepEqual((await ada.put("/office/management-team", team)).body, team);
    const said = record("2026-12-16", { chairId: mara.id, attendees: [mara.id, dora.id] });
    const saved = await mara.put("/reviews/2026-11", { version: 0, record: said });
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
    assert.equal((await sign("2026-11", mara)).body.code, "no-quorum");
    await mara.post(`/actions/${action}/notes`, { note: "Delivered." });
    await mara.put("/reviews/2026-11", {
      version: 1,
      record: { ...said, attendees: [mara.id, dora.id, carla.id] },
    });
    assert.equal((await sign("2026-11", mara)).body.state, "signed");
  });
});
