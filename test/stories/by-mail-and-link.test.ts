import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createTransport } from "nodemailer";
import { listenForMail, type Listener } from "../../src/channels/email/smtp.ts";
import { readModels } from "../../src/casework/complaints/projections/read-models.ts";
import { verify } from "../../src/record/journal/verify.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

/** The customer's side of the pages: no script, no cookie, just links and forms. */
const browse = (world: World) => ({
  open: (url: string) => world.server.inject({ url: new URL(url).pathname }),
  send: (url: string, fields: Record<string, string>) =>
    world.server.inject({
      method: "POST",
      url: new URL(url).pathname,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams(fields).toString(),
    }),
});

const link = (text: string, end: string) => {
  const found = text.match(new RegExp(`http://redress\\.test\\S*/s/[\\w-]{43}${end}(?=\\s|$)`));
  assert.ok(found, `the letter has a link that ends in ${end || "the token"}`);
  return found[0];
};

describe("Anna writes an email and decides by link", () => {
  let world: World;
  let listener: Listener;
  let mara: Colleague;
  let boss: Colleague;
  let id: string;

  before(async () => {
    // Saturday, German Unity Day: the 48 hours run all the same.
    world = await openWorld({ start: "2026-10-03T10:00:00+02:00" });
    listener = await listenForMail(world.desk, { host: "127.0.0.1", port: 0, lmtp: false }, () => {});
    mara = await world.colleague("Mara", "handler", "intake");
    boss = await world.colleague("Boss", "manager", "approver");
  });
  after(async () => {
    await listener.stop();
    await world.close();
  });

  const write = (mail: object) =>
    createTransport({ host: "127.0.0.1", port: listener.port, ignoreTLS: true }).sendMail({
      envelope: { from: "anna@kundin.example", to: "mb@ctterra.com" },
      ...mail,
    });

  test("her message becomes a complaint with her words and her attachment", async () => {
    await write({
      from: '"Anna Kundin" <anna@kundin.example>',
      to: "mb@ctterra.com",
      messageId: "<first@kundin.example>",
      subject: "Kurs Solar II fiel aus",
      text: "Guten Tag,\nder Kurs Solar II am 1. Oktober ist ohne Nachricht ausgefallen.\nIch möchte mein Geld zurück.",
      attachments: [{ filename: "Rechnung.pdf", content: Buffer.from("%PDF-1.7 rechnung") }],
    });
    await world.settle();
    const { body } = await mara.get("/complaints");
    assert.equal(body.items.length, 1);
    assert.equal(body.items[0].summary, "Kurs Solar II fiel aus");
    assert.equal(body.items[0].complainant, "Anna Kundin");
    id = body.items[0].id;
    const complaint = (await mara.get(`/complaints/${id}`)).body;
    assert.match(complaint.statement, /ohne Nachricht ausgefallen/);
    assert.match(complaint.reference, /^CT-2026-000001-\d$/);
    const timeline = (await mara.get(`/complaints/${id}/events`)).body.items;
    assert.deepEqual(timeline[0].files, [
      { version: 1, index: 0, name: "Rechnung.pdf", type: "application/pdf", size: 17 },
    ]);
  });

  test("she is told the reference, the date of receipt and the computed dates within the same minute", async () => {
    const letter = world.letters[0]!;
    assert.deepEqual(letter.envelopeTo, ["anna@kundin.example"]);
    assert.match(letter.subject ?? "", /CT-2026-000001/);
    assert.match(letter.text ?? "", /Samstag, 3\. Oktober 2026 um 10:00/);
    // Five business days strictly after Saturday the 3rd: Monday 5 … Friday 9 October, not Monday the 12th.
    assert.match(letter.text ?? "", /Freitag, 9\. Oktober 2026 um 17:00/);
    assert.equal(letter.inReplyTo, "<first@kundin.example>");
    assert.match(letter.raw, /^Auto-Submitted: auto-replied/m);
    assert.doesNotMatch(
      letter.raw.replaceAll("=\r\n", ""),
      /ausgefallen/,
      "an automatic letter repeats none of her words",
    );
    const { clocks, stage } = (await mara.get(`/complaints/${id}`)).body;
    assert.equal(stage, "acknowledged");
    assert.deepEqual(
      clocks.map(({ kind, dueAt, status }: { kind: string; dueAt: string; status: string }) => [
        kind,
        dueAt,
        status,
      ]),
      [
        ["acknowledgement", "2026-10-05T08:00:00.000Z", "met"],
        ["proposal", "2026-10-09T15:00:00.000Z", "running"],
      ],
    );
  });

  test("her reply to our letter joins the complaint instead of making a second one", async () => {
    world.at({ hours: 1 });
    await write({
      from: "anna@kundin.example",
      to: "mb@ctterra.com",
      subject: "Re: irgendwas",
      inReplyTo: world.letters[0]!.messageId!,
      text: "Es waren 240 Euro.",
    });
    await world.settle();
    assert.equal((await mara.get("/complaints")).body.items.length, 1);
    const timeline = (await mara.get(`/complaints/${id}/events`)).body.items;
    assert.equal(timeline.at(-1).type, "MessageReceived");
    assert.equal(timeline.at(-1).words.words, "Es waren 240 Euro.");
    assert.equal(world.letters.length, 1, "no second acknowledgement");
  });

  test("Mara investigates and drafts, and cannot approve her own draft; the manager does", async () => {
    world.at("2026-10-07T11:00:00+02:00");
    assert.equal((await mara.post(`/complaints/${id}/investigation`)).body.code, "not-assigned");
    assert.equal((await mara.post(`/complaints/${id}/assignment`, { ownerId: mara.id })).status, 201);
    assert.equal(
      (await mara.post(`/complaints/${id}/investigation`, { plan: "Trainer fragen, Buchung ansehen" })).body
        .stage,
      "under_investigation",
    );
    const measures = [{ kind: "refund", description: "Kursgebühr", amountCents: 24_000, basis: "claim" }];
    assert.equal(
      (await mara.post(`/complaints/${id}/proposals`, { explanation: "Wir erstatten.", measures })).body.code,
      "no-finding",
    );
    await mara.post(`/complaints/${id}/findings`, {
      allegation: "Der Kurs fiel ohne Nachricht aus",
      outcome: "upheld",
      reasons: "Die Absage wurde nicht versandt.",
    });
    const drafted = await mara.post(`/complaints/${id}/proposals`, {
      explanation: "Es tut uns leid. Wir erstatten die Gebühr.",
      measures,
    });
    assert.equal(drafted.body.proposals[0].measures[0].amountCents, 24_000);
    assert.equal(
      (await mara.post(`/complaints/${id}/proposals/1/dispatch`, { via: "email" })).body.code,
      "proposal-not-approved",
    );
    assert.equal((await mara.post(`/complaints/${id}/proposals/1/approval`)).status, 403);
    assert.equal((await boss.post(`/complaints/${id}/proposals/1/approval`)).status, 201);
    const sent = await mara.post(`/complaints/${id}/proposals/1/dispatch`, { via: "email" });
    assert.equal(sent.body.stage, "proposed");
    assert.equal(sent.body.proposals[0].delivered, false, "sending is not yet delivery");
    await world.settle();
    const { proposals, clocks } = (await mara.get(`/complaints/${id}`)).body;
    assert.equal(proposals[0].delivered, true);
    assert.equal(clocks.find(({ kind }: { kind: string }) => kind === "proposal").status, "met");
  });

  test("the letter shows the proposal and its link; opening the link any number of times changes nothing", async () => {
    const { text = "" } = world.letter(/Lösungsvorschlag/);
    assert.match(text, /240,00\s€/);
    assert.match(text, /Der Kurs fiel ohne Nachricht aus: begründet/);
    const before = (await mara.get(`/complaints/${id}`)).body.version;
    for (let visit = 0; visit < 5; visit += 1)
      assert.equal((await browse(world).open(link(text, "/decision"))).statusCode, 200);
    assert.equal((await mara.get(`/complaints/${id}`)).body.version, before);
  });

  test("she declines with a reason and gets a date for the next proposal", async () => {
    const url = link(world.letter(/Lösungsvorschlag/).text ?? "", "/decision");
    const nothing = await browse(world).send(url, { proposal: "1", decision: "decline", words: "" });
    assert.equal(nothing.statusCode, 422, "a reason is needed");
    const declined = await browse(world).send(url, {
      proposal: "1",
      decision: "decline",
      words: "Ich musste auch das Hotel bezahlen.",
    });
    assert.equal(declined.statusCode, 303);
    const page = (await browse(world).open(url)).body;
    assert.match(page, /Mittwoch, 14\. Oktober 2026 um 17:00/);
    const complaint = (await mara.get(`/complaints/${id}`)).body;
    assert.equal(complaint.stage, "in_discussion");
    assert.equal(complaint.nextProposalBy, "2026-10-14T15:00:00.000Z");
  });

  test("after a talk she gets a better proposal; an answer to the first one is not taken for it", async () => {
    world.at("2026-10-08T09:30:00+02:00");
    await mara.post(`/complaints/${id}/discussions`, {
      via: "phone",
      summary: "Hotelrechnung über 89 Euro zugesagt.",
    });
    const measures = [
      { kind: "refund", description: "Kursgebühr", amountCents: 24_000, basis: "claim" },
      { kind: "refund", description: "Hotel", amountCents: 8900, basis: "goodwill" },
      {
        kind: "corrective_action",
        description: "Absagen gehen künftig auch per SMS hinaus",
        dueOn: "2026-12-01",
      },
    ];
    await mara.post(`/complaints/${id}/proposals`, {
      explanation: "Wir übernehmen auch das Hotel.",
      measures,
    });
    await boss.post(`/complaints/${id}/proposals/2/approval`);
    await mara.post(`/complaints/${id}/proposals/2/dispatch`, { via: "email" });
    await world.settle();
    assert.match(
      world.letter(/nicht angenommen/).text ?? "",
      /14\. Oktober 2026 um 17:00/,
      "written late, it still tells the date of then",
    );
    const letter = world.letter(/Lösungsvorschlag/).text ?? "";
    assert.match(letter, /ohne Anerkennung einer Rechtspflicht/);
    const url = link(letter, "/decision");
    assert.equal((await browse(world).send(url, { proposal: "1", decision: "accept" })).statusCode, 409);
    assert.equal((await mara.get(`/complaints/${id}`)).body.stage, "proposed");
    assert.equal((await browse(world).send(url, { proposal: "2", decision: "accept" })).statusCode, 303);
    const again = await browse(world).send(url, { proposal: "2", decision: "decline", words: "doch nicht" });
    assert.equal(again.statusCode, 409, "a second tab cannot undo the answer");
    assert.match(again.body, /bereits entschieden/);
  });

  test("both refunds are paid within three business days; the long-term action has its own date", async () => {
    world.at("2026-10-12T15:00:00+02:00");
    const first = await mara.post(`/complaints/${id}/implementation`, { measure: "2.1" });
    assert.equal(first.body.stage, "accepted");
    const last = await mara.post(`/complaints/${id}/implementation`, { measure: "2.2", note: "SEPA" });
    assert.equal(last.body.stage, "implemented");
    const clock = (kind: string) => last.body.clocks.find((each: { kind: string }) => each.kind === kind);
    assert.equal(clock("implementation").dueAt, "2026-10-13T15:00:00.000Z");
    assert.equal(clock("implementation").status, "met");
    // Seven business days after Monday the 12th.
    assert.equal(clock("follow_up").dueAt, "2026-10-21T15:00:00.000Z");
  });

  test("asked whether it is solved she says no, and the complaint opens again with five fresh business days", async () => {
    world.at("2026-10-15T10:00:00+02:00");
    await mara.post(`/complaints/${id}/follow-up`, { via: "email" });
    await world.settle();
    const url = link(world.letter(/Ist es gelöst/).text ?? "", "/follow-up");
    assert.equal(
      (await browse(world).send(url, { solved: "no", words: "Das Geld ist nicht da." })).statusCode,
      303,
    );
    const { stage, clocks } = (await mara.get(`/complaints/${id}`)).body;
    assert.equal(stage, "under_investigation");
    for (const colleague of [mara, boss])
      assert.equal(
        (await colleague.get("/notices")).body.items[0].kind,
        "not_solved",
        "owner and manager hear",
      );
    assert.deepEqual(
      clocks
        .filter(({ kind }: { kind: string }) => kind === "proposal")
        .map(({ round, dueAt, status }: { round: number; dueAt: string; status: string }) => [
          round,
          dueAt,
          status,
        ]),
      [
        [0, "2026-10-09T15:00:00.000Z", "met"],
        [1, "2026-10-22T15:00:00.000Z", "running"],
      ],
    );
    assert.match((await browse(world).open(url)).body, /Donnerstag, 22\. Oktober 2026/);
  });

  test("the second round is told by phone, accepted, carried out, followed up by phone, and closed", async () => {
    world.at("2026-10-16T10:00:00+02:00");
    await mara.post(`/complaints/${id}/proposals`, {
      explanation: "Die Zahlung wird heute als Echtzeitüberweisung ausgeführt.",
      measures: [{ kind: "refund", description: "Echtzeitüberweisung", amountCents: 32_900, basis: "claim" }],
    });
    await boss.post(`/complaints/${id}/proposals/3/approval`);
    await mara.post(`/complaints/${id}/proposals/3/dispatch`, { via: "phone" });
    await mara.post(`/complaints/${id}/decision`, {
      decision: "accept",
      proposal: 3,
      via: "phone",
      words: "Ja, bitte so.",
    });
    await mara.post(`/complaints/${id}/implementation`, { measure: "3.1" });
    assert.equal(
      (await mara.post(`/complaints/${id}/closure`, { outcome: "resolved" })).body.code,
      "not-followed-up",
    );
    await mara.post(`/complaints/${id}/follow-up`, {
      via: "phone",
      solved: true,
      words: "Angekommen, danke.",
    });
    const closed = await mara.post(`/complaints/${id}/closure`, { outcome: "resolved" });
    assert.equal(closed.body.stage, "closed");
    assert.equal(
      closed.body.clocks.every(({ status }: { status: string }) => status === "met"),
      true,
    );
    assert.deepEqual(closed.body.nextSteps, [
      "tasks",
      "implementation",
      "reopening",
      "conflicts",
      "late-reason",
      "declarations",
      "referrals",
      "notes",
      "messages",
    ]);
  });

  test("the whole file verifies", async () => {
    await world.settle();
    const verdict = await verify(world.desk.db, world.desk.keys, readModels);
    assert.equal(verdict.broken, undefined);
    assert.equal(verdict.complaints, 1);
  });
});
