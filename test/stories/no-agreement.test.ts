import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openWorld, type Colleague, type World } from "../world.ts";

const flat = (text = "") => text.replace(/\s+/g, " ");
const body = {
  body: "Universalschlichtungsstelle des Bundes",
  address: "Straßburger Straße 8, 77694 Kehl",
  url: "https://www.verbraucher-schlichter.de",
  stance: "unwilling",
};

describe("Round after round, and in the end no agreement", () => {
  let world: World;
  let mara: Colleague;
  let boss: Colleague;
  let admin: Colleague;
  let tom: Colleague;
  let id = "";

  before(async () => {
    world = await openWorld({ start: "2026-11-24T09:00:00+01:00" });
    mara = await world.colleague("Mara", "handler");
    boss = await world.colleague("Boss", "manager");
    admin = await world.colleague("Root", "admin");
    tom = await world.colleague("Tom", "manager");
  });
  after(() => world.close());

  const view = async () => (await mara.get(`/complaints/${id}`)).body;
  async function begun(consumer: boolean, email = "anna@kundin.example"): Promise<string> {
    const received = await mara.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: "Anna", email, language: "en" },
      subject: { kind: "programme" },
      statement: "The course was cancelled.",
    });
    const { id: fresh } = received.body;
    await mara.post(`/complaints/${fresh}/assessment`, { severity: 2, consumer });
    await mara.post(`/complaints/${fresh}/assignment`, { ownerId: mara.id });
    await mara.post(`/complaints/${fresh}/investigation`);
    await mara.post(`/complaints/${fresh}/findings`, { allegation: "a", outcome: "upheld", reasons: "r" });
    return fresh;
  }
  async function round(complaint: string, n: number, measures: object[]) {
    const drafted = await mara.post(`/complaints/${complaint}/proposals`, { explanation: "e", measures });
    assert.equal(drafted.status, 201, JSON.stringify(drafted.body));
    await boss.post(`/complaints/${complaint}/proposals/${n}/approval`);
    await mara.post(`/complaints/${complaint}/proposals/${n}/dispatch`, { via: "phone" });
    return mara.post(`/complaints/${complaint}/decision`, {
      decision: "decline",
      proposal: n,
      via: "phone",
      words: "That is not enough.",
    });
  }
  const refund = (amountCents: number) => ({
    kind: "refund",
    description: "Course fee",
    amountCents,
    basis: "goodwill",
  });

  test("she declines, there is a call, and the second proposal shows what it offers otherwise", async () => {
    id = await begun(true);
    const declined = await round(id, 1, [refund(10_000), { kind: "explanation", description: "Why" }]);
    assert.equal(declined.body.stage, "in_discussion");
    assert.equal(declined.body.proposals[0].changes, undefined);
    const first = declined.body.nextProposalBy;
    assert.ok(first, "the next proposal has a date of its own");
    await mara.post(`/complaints/${id}/discussions`, {
      via: "phone",
      form: "call",
      summary: "She wants the whole fee.",
      participants: "Anna, Mara",
    });
    const call = (await mara.get(`/complaints/${id}/events`)).body.items.at(-1);
    assert.deepEqual([call.data.form, call.words.participants], ["call", "Anna, Mara"]);
    // A draft that nobody sent is no round.
    await mara.post(`/complaints/${id}/proposals`, { explanation: "e", measures: [refund(1)] });
    world.at({ hours: 24 });
    const again = await round(id, 3, [refund(18_000), { kind: "apology", description: "In writing" }]);
    assert.deepEqual(again.body.proposals[2].changes, {
      since: 1,
      measures: [
        { change: "changed", was: refund(10_000), is: refund(18_000) },
        { change: "added", is: { kind: "apology", description: "In writing" } },
        { change: "removed", was: { kind: "explanation", description: "Why" } },
      ],
      totalCents: { was: 10_000, is: 18_000 },
    });
    assert.ok(again.body.nextProposalBy > first, "each round has its own clock");
  });

  test("no agreement is a manager's to say, with a reason, and not before a conciliation body is named", async () => {
    const reason = "She wants more than she paid.";
    assert.equal((await mara.post(`/complaints/${id}/deadlock`, { via: "email", reason })).status, 403);
    assert.ok(!(await view()).nextSteps.includes("deadlock"));
    assert.equal((await boss.post(`/complaints/${id}/deadlock`, { via: "email" })).status, 422);
    const unnamed = await boss.post(`/complaints/${id}/deadlock`, { via: "email", reason });
    assert.deepEqual([unnamed.status, unnamed.body.code], [409, "conciliation-unnamed"]);
    assert.equal((await boss.put("/office/conciliation", body)).status, 403);
    assert.deepEqual((await admin.put("/office/conciliation", body)).body, { conciliation: body });
    const early = await boss.post(`/complaints/${id}/closure`, { outcome: "not_agreed" });
    assert.equal(early.body.code, "no-deadlock");
    assert.equal(
      (await boss.post(`/complaints/${id}/deadlock`, { via: "phone", reason })).body.code,
      "text-form",
    );
  });

  test("whoever is complained about cannot say it either", async () => {
    const other = await begun(true);
    await round(other, 1, [refund(100)]);
    await mara.post(`/complaints/${other}/conflicts`, { personId: tom.id });
    const answer = await tom.post(`/complaints/${other}/deadlock`, { via: "email", reason: "r" });
    assert.equal(answer.status, 404);
    assert.equal(
      (await tom.post(`/complaints/${other}/referrals`, { body: "court", name: "n" })).status,
      404,
    );
  });

  test("the consumer is written to: body, address, website, and that we do not take part", async () => {
    const declared = await boss.post(`/complaints/${id}/deadlock`, {
      via: "email",
      reason: "She wants more than she paid.",
    });
    assert.deepEqual(declared.body.deadlock, { at: world.now(), by: boss.id, consumer: true });
    // What is set afterwards does not change what was said then.
    await admin.put("/office/conciliation", { ...body, body: "Another one", stance: "willing" });
    await world.settle();
    const text = flat(world.letter(/could not agree/).text);
    for (const part of [
      /Conciliation body: Universalschlichtungsstelle des Bundes/,
      /Address: Straßburger Straße 8, 77694 Kehl/,
      /https:\/\/www\.verbraucher-schlichter\.de/,
      /neither willing nor obliged/,
    ])
      assert.match(text, part);
    assert.doesNotMatch(text, /ec\.europa\.eu/);
    assert.doesNotMatch(text, /She wants more/);
    const closed = await boss.post(`/complaints/${id}/closure`, { outcome: "not_agreed" });
    assert.equal(closed.body.stage, "closed");
  });

  test("she turns to the body: its reference and how it ended are kept, though the complaint is closed", async () => {
    const referred = await mara.post(`/complaints/${id}/referrals`, {
      body: "conciliation_body",
      name: body.body,
      reference: "USS 12/26",
    });
    assert.deepEqual(referred.body.referrals, [
      {
        number: 1,
        body: "conciliation_body",
        name: body.body,
        reference: "USS 12/26",
        at: world.now(),
      },
    ]);
    const found = (await mara.get(`/complaints?q=${encodeURIComponent("USS 12/26")}`)).body.items;
    assert.deepEqual(
      found.map((each: { id: string }) => each.id),
      [id],
    );
    world.at({ hours: 48 });
    const ended = await mara.post(`/complaints/${id}/referral-outcomes`, {
      referral: 1,
      outcome: "not_admitted",
    });
    assert.equal(ended.body.referrals[0].outcome, "not_admitted");
    const twice = await mara.post(`/complaints/${id}/referral-outcomes`, { referral: 1, outcome: "agreed" });
    assert.equal(twice.body.code, "referral-ended");
  });

  test("a company is told nothing of a body for consumers", async () => {
    const before = world.letters.length;
    const company = await begun(false, "office@firma.example");
    assert.equal((await mara.get(`/complaints/${company}`)).body.consumer, false);
    await round(company, 1, [refund(100)]);
    const declared = await boss.post(`/complaints/${company}/deadlock`, { via: "email", reason: "r" });
    assert.equal(declared.body.deadlock.consumer, false);
    await world.settle();
    const since = world.letters.slice(before).filter(({ envelopeTo }) => envelopeTo[0]?.includes("firma"));
    assert.ok(since.length > 0, "other letters do go there");
    assert.ok(!since.some(({ subject }) => /could not agree/.test(subject ?? "")));
  });
});
