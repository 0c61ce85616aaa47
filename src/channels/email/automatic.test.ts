import assert from "node:assert/strict";
import { test } from "node:test";
import { automaticSign, bounceSign } from "./automatic.ts";
import { parseMail } from "./parsing.ts";

const read = (...headers: string[]) =>
  parseMail(Buffer.from(`${["Subject: x", ...headers].join("\r\n")}\r\n\r\nwords\r\n`));
const person = "From: anna@kundin.example";

test("a report of any kind, and what a mail system wrote in its own name, is a bounce", async () => {
  const bounces: [string[], string][] = [
    [[person, 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"'], "report"],
    [[person, 'Content-Type: multipart/report;\r\n\tboundary="b"'], "report"],
    [["From: MAILER-DAEMON <>"], "mailer-daemon"],
    [['From: "Mail Delivery Subsystem" <MAILER-DAEMON@mx.example>'], "mailer-daemon"],
    [[person, "Return-Path: <MAILER-DAEMON@mx.example>"], "mailer-daemon"],
    [[person, "Return-Path: <>"], "empty-return-path"],
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
    [person, "Auto-Submitted: no"],
    [person, "Auto-Submitted: no (a person)"],
    [person, "Precedence: first-class"],
  ];
  for (const headers of people) {
    const mail = await read(...headers);
    assert.deepEqual([bounceSign(mail), automaticSign(mail)], [undefined, undefined], headers.join());
  }
});

test("each sign of a machine is enough by itself, in any case of letters", async () => {
  const machines: [string, string][] = [
    ["Auto-Submitted: Auto-Replied", "auto-submitted"],
    ["AUTO-SUBMITTED: auto-generated; owner=x", "auto-submitted"],
    ["Auto-Submitted: notified", "auto-submitted"],
    ["Precedence: BULK", "precedence"],
    ["Precedence: list", "precedence"],
    ["List-Id: <news.example>", "list"],
    ["X-Auto-Response-Suppress: OOF, AutoReply", "auto-response"],
    ["X-Autoreply: yes", "auto-response"],
  ];
  for (const [header, sign] of machines)
    assert.equal(automaticSign(await read(person, header)), sign, header);
});
