import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openWorld, type Answer, type Colleague, type World } from "../world.ts";

describe("Money is promised within authority, and large sums by two", () => {
  let world: World;
  let mara: Colleague;
  let ada: Colleague;
  let boss: Colleague;
  let chief: Colleague;
  let admin: Colleague;

  before(async () => {
    world = await openWorld({ start: "2026-11-24T09:00:00+01:00" });
    mara = await world.colleague("Mara", "handler");
    ada = await world.colleague("Ada", "approver");
    boss = await world.colleague("Boss", "manager");
    chief = await world.colleague("Chief", "manager");
    admin = await world.colleague("Root", "admin");
  });
  after(() => world.close());

  const refund = (amountCents: number, more: object = {}) => ({
    explanation: "We are sorry.",
    measures: [{ kind: "refund", description: "Course fee", amountCents, basis: "claim", ...more }],
  });
  async function found(): Promise<string> {
    const { id } = (
      await mara.post("/complaints", {
        platform: "ctterra",
        channel: "phone",
        complainant: { name: "Anna", email: "anna@kundin.example", language: "en" },
        subject: { kind: "programme" },
        statement: "The course was cancelled.",
      })
    ).body;
    await mara.post(`/complaints/${id}/assignment`, { ownerId: mara.id });
    await mara.post(`/complaints/${id}/investigation`);
    await mara.post(`/complaints/${id}/findings`, { allegation: "a", outcome: "upheld", reasons: "r" });
    return id;
  }
  async function drafted(amountCents: number): Promise<string> {
    const id = await found();
    assert.equal((await mara.post(`/complaints/${id}/proposals`, refund(amountCents))).status, 201);
    return id;
  }
  const approve = (who: Colleague, id: string, headers = {}) =>
    who.post(`/complaints/${id}/proposals/1/approval`, {}, headers);
  const status = ({ body }: Answer) => body.proposals[0].status;
  const facts = async (id: string) =>
    (await boss.get(`/complaints/${id}/events`)).body.items
      .map(({ type }: { type: string }) => type)
      .filter((type: string) => type === "ProposalEndorsed" || type === "ProposalApproved");

  test("an administrator sets the limits, everybody may read them, and each state is kept", async () => {
    const usual = (await ada.get("/office/authority")).body;
    assert.deepEqual(usual, { limits: { approver: 200_000, manager: 1_000_000 }, secondAboveCents: 500_000 });
    const set = { limits: { approver: 30_000, manager: 200_000 }, secondAboveCents: 100_000 };
    assert.equal((await boss.put("/office/authority", set)).status, 403);
    assert.deepEqual((await admin.put("/office/authority", set)).body, set);
    assert.equal((await admin.put("/office/authority", { ...set, secondAboveCents: 0.5 })).status, 422);
    const { items } = (await admin.get("/office/history/authority")).body;
    assert.deepEqual(
      items.map(({ value, recordedBy }: { value: object; recordedBy: string }) => [value, recordedBy]),
      [[set, admin.id]],
    );
  });

  test("within the limit one approves; above it the answer names the limit and the sum, and nothing is recorded", async () => {
    const within = await drafted(30_000);
    assert.equal(status(await approve(ada, within)), "approved");
    const above = await drafted(30_001);
    const refused = await approve(ada, above);
    assert.deepEqual([refused.status, refused.body.code], [409, "above-authority"]);
    assert.match(refused.body.detail, /up to €300\.00; this proposal costs €300\.01\. Nothing was recorded/);
    assert.deepEqual(await facts(above), []);
    assert.equal(status(await approve(boss, above)), "approved");
  });

  test("nothing above what the customer paid, in another currency, or of nothing at all", async () => {
    const id = await found();
    const paid = await mara.post(`/complaints/${id}/paid-amount`, { amountCents: 24_000 });
    assert.equal(paid.body.paidCents, 24_000);
    const propose = async (body: object) => (await mara.post(`/complaints/${id}/proposals`, body)).body;
    const above = await propose(refund(24_001));
    assert.equal(above.code, "refund-above-paid");
    assert.match(above.detail, /paid €240\.00.*would refund €240\.01/);
    assert.deepEqual(above.cents, { paid: 24_000, promised: 0, asked: 24_001 });
    assert.equal((await propose(refund(100, { currency: "USD" }))).code, "wrong-currency");
    assert.equal((await propose(refund(0))).code, "amount-not-positive");
    assert.equal((await propose(refund(-5))).code, "amount-not-positive");
    assert.equal((await propose(refund(24_000))).proposals.length, 1);
  });

  test("above the threshold the first approval is kept and the proposal waits for a second person", async () => {
    const id = await drafted(150_000);
    const first = await approve(boss, id);
    assert.deepEqual(
      [first.status, status(first), first.body.proposals[0].endorsedBy],
      [201, "draft", boss.id],
    );
    assert.ok(!first.body.nextSteps.includes("approval"), "nobody is offered to approve twice");
    assert.ok((await chief.get(`/complaints/${id}`)).body.nextSteps.includes("approval"));
    const sent = await mara.post(`/complaints/${id}/proposals/1/dispatch`, { via: "email" });
    assert.equal(sent.body.code, "proposal-not-approved");
    assert.equal((await approve(boss, id)).body.code, "own-approval");
    assert.equal((await approve(mara, id)).status, 403);
    assert.equal(status(await approve(chief, id)), "approved");
    assert.deepEqual(await facts(id), ["ProposalEndorsed", "ProposalApproved"]);
  });

  test("two people approve at the same moment: both count; one person twice at the same moment: once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const both = await drafted(150_000);
      const answers = await Promise.all([approve(boss, both), approve(chief, both)]);
      assert.deepEqual(
        answers.map((each) => each.status),
        [201, 201],
      );
      assert.deepEqual(await facts(both), ["ProposalEndorsed", "ProposalApproved"]);
      const twice = await drafted(150_000);
      const same = await Promise.all([1, 2, 3, 4].map(() => approve(boss, twice)));
      assert.deepEqual(
        same.map(({ status: code }) => code).toSorted((a, b) => a - b),
        [201, 409, 409, 409],
      );
      assert.deepEqual(await facts(twice), ["ProposalEndorsed"]);
    }
  });

  test("where one suffices and two approve at once, one wins; whoever saw an older state is told so", async () => {
    const id = await drafted(50_000);
    const { version } = (await boss.get(`/complaints/${id}`)).body;
    const seen = { "if-match": `"${version}"` };
    const answers = await Promise.all([approve(boss, id, seen), approve(chief, id, seen)]);
    assert.deepEqual(
      answers.map(({ status: code }) => code).toSorted((a, b) => a - b),
      [201, 409],
    );
    assert.equal(answers.find(({ status: code }) => code === 409)?.body.code, "stale");
    assert.deepEqual(await facts(id), ["ProposalApproved"]);
  });
});
