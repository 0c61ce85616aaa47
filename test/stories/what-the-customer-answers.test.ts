import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createTransport } from "nodemailer";
import { listenForMail, type Listener } from "../../src/channels/email/smtp.ts";
import { readModels } from "../../src/casework/complaints/projections/read-models.ts";
import { noteSilences } from "../../src/casework/complaints/silence.ts";
import { linkToken } from "../../src/record/content/tokens.ts";
import { verify } from "../../src/record/journal/verify.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

describe("What the customer answers counts from when it reached us, and the owner hears of it", () => {
  let world: World;
  let listener: Listener;
  let mara: Colleague;
  let boss: Colleague;
  let people = 0;

  before(async () => {
    // Monday morning.
    world = await openWorld({ start: "2026-10-05T09:00:00+02:00" });
    listener = await listenForMail(world.desk, { host: "127.0.0.1", port: 0, lmtp: false }, () => {});
    mara = await world.colleague("Mara", "handler", "intake");
    boss = await world.colleague("Boss", "manager", "approver");
  });
  after(async () => {
    await listener.stop();
    await world.close();
  });

  const reply = async (to: string, from: string, text: string) => {
    await createTransport({ host: "127.0.0.1", port: listener.port, ignoreTLS: true }).sendMail({
      envelope: { from, to: "mb@ctterra.com" },
      from,
      to: "mb@ctterra.com",
      subject: "Re: proposal",
      inReplyTo: to,
      text,
    });
    await world.settle();
  };
  /** Somebody has our proposal, by mail. */
  const proposed = async (measures: object[] = [{ kind: "apology", description: "In writing" }]) => {
    const email = `a${(people += 1)}@kundin.example`;
    const { id } = (
      await mara.post("/complaints", {
        platform: "ctterra",
        channel: "phone",
        complainant: { name: "Anna", email, language: "en" },
        subject: { kind: "programme" },
        statement: "The course was cancelled.",
      })
    ).body as { id: string };
    await mara.post(`/complaints/${id}/assignment`, { ownerId: mara.id });
    await mara.post(`/complaints/${id}/investigation`);
    const finding = { allegation: "No notice", outcome: "upheld", reasons: "It was never sent." };
    await mara.post(`/complaints/${id}/findings`, finding);
    await mara.post(`/complaints/${id}/proposals`, { explanation: "We are sorry.", measures });
    await boss.post(`/complaints/${id}/proposals/1/approval`);
    await mara.post(`/complaints/${id}/proposals/1/dispatch`, { via: "email" });
    await world.settle();
    return { id, email, letter: world.letter(/Our proposal/).messageId! };
  };
  type News = { kind: string; complaintId: string; facts: { fact?: string } };
  const news = async (id: string) =>
    (await mara.get("/notices?unread=true")).body.items
      .filter(({ complaintId }: News) => complaintId === id)
      .map(({ kind, facts }: News) => facts.fact ?? kind);
  const read = async () => {
    const { items } = (await mara.get("/notices")).body;
    await mara.post("/notices/reading", { ids: items.map(({ id }: { id: string }) => id) });
  };
  const page = (id: string) => `/p/ctterra/s/${linkToken(world.desk.keys, id)}/decision`;
  const send = (id: string, fields: Record<string, string>) =>
    world.server.inject({
      method: "POST",
      url: page(id),
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams(fields).toString(),
    });

  test("accepted by link, the owner hears of it at once, with the date that now runs, in a mail without a word of it", async () => {
    const { id } = await proposed();
    await read();
    await send(id, { proposal: "1", decision: "accept", words: "Lovely, thanks." });
    await world.settle();
    assert.deepEqual(await news(id), ["ProposalAccepted"]);
    const [{ facts }] = (await mara.get("/notices?unread=true")).body.items;
    assert.equal(facts.dueAt, "2026-10-08T15:00:00.000Z");
    const mail = world.letters.findLast(({ envelopeTo }) => envelopeTo.includes("mara@office.test"))!;
    assert.match(mail.subject ?? "", /Vorschlag angenommen/);
    assert.doesNotMatch(mail.raw, /Lovely/);
  });

  test("a question, a counter-proposal and a mail are news as well; what Mara records herself is not", async () => {
    const { id, email, letter } = await proposed();
    await read();
    await send(id, { proposal: "1", decision: "ask", words: "When?" });
    await reply(letter, email, "And who signs it?");
    await send(id, { proposal: "1", decision: "counter", words: "By the boss, please." });
    assert.deepEqual((await news(id)).toSorted(), ["CounterProposed", "MessageReceived", "QuestionAsked"]);
    await read();
    await mara.post(`/complaints/${id}/messages`, { via: "phone", words: "She called." });
    assert.deepEqual(await news(id), []);
  });

  test("a thank-you by mail accepts nothing; a mail that accepts does, with its own words and from its own arrival", async () => {
    const { id, email, letter } = await proposed();
    await reply(letter, email, "Thank you for your letter!");
    assert.equal((await mara.get(`/complaints/${id}`)).body.stage, "proposed");
    await reply(letter, email, "I accept your proposal.");
    world.at({ hours: 30 });
    const timeline = (await mara.get(`/complaints/${id}/events`)).body.items;
    const mail = timeline.findLast(({ type }: { type: string }) => type === "MessageReceived");
    const decide = (more: object) =>
      mara.post(`/complaints/${id}/decision`, { decision: "accept", proposal: 1, ...more });
    assert.equal((await decide({})).body.code, "words-missing", "neither words nor a message");
    assert.equal((await decide({ message: 1 })).status, 422, "the complaint itself is no message");
    assert.equal((await decide({ via: "phone" })).body.code, "words-missing");
    const { status, body } = await decide({ message: mail.version });
    assert.equal(status, 201);
    const implementation = body.clocks.find(({ kind }: { kind: string }) => kind === "implementation");
    assert.equal(implementation.startedAt, mail.data.at, "not from when Mara got to it");
    const accepted = (await mara.get(`/complaints/${id}/events`)).body.items.find(
      ({ type }: { type: string }) => type === "ProposalAccepted",
    );
    assert.equal(accepted.words.words, "I accept your proposal.");
    assert.deepEqual([accepted.data.via, accepted.data.message], ["email", mail.version]);
    world.at("2026-10-05T09:00:00+02:00");
  });

  test("the page shows what we found and until when a voucher holds; while another is prepared it can still be answered", async () => {
    const voucher = { kind: "voucher", description: "One day", amountCents: 5000, basis: "goodwill" };
    const { id } = await proposed([{ ...voucher, redeemableUntil: "2027-12-31" }]);
    await mara.post(`/complaints/${id}/proposals`, {
      explanation: "Better.",
      measures: [{ kind: "apology", description: "Twice" }],
    });
    const shown = (await world.server.inject({ url: page(id) })).body;
    assert.match(shown, /What we found/);
    assert.match(shown, /No notice<\/strong>: upheld/);
    assert.match(shown, /It was never sent\./);
    assert.match(shown, /to be redeemed by Friday, 31 December 2027/);
    assert.doesNotMatch(shown, /Better|Twice/, "a draft is nobody's business but ours");
    assert.equal((await send(id, { proposal: "1", decision: "accept" })).statusCode, 303);
    const { stage, proposals } = (await mara.get(`/complaints/${id}`)).body;
    assert.equal(stage, "accepted");
    assert.deepEqual(
      proposals.map(({ status }: { status: string }) => status),
      ["accepted", "superseded"],
    );
  });

  test("a silent customer is reminded twice by mail; when the offer has run out the owner hears, and closing is told", async () => {
    const { id, email } = await proposed();
    const sent = () => world.letters.filter(({ envelopeTo }) => envelopeTo.includes(email));
    const pass = async (to: string) => {
      world.at(to);
      await noteSilences(world.desk);
      await world.settle();
    };
    await read();
    const before = sent().length;
    await pass("2026-10-12T16:59:00+02:00");
    assert.equal(sent().length, before, "not a minute early");
    await pass("2026-10-12T17:00:00+02:00");
    await pass("2026-10-12T17:01:00+02:00");
    assert.equal(sent().length, before + 1);
    assert.match(sent().at(-1)!.subject ?? "", /waits for you/);
    assert.match(sent().at(-1)!.text ?? "", /until Monday, 2 November 2026 at 17:00/);
    await pass("2026-10-19T17:00:00+02:00");
    assert.equal(sent().length, before + 2);
    assert.deepEqual(await news(id), []);
    const early = await mara.post(`/complaints/${id}/closure`, { outcome: "no_answer" });
    assert.equal(early.body.code, "not-followed-up");
    await pass("2026-11-02T17:00:01+01:00");
    assert.equal(sent().length, before + 2);
    assert.ok((await news(id)).includes("unanswered"));
    assert.equal(
      (await mara.get(`/complaints/${id}`)).body.stage,
      "proposed",
      "silence closes nothing by itself",
    );
    await mara.post(`/complaints/${id}/closure`, { outcome: "no_answer" });
    await world.settle();
    assert.match(sent().at(-1)!.text ?? "", /opened again at any time, within twelve months/);
  });

  test("whoever spoke with us meanwhile gets no reminder: the owner hears, and calls", async () => {
    world.at("2026-10-05T09:00:00+02:00");
    const { id } = await proposed();
    await mara.post(`/complaints/${id}/discussions`, { via: "phone", summary: "She will think about it." });
    await read();
    world.at("2026-10-12T17:00:00+02:00");
    await noteSilences(world.desk);
    await world.settle();
    assert.deepEqual(await news(id), ["unanswered"]);
  });

  test("the whole file verifies", async () => {
    assert.equal((await verify(world.desk.db, world.desk.keys, readModels)).broken, undefined);
  });
});
