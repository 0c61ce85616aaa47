import assert from "node:assert/strict";
import { test } from "node:test";
import { automaticSign } from "./automatic.ts";
import { bounceSign } from "./delivery-reports.ts";
import { doubtAbout } from "./doubting.ts";
import { parseMail } from "./parsing.ts";

const read = (...headers: string[]) => parseMail(Buffer.from(`${headers.join("\r\n")}\r\n\r\nwords\r\n`));
const person = "From: anna@kundin.example";

test("each sign of a machine is enough by itself, in any case of letters", async () => {
  const machines: [string, string][] = [
    ["Auto-Submitted: Auto-Replied", "auto-submitted"],
    ["AUTO-SUBMITTED: auto-generated; owner=x", "auto-submitted"],
    ["Auto-Submitted: notified", "auto-submitted"],
    ["Precedence: BULK", "precedence"],
    ["Precedence: list", "precedence"],
    ["List-Id: <news.example>", "list"],
    ["X-Auto-Response-Suppress: OOF, AutoReply", "auto-response"],
    ["X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply", "auto-response"],
    ["X-Autoreply: yes", "auto-response"],
    ["X-Autoresponse: 1", "auto-response"],
    ["X-Apple-Action: VACATION", "auto-response"],
    ["X-FC-MachineGenerated: true", "auto-response"],
    ["Preference: auto_reply", "precedence"],
    ["Auto-Submitted: no\r\nAuto-Submitted: auto-replied", "auto-submitted"],
    ["Mailing-List: contact list-help@example", "list"],
    ['Content-Type: multipart/report;\r\n report-type="disposition-notification"; boundary=b', "receipt"],
    ["X-Amz-Sns-Message-Type: Notification", "machine"],
  ];
  for (const [header, sign] of machines)
    assert.equal(automaticSign(await read(person, header)), sign, header);
});

test("an answer that only its subject gives away is one when it answers something, in many languages", async () => {
  const subjects = [
    "Automatic reply: Your complaint",
    "Automatische Antwort: Ihre Beschwerde",
    "Abwesenheitsnotiz: Ihre Beschwerde",
    "Out of Office AutoReply: Your complaint",
    "AutoReply",
    "Réponse automatique : Your complaint",
    "Automatyczna odpowiedź: Your complaint",
    "自動返信：Your complaint",
  ];
  for (const subject of subjects) {
    const raw = (more: string) => Buffer.from(`${person}\r\nSubject: ${subject}${more}\r\n\r\nAway.\r\n`);
    assert.equal(
      automaticSign(await parseMail(raw("\r\nIn-Reply-To: <a@b.example>"))),
      "auto-response",
      subject,
    );
    const alone = await parseMail(raw(""));
    assert.deepEqual([automaticSign(alone), doubtAbout(alone)], [undefined, "perhaps-automatic"], subject);
  }
});

test("a person who writes about automatic answers, or answers one, is a person", async () => {
  const people = [
    [person, "Auto-Submitted: no"],
    [person, "Auto-Submitted: no (a person)"],
    [person, "Precedence: first-class"],
    [person, "X-Autoreply: no"],
    [person, "X-Auto-Response-Suppress: None"],
    [person, "X-Loop: forwarded@kundin.example"],
    ["From: noreen.reply@kundin.example"],
    ["From: nora.antwort@kundin.example"],
  ];
  const subjects = [
    "Re: Automatic reply: Your complaint",
    "AW: Abwesenheitsnotiz: Kurs",
    "Automatic replies do not help me",
    "Abwesenheit meines Dozenten",
    "Der Urlaub des Dozenten",
    "Autos",
  ];
  for (const headers of [...people, ...subjects.map((subject) => [person, `Subject: ${subject}`])]) {
    const mail = await parseMail(
      Buffer.from(`${headers.join("\r\n")}\r\nIn-Reply-To: <a@b.example>\r\n\r\nwords`),
    );
    assert.deepEqual(
      [bounceSign(mail), automaticSign(mail), doubtAbout(mail)],
      [undefined, undefined, undefined],
      headers.join(),
    );
  }
});

test("a list under our own address only brings what people write to it; another list is a list", async () => {
  const list = (address: string) =>
    read(
      person,
      "Precedence: list",
      `List-ID: <${address.replace("@", ".")}>`,
      `List-Post: <https://groups.example/post>, <mailto:${address}>`,
    );
  assert.equal(automaticSign(await list("mb@ctterra.com"), "MB@ctterra.com"), undefined);
  assert.equal(automaticSign(await list("news@ctterra.com"), "mb@ctterra.com"), "precedence");
});

test("where nobody reads answers, or there is no way back, a person looks first", async () => {
  assert.equal(doubtAbout(await read("From: Shop <no-reply@shop.example>")), "no-reply");
  assert.equal(doubtAbout(await read("From: nicht_antworten@shop.example")), "no-reply");
  assert.equal(doubtAbout(await read(person, "Return-Path: <>")), "empty-return-path");
  assert.equal(doubtAbout(await read(person, "Subject: [AUTO GENERATED] News")), "perhaps-automatic");
  assert.equal(
    doubtAbout(await read(person, "Subject: Peter Roe is out of the office")),
    "perhaps-automatic",
  );
});
