import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { storeRaw } from "../../src/channels/email/ledger.ts";
import { readModels } from "../../src/casework/complaints/projections/read-models.ts";
import { verify } from "../../src/record/journal/verify.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

/** A report of a mail server about a message, as RFC 3464 has it. */
const report = (about: string, { action = "failed", status = "5.1.1" } = {}) =>
  Buffer.from(
    [
      "From: Mail Delivery Subsystem <MAILER-DAEMON@mx.kundin.example>",
      "To: mb@ctterra.com",
      `Subject: Undelivered Mail Returned to Sender ${Math.random()}`,
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      "MIME-Version: 1.0",
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "I'm sorry to have to inform you that your message could not be delivered.",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.kundin.example",
      "",
      "Final-Recipient: rfc822; anna@kundin.example",
      `Action: ${action}`,
      `Status: ${status}`,
      "",
      "--b",
      "Content-Type: text/rfc822-headers",
      "",
      `Message-ID: ${about}`,
      "Subject: We have received your complaint",
      "",
      "--b--",
      "",
    ].join("\r\n"),
  );

describe("A letter comes back, and what it promised is owed again", () => {
  let world: World;
  let mara: Colleague;
  let boss: Colleague;
  let id = "";

  before(async () => {
    world = await openWorld({ start: "2026-11-24T09:00:00+01:00" });
    mara = await world.colleague("Mara", "handler");
    boss = await world.colleague("Boss", "manager");
  });
  after(() => world.close());

  async function bring(raw: Buffer) {
    const intake = await storeRaw(world.desk, { mailbox: "story", raw });
    await world.settle();
    const { items } = (await mara.get("/intake?limit=200")).body;
    return items.find((item: { id: string }) => item.id === intake);
  }
  const view = async () => (await mara.get(`/complaints/${id}`)).body;
  const clock = async (kind: string) =>
    (await view()).clocks.find((each: { kind: string }) => each.kind === kind);
  const letters = async () => (await mara.get(`/outbox?complaint=${id}`)).body.items;
  const ackId = async () =>
    (await letters()).find(({ kind }: { kind: string }) => kind === "acknowledgement").messageId;

  test("the acknowledgement was taken by the customer's server, so it counted", async () => {
    id = (
      await mara.post("/complaints", {
        platform: "ctterra",
        channel: "phone",
        complainant: { name: "Anna", email: "anna@kundin.example", phone: "+49301234567", language: "en" },
        subject: { kind: "service" },
        statement: "Nobody answered.",
      })
    ).body.id;
    await world.settle();
    assert.equal((await clock("acknowledgement")).status, "met");
    await mara.post(`/complaints/${id}/assignment`, { ownerId: mara.id });
  });

  test("a report of a delay, a report about nothing of ours, and a forged one change nothing", async () => {
    const mine = await ackId();
    const delayed = await bring(report(mine, { action: "delayed", status: "4.4.1" }));
    assert.deepEqual([delayed.disposition, delayed.reason, delayed.complaintId], ["bounce", "delayed", id]);
    for (const stranger of [
      "<123@elsewhere.example>",
      mine.replace(/\.[0-9a-f]{20}@/, ".00000000000000000000@"),
      mine.replace(/^<[0-9a-f]{8}/, "<00000000"),
    ]) {
      const row = await bring(report(stranger));
      assert.deepEqual([row.disposition, row.reason, row.complaintId], ["bounce", "report", undefined]);
    }
    assert.equal((await clock("acknowledgement")).status, "met");
    assert.equal((await letters())[0].state, "accepted");
  });

  test("a note of absence, a receipt, a spam report and a server's warning are no reason to call: the letter arrived, or may", async () => {
    const mine = await ackId();
    const plain = (headers: string[], body: string) =>
      Buffer.from(`${headers.join("\r\n")}\r\nIn-Reply-To: ${mine}\r\n\r\n${body}\r\n`);
    const parts = (kind: string, type: string, fields: string) =>
      `Content-Type: multipart/report; report-type=${kind}; boundary="b"\r\n\r\n--b\r\nContent-Type: ${type}\r\n\r\n${fields}\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${mine}\r\n\r\n--b--\r\n`;
    const anna = "From: anna@kundin.example";
    const arrived: [string, string | undefined, Buffer][] = [
      [
        "automatic",
        "auto-submitted",
        plain([anna, "Return-Path: <>", "Auto-Submitted: auto-replied"], "Away."),
      ],
      ["reply", undefined, plain([anna, "Return-Path: <>"], "I am away until Monday.")],
      [
        "automatic",
        "receipt",
        Buffer.from(
          `${anna}\r\n${parts("disposition-notification", "message/disposition-notification", "Disposition: manual-action/MDN-sent-manually; displayed")}`,
        ),
      ],
      [
        "bounce",
        "report",
        Buffer.from(
          `From: abuse@mx.example\r\n${parts("feedback-report", "message/feedback-report", "Feedback-Type: abuse")}`,
        ),
      ],
      [
        "bounce",
        "delayed",
        plain(
          ["From: Mailer-Daemon@mx.example"],
          "Your message has been delayed. No action is required on your part.",
        ),
      ],
      ["bounce", "report", report(mine, { action: "delivered", status: "2.0.0" })],
    ];
    for (const [disposition, reason, raw] of arrived) {
      const row = await bring(raw);
      assert.deepEqual([row.disposition, row.reason, row.complaintId ?? id], [disposition, reason, id]);
    }
    assert.equal((await letters())[0].state, "accepted");
    assert.equal((await clock("acknowledgement")).status, "met");
  });

  test("the true report: the letter is shown as bounced, the promise runs again on the same clock, and Mara hears of it", async () => {
    const { dueAt } = await clock("acknowledgement");
    const row = await bring(report(await ackId()));
    assert.deepEqual([row.disposition, row.reason, row.complaintId], ["bounce", "undeliverable", id]);
    const [letter] = await letters();
    assert.deepEqual([letter.state, letter.lastError], ["bounced", "5.1.1"]);
    const again = await clock("acknowledgement");
    assert.deepEqual([again.status, again.dueAt, again.metAt], ["running", dueAt, undefined]);
    const complaint = await view();
    assert.equal(complaint.stage, "received");
    assert.ok(complaint.nextSteps.includes("acknowledgement"), "a call is the next step");
    const news = (await mara.get("/notices")).body.items.filter(
      ({ kind }: { kind: string }) => kind === "bounced",
    );
    assert.equal(news.length, 1);
    await world.settle();
    assert.match(world.letter(/unser Schreiben kam zurück/).text ?? "", /Eingangsbestätigung/);
  });

  test("told twice is the same report; a call within the 48 hours keeps the promise", async () => {
    await bring(report(await ackId(), { status: "5.0.0" }));
    const bounced = (await mara.get(`/complaints/${id}/events`)).body.items.filter(
      ({ type }: { type: string }) => type === "LetterBounced",
    );
    assert.equal(bounced.length, 1);
    const told = await mara.post(`/complaints/${id}/acknowledgement`, { via: "phone", reached: true });
    assert.equal(told.status, 201);
    assert.equal((await clock("acknowledgement")).status, "met");
  });

  test("a proposal that comes back is not delivered; one that was answered is, whatever a report says", async () => {
    await mara.post(`/complaints/${id}/investigation`);
    await mara.post(`/complaints/${id}/findings`, { allegation: "a", outcome: "upheld", reasons: "r" });
    await mara.post(`/complaints/${id}/proposals`, {
      explanation: "Sorry.",
      measures: [{ kind: "apology", description: "We are." }],
    });
    await boss.post(`/complaints/${id}/proposals/1/approval`);
    await mara.post(`/complaints/${id}/proposals/1/dispatch`, { via: "email" });
    await world.settle();
    assert.equal((await clock("proposal")).status, "met");
    const { messageId } = (await letters()).find(({ kind }: { kind: string }) => kind === "proposal");
    await bring(report(messageId));
    assert.deepEqual(
      [(await clock("proposal")).status, (await view()).proposals[0].delivered],
      ["running", false],
    );
    await mara.post(`/complaints/${id}/decision`, {
      decision: "accept",
      proposal: 1,
      via: "phone",
      words: "Yes.",
    });
    assert.equal((await clock("proposal")).status, "met", "who decides has received it");
  });

  test("and the file verifies", async () => {
    assert.equal((await verify(world.desk.db, world.desk.keys, readModels)).broken, undefined);
  });

  test("an out-of-office note is kept with its complaint and never answered", async () => {
    await world.settle();
    const before = world.letters.length;
    const row = await bring(
      Buffer.from(
        `From: anna@kundin.example\r\nTo: mb@ctterra.com\r\nSubject: Abwesend\r\nAuto-Submitted: auto-replied\r\nIn-Reply-To: ${await ackId()}\r\n\r\nIch bin im Urlaub.\r\n`,
      ),
    );
    assert.deepEqual([row.disposition, row.complaintId], ["automatic", id]);
    assert.equal(world.letters.length, before);
  });
});
