import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readModels } from "../../src/casework/complaints/projections/read-models.ts";
import { linkToken } from "../../src/record/content/tokens.ts";
import { verify } from "../../src/record/journal/verify.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

describe("Asked whether it is solved, and how satisfied they are", () => {
  let world: World;
  let mara: Colleague;
  let boss: Colleague;

  before(async () => {
    world = await openWorld();
    mara = await world.colleague("Mara", "handler", "intake");
    boss = await world.colleague("Boss", "manager", "approver");
  });
  after(() => world.close());

  /** A complaint of somebody with an address or without one, carried to the point where it is implemented. */
  const implemented = async (complainant: object): Promise<string> => {
    const { id } = (
      await mara.post("/complaints", {
        platform: "ctterra",
        channel: "phone",
        complainant,
        subject: { kind: "programme" },
        statement: "The course was cancelled.",
      })
    ).body;
    await mara.post(`/complaints/${id}/assignment`, { ownerId: mara.id });
    await mara.post(`/complaints/${id}/investigation`);
    await mara.post(`/complaints/${id}/findings`, {
      allegation: "Cancelled",
      outcome: "upheld",
      reasons: "It was.",
    });
    const measures = [{ kind: "apology", description: "In writing" }];
    await mara.post(`/complaints/${id}/proposals`, { explanation: "We are sorry.", measures });
    await boss.post(`/complaints/${id}/proposals/1/approval`);
    await mara.post(`/complaints/${id}/proposals/1/dispatch`, { via: "phone" });
    const words = "Yes, please.";
    await mara.post(`/complaints/${id}/decision`, { decision: "accept", proposal: 1, via: "phone", words });
    const { body } = await mara.post(`/complaints/${id}/implementation`, { measure: "1.1" });
    assert.equal(body.stage, "implemented");
    return id as string;
  };
  const page = (id: string) => `/p/ctterra/s/${linkToken(world.desk.keys, id)}/follow-up`;
  const open = async (url: string) => (await world.server.inject({ url })).body;
  const send = (url: string, fields: Record<string, string>) =>
    world.server.inject({
      method: "POST",
      url,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams(fields).toString(),
    });
  const told = async (id: string) => (await mara.get(`/complaints/${id}`)).body.satisfaction;

  test("the letter asks one question and nothing about satisfaction", async () => {
    const id = await implemented({ name: "Anna", email: "anna@kundin.example", language: "en" });
    await mara.post(`/complaints/${id}/follow-up`, { via: "email" });
    await world.settle();
    const { text = "" } = world.letter(/Is it solved/);
    assert.doesNotMatch(text, /satisf|rate|survey/i);
    const asked = await open(page(id));
    assert.doesNotMatch(asked, /satisfied/, "first the one question that the letter promised");
  });

  test("after the answer the page she is on asks two more; what she chooses is kept, once", async () => {
    const id = await implemented({ name: "Anna", email: "anna@kundin.example", language: "en" });
    const early = page(id).replace("follow-up", "satisfaction");
    assert.equal((await send(early, { handling: "1" })).statusCode, 303);
    assert.deepEqual(await told(id), [], "before the answer nothing is asked");
    await send(page(id), { solved: "yes" });
    assert.match(await open(page(id)), /How satisfied are you with how we handled/);
    await send(early, {});
    await send(early, { handling: "6", result: "five" });
    assert.deepEqual(await told(id), [], "nothing chosen is nothing said");
    assert.equal((await send(early, { handling: "5", result: "2" })).statusCode, 303);
    await send(early, { handling: "1" });
    assert.deepEqual(
      (await told(id)).map(({ via, handling, result }: Record<string, unknown>) => [via, handling, result]),
      [["link", 5, 2]],
    );
    const later = await open(page(id));
    assert.match(later, /Thank you, that helps/);
    assert.doesNotMatch(later, /How satisfied/);
  });

  test("whoever says no is asked too, and the complaint is open again", async () => {
    const id = await implemented({ name: "Berta", email: "berta@kundin.example", language: "de" });
    await send(page(id), { solved: "no", words: "Nichts kam." });
    await send(page(id).replace("follow-up", "satisfaction"), { result: "1" });
    const { stage, satisfaction } = (await mara.get(`/complaints/${id}`)).body;
    assert.deepEqual([stage, satisfaction.length, satisfaction[0].result], ["under_investigation", 1, 1]);
  });

  test("in a call it is said with the answer; a letter never asks, and numbers outside the scale are refused", async () => {
    const id = await implemented({ name: "Cem", phone: "0176 1234567" });
    const answer = (more: object) =>
      mara.post(`/complaints/${id}/follow-up`, { via: "phone", solved: true, ...more });
    assert.equal((await answer({ handling: 6 })).status, 422);
    assert.equal((await answer({ via: "post", handling: 4 })).body.code, "satisfaction-by-letter");
    assert.equal((await answer({ handling: 4, result: 3 })).status, 201);
    assert.equal((await told(id))[0].handling, 4);
  });

  test("nobody reached keeps no promise; asked twice in vain it is closed, and not before", async () => {
    const id = await implemented({ name: "Dora", phone: "0176 1234567" });
    const call = (more: object) => mara.post(`/complaints/${id}/follow-up`, { via: "phone", ...more });
    const status = ({ body }: Awaited<ReturnType<typeof call>>) =>
      body.clocks.find(({ kind }: { kind: string }) => kind === "follow_up").status;
    assert.equal(status(await call({ reached: false, note: "Engaged." })), "running");
    assert.equal(status(await call({})), "met");
    assert.equal((await mara.post(`/complaints/${id}/closure`, { outcome: "no_answer" })).status, 201);
    const other = await implemented({ name: "Emil", phone: "0176 1234567" });
    await mara.post(`/complaints/${other}/follow-up`, { via: "phone" });
    const early = await mara.post(`/complaints/${other}/closure`, { outcome: "no_answer" });
    assert.equal(early.body.code, "asked-once");
    assert.equal((await mara.post(`/complaints/${other}/follow-up`, { via: "phone" })).status, 201);
    assert.equal((await mara.post(`/complaints/${other}/closure`, { outcome: "no_answer" })).status, 201);
  });

  test("the whole file verifies", async () => {
    await world.settle();
    assert.equal((await verify(world.desk.db, world.desk.keys, readModels)).broken, undefined);
  });
});
