import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openWorld, type Colleague, type World } from "../world.ts";

describe("Otto complains at the reception desk and by phone; nobody can write to him", () => {
  let world: World;
  let mara: Colleague;
  let boss: Colleague;
  let tom: Colleague;
  let id: string;
  let reference: string;

  before(async () => {
    world = await openWorld({ start: "2026-12-18T16:20:00+01:00" });
    mara = await world.colleague("Mara", "handler", "intake");
    boss = await world.colleague("Boss", "manager");
    tom = await world.colleague("Tom", "handler");
  });
  after(() => world.close());

  const receipt = {
    platform: "cleantech",
    channel: "in_person",
    complainant: { name: "Otto", phone: "0176 444 50504" },
    subject: { kind: "programme", programme: "Wind I" },
    statement: "The trainer Tom was rude to me.",
  };

  test("his complaint has a reference and dates over Christmas at once", async () => {
    const { status, body, headers } = await mara.post("/complaints", receipt);
    assert.equal(status, 201);
    assert.equal(headers.etag, '"1"');
    ({ id, reference } = body);
    assert.match(reference, /^CT-2026-000001-\d$/);
    assert.equal(body.complainant.phone, "+4917644450504", "one number has one spelling");
    assert.equal(body.summary, "The trainer Tom was rude to me.");
    assert.deepEqual(
      body.clocks.map(({ dueAt }: { dueAt: string }) => dueAt),
      ["2026-12-20T15:20:00.000Z", "2026-12-28T16:00:00.000Z"],
    );
  });

  test("an unanswered call is an attempt, and only the call that reaches him acknowledges", async () => {
    world.at({ hours: 1 });
    await mara.post(`/complaints/${id}/acknowledgement`, { via: "phone", reached: false, note: "no answer" });
    assert.equal((await mara.get(`/complaints/${id}`)).body.stage, "received");
    world.at({ hours: 2 });
    const told = await mara.post(`/complaints/${id}/acknowledgement`, { via: "phone", reached: true });
    assert.equal(told.body.stage, "acknowledged");
    assert.equal(told.body.clocks[0].status, "met");
  });

  test("Tom, about whom it is, can neither see, find, own nor hear of it", async () => {
    assert.equal((await tom.get(`/complaints/${id}`)).status, 200);
    assert.equal((await mara.post(`/complaints/${id}/conflicts`, { personId: tom.id })).status, 201);
    const unknown = await tom.get("/complaints/00000000-0000-4000-8000-000000000000");
    for (const path of [`/complaints/${id}`, `/complaints/${reference}`, `/complaints/${id}/events`]) {
      const { status, body } = await tom.get(path);
      assert.equal(status, 404, path);
      assert.deepEqual(
        { ...body, instance: "" },
        { ...unknown.body, instance: "" },
        "the same answer as for a complaint that never was",
      );
    }
    assert.deepEqual((await tom.get("/complaints")).body.items, []);
    assert.deepEqual((await tom.get("/complaints?q=rude")).body.items, []);
    assert.equal((await mara.get("/complaints?q=rude")).body.items.length, 1);
    assert.equal((await tom.post(`/complaints/${id}/notes`, { note: "x" })).status, 404);
    assert.equal(
      (await mara.post(`/complaints/${id}/assignment`, { ownerId: tom.id })).body.code,
      "conflict-of-interest",
    );
    assert.equal((await mara.post(`/complaints/${id}/assignment`, { ownerId: mara.id })).status, 201);
  });

  test("a proposal cannot go to him by email; told by phone it is delivered, and his words are kept", async () => {
    await mara.post(`/complaints/${id}/investigation`);
    await mara.post(`/complaints/${id}/findings`, {
      allegation: "Rudeness",
      outcome: "partly_upheld",
      reasons: "Two witnesses disagree.",
    });
    await mara.post(`/complaints/${id}/proposals`, {
      explanation: "We talk to Tom and offer you a voucher.",
      measures: [
        { kind: "voucher", description: "One free day", amountCents: 15_000, basis: "goodwill" },
        { kind: "apology", description: "By the manager" },
      ],
    });
    await boss.post(`/complaints/${id}/proposals/1/approval`);
    assert.equal(
      (await mara.post(`/complaints/${id}/proposals/1/dispatch`, { via: "email" })).body.code,
      "no-email-address",
    );
    const told = await mara.post(`/complaints/${id}/proposals/1/dispatch`, { via: "phone" });
    assert.equal(told.body.proposals[0].delivered, true);
    const accepted = await mara.post(`/complaints/${id}/decision`, {
      decision: "accept",
      proposal: 1,
      via: "phone",
      words: "Fine with me.",
    });
    assert.equal(accepted.body.stage, "accepted");
    const timeline = (await mara.get(`/complaints/${id}/events`)).body.items;
    assert.equal(timeline.at(-1).words.words, "Fine with me.");
    assert.equal(timeline.at(-1).actorName, "Mara");
  });

  test("a measure done late stays late, with its reason beside it; then he is called and the complaint closes", async () => {
    world.at("2026-12-29T10:00:00+01:00");
    await mara.post(`/complaints/${id}/implementation`, { measure: "1.1" });
    const late = await mara.post(`/complaints/${id}/implementation`, { measure: "1.2" });
    const clock = late.body.clocks.find(({ kind }: { kind: string }) => kind === "implementation");
    assert.equal(clock.status, "missed");
    assert.equal(clock.metAt, "2026-12-29T09:00:00.000Z");
    await mara.post(`/complaints/${id}/late-reason`, {
      clock: "implementation",
      reason: "staff_absence",
      explanation: "Everybody was away.",
    });
    await mara.post(`/complaints/${id}/follow-up`, { via: "phone" });
    await mara.post(`/complaints/${id}/follow-up`, { via: "phone", reached: false, note: "Tried again." });
    assert.equal(
      (await mara.post(`/complaints/${id}/closure`, { outcome: "not_agreed" })).status,
      403,
      "only a manager ends a disagreement",
    );
    assert.equal(
      (await mara.post(`/complaints/${id}/closure`, { outcome: "no_answer" })).body.stage,
      "closed",
    );
    assert.equal(world.letters.length, 0, "nobody was written to");
  });
});
