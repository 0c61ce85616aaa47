import assert from "node:assert/strict";
import { test } from "node:test";
import { automaticSign } from "./automatic.ts";
import { verdictOf } from "./bounces.ts";
import { bounceSign } from "./delivery-reports.ts";
import { doubtAbout } from "./doubting.ts";
import { parseMail } from "./parsing.ts";

const written = (headers: string[], ...lines: string[]) =>
  parseMail(Buffer.from(`${headers.join("\r\n")}\r\n\r\n${lines.join("\r\n")}\r\n`));
const read = (...headers: string[]) => written(headers, "words");
const person = "From: anna@kundin.example";

/** A multipart/report of the given kind (RFC 6522), with one machine-readable part. */
const report = (kind: string, type: string, ...fields: string[]) =>
  written(
    ["From: relay@mx.example", `Content-Type: multipart/report; report-type=${kind}; boundary=b`],
    "--b\r\nContent-Type: text/plain\r\n\r\nThis is a report.\r\n--b",
    `Content-Type: ${type}\r\n`,
    ...fields,
    "--b--",
  );
const status = (...fields: string[]) =>
  report("delivery-status", "message/delivery-status", "Reporting-MTA: dns; mx.example", "", ...fields);

test("a report of any kind, and what a mail system wrote in its own name, is a bounce", async () => {
  const bounces: [string[], string][] = [
    [[person, 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"'], "report"],
    [[person, 'Content-Type: multipart/report;\r\n\tboundary="b"'], "report"],
    [["From: postbox@mx.example", "X-Failed-Recipients: anna@kundin.example"], "report"],
    [["From: staff@hotmail.com", "Subject: complaint about message from 192.0.2.1"], "report"],
    [["From: MAILER-DAEMON <>"], "mailer-daemon"],
    [["From: <>"], "mailer-daemon"],
    [['From: "Mail Delivery Subsystem" <MAILER-DAEMON@mx.example>'], "mailer-daemon"],
    [["From: Mail Delivery System <system@mx.example>"], "mailer-daemon"],
    [["From: post_master@mx.example", "Subject: Undeliverable mail"], "mailer-daemon"],
    [["From: postmaster@mx.example", "Return-Path: <>"], "mailer-daemon"],
    [
      [person, "Return-Path: <MAILER-DAEMON@mx.example>", "Subject: Undeliverable: Course"],
      "empty-return-path",
    ],
    [['From: "MAILER" <>', "Subject: Undeliverable: Course"], "mailer-daemon"],
    [["From: Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@x.example>"], "mailer-daemon"],
    [["From: postmaster@x.example", "Subject: Non remis : Votre cours"], "mailer-daemon"],
    [["From: postmaster@x.example", "Subject: Teslim edilemedi: Kurs"], "mailer-daemon"],
    [["From: postmaster@x.example", "Subject: 配信不能: Kurs"], "mailer-daemon"],
    [["From: MAILER-DAEMON@mx.example", "Auto-Submitted: auto-replied", "Return-Path: <>"], "mailer-daemon"],
    [[person, "Return-Path: <>", "Subject: Undeliverable: Your complaint"], "empty-return-path"],
  ];
  for (const [headers, sign] of bounces)
    assert.equal(bounceSign(await read(...headers)), sign, headers.join());
});

test("a person is no bounce and no machine, even one who writes about bounces or is called Daemon", async () => {
  const people = [
    [person],
    ["From: Mailer-Daemonis Papadopoulos <m@kundin.example>"],
    [person, "Return-Path: <anna@kundin.example>"],
    [person, "Subject: MAILER-DAEMON answers me instead of you"],
    [person, "Subject: Fwd: Undelivered Mail Returned to Sender"],
    [person, "Subject: Delivery failed, my parcel is lost"],
  ];
  for (const headers of people) {
    const mail = await written(headers, "My letter to you came back: 550 5.1.1 user unknown.");
    assert.deepEqual([bounceSign(mail), automaticSign(mail)], [undefined, undefined], headers.join());
  }
});

test("a form that sends as nobody and tells of a lost parcel is no bounce", async () => {
  const mail = await written(["From: no-reply@shop.example"], "My parcel could not be delivered.");
  assert.equal(bounceSign(mail), undefined);
});

test("who tells of a lost parcel is a person, although a forwarder took the way back; so is who attaches a report", async () => {
  const lost = await written([person, "Return-Path: <>"], "The courier says it could not be delivered.");
  assert.deepEqual([bounceSign(lost), automaticSign(lost)], [undefined, undefined]);
  const attached = await written(
    [person, "Content-Type: multipart/mixed; boundary=b"],
    "--b\r\nContent-Type: text/plain\r\n\r\nMy provider reported your advertising.\r\n--b",
    "Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n--b--",
  );
  assert.deepEqual([bounceSign(attached), automaticSign(attached)], [undefined, undefined]);
});

test("a receipt of delivery without its form says that the letter has arrived", async () => {
  for (const subject of [
    "Zugestellt: Ihre Beschwerde",
    "Delivered: Your complaint",
    "Relayed: Your complaint",
  ])
    assert.equal(
      verdictOf(await read("From: postmaster@mx.example", `Subject: ${subject}`), "mailer-daemon").outcome,
      undefined,
      subject,
    );
});

test("a note of absence, a receipt and statistics come without a way back and are no bounce", async () => {
  for (const headers of [
    [person, "Return-Path: <>", "Auto-Submitted: auto-replied"],
    [person, "Return-Path: <>", "Subject: Automatic reply: Your complaint", "In-Reply-To: <a@b.example>"],
    [
      person,
      "Return-Path: <>",
      "Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
    ],
    [
      "From: reports@mx.example",
      "TLS-Report-Domain: x",
      "Content-Type: multipart/report; report-type=tlsrpt; boundary=b",
    ],
  ]) {
    const mail = await read(...headers);
    assert.equal(bounceSign(mail), undefined, headers.join());
    assert.notEqual(automaticSign(mail), undefined, headers.join());
  }
});

test("only a failure is one: delayed may still arrive, delivered has, and spam was read", async () => {
  const outcomes: [string | undefined, Awaited<ReturnType<typeof status>>][] = [
    ["undeliverable", await status("Action: failed", "Status: 5.1.1")],
    [
      "undeliverable",
      await status("Action: delayed", "Status: 4.4.1", "", "Action: FAILED", "Status: 5.1.1"),
    ],
    ["undeliverable", await status("Status: 5.1.1")],
    ["delayed", await status("Action: delayed", "Status: 4.4.1")],
    ["delayed", await status("Status: 4.2.2")],
    [undefined, await status("Action: delivered", "Status: 2.0.0")],
    [undefined, await status("Action: relayed")],
    [undefined, await report("feedback-report", "message/feedback-report", "Feedback-Type: abuse")],
  ];
  for (const [outcome, mail] of outcomes) assert.equal(verdictOf(mail, "report").outcome, outcome, mail.text);
});

test("what old servers say in words is a failure, unless they go on trying", async () => {
  const words: [string | undefined, string, string][] = [
    ["undeliverable", "Sorry, it didn't work out.", "mailer-daemon"],
    ["undeliverable", "A message that you sent could not be delivered.", "empty-return-path"],
    ["delayed", "Your message has been delayed. No action is required on your part.", "mailer-daemon"],
    ["delayed", "THIS IS A WARNING MESSAGE ONLY. We will keep trying.", "mailer-daemon"],
    ["delayed", "Es ist ein vorübergehendes Problem aufgetreten.", "mailer-daemon"],
    ["delayed", "Die Zustellung wird weiterhin versucht: verzögert.", "mailer-daemon"],
    [undefined, "I am away until Monday.", "empty-return-path"],
  ];
  for (const [outcome, text, sign] of words)
    assert.equal(verdictOf(await written([person], text), sign).outcome, outcome, text);
});

test("a program that forgets the address of its person makes no bounce of the words; nor does a server that writes its daemon into the way back", async () => {
  for (const headers of [['From: "Anna Muster" <>'], [person, "Return-Path: <MAILER-DAEMON@mx.example>"]]) {
    const mail = await read(...headers);
    assert.deepEqual([bounceSign(mail), automaticSign(mail)], [undefined, undefined], headers.join());
  }
  const away = await read(
    person,
    "Return-Path: <MAILER-DAEMON@mx.example>",
    "Subject: Automatic reply: Your complaint",
    "In-Reply-To: <a@b.example>",
  );
  assert.deepEqual([bounceSign(away), automaticSign(away)], [undefined, "auto-response"]);
});

test("a report about an address beyond ASCII is read alike", async () => {
  const mail = await report(
    "delivery-status",
    "message/global-delivery-status",
    "Action: failed",
    "Status: 5.1.1",
  );
  assert.deepEqual(verdictOf(mail, "report"), { outcome: "undeliverable", status: "5.1.1" });
});

test("what looks returned, from somebody's address, waits: a server wrote it, or who complains about our server", async () => {
  const mail = await written(
    [person, "Subject: Undelivered Mail Returned to Sender"],
    "550 5.1.1 user unknown",
  );
  assert.deepEqual(
    [bounceSign(mail), automaticSign(mail), doubtAbout(mail)],
    [undefined, undefined, "perhaps-automatic"],
  );
});
