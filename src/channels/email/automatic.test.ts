import assert from "node:assert/strict";
import { test } from "node:test";
import { automaticSign } from "./automatic.ts";
import { bounceSign } from "./delivery-reports.ts";
import { doubtAbout } from "./doubting.ts";
import { parseMail } from "./parsing.ts";
import { fromItsWriter } from "./sender.ts";

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
    ["X-Auto-Response-Suppress: All\r\nReturn-Path: <>", "auto-response"],
    ["X-Auto-Response-Suppress: DR, OOF, AutoReply\r\nSubject: Automatic reply: Course", "auto-response"],
    ["Precedence: bulk\r\nX-Mailer: Newsletters 4.1", "precedence"],
    ["Precedence: list\r\nList-Id: <l.example>\r\nUser-Agent: Mozilla Thunderbird", "list"],
    ["X-Autoreply: yes", "auto-response"],
    ["X-Autoresponse: 1", "auto-response"],
    ["X-Apple-Action: VACATION", "auto-response"],
    ["X-FC-MachineGenerated: true", "auto-response"],
    ["Preference: auto_reply", "precedence"],
    ["Auto-Submitted: no\r\nAuto-Submitted: auto-replied", "auto-submitted"],
    ["List-Help: <mailto:help@news.example>", "list"],
    ["List-Unsubscribe-Post: List-Unsubscribe=One-Click", "list"],
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
    "Autoodpowiedź: Your complaint",
    "Автоматична відповідь: Your complaint",
    "자동 회신: Your complaint",
    "رد تلقائي: Your complaint",
    "Αυτόματη απάντηση: Your complaint",
    "Abwesenheitsbenachrichtigung: Ihre Beschwerde",
    "Autom. Antwort: Ihre Beschwerde",
    "Yahoo! Auto Response",
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
  assert.equal(doubtAbout(await read("From: shop-noreply@shop.example")), "no-reply");
  assert.equal(doubtAbout(await read(person, "Return-Path: <>")), "empty-return-path");
  assert.equal(doubtAbout(await read(person, "Subject: [AUTO GENERATED] News")), "perhaps-automatic");
  assert.equal(
    doubtAbout(await read(person, "Subject: Peter Roe is out of the office")),
    "perhaps-automatic",
  );
});

test("who only asks for silence may be a person: Outlook's meetings, forms and settings do; somebody looks first", async () => {
  for (const headers of [
    ["X-Auto-Response-Suppress: DR, OOF, AutoReply"],
    ["X-Auto-Response-Suppress: All", "X-Mailer: Microsoft Outlook 16.0"],
    ["Precedence: bulk", "User-Agent: Mozilla Thunderbird"],
    ["Precedence: junk", "X-Mailer: Apple Mail (2.3774.600.62)"],
    ["Precedence: list", "X-Mailer: iPhone Mail (22B83)"],
  ]) {
    const mail = await read(person, ...headers);
    assert.deepEqual(
      [bounceSign(mail), automaticSign(mail), doubtAbout(mail)],
      [undefined, undefined, "wants-no-answer"],
      headers.join(),
    );
  }
});

test("a newsletter that a person sends on as it is may be what the person complains about", async () => {
  const letter = ["From: news@shop.example", "List-Unsubscribe: <mailto:u@shop.example>"];
  assert.equal(automaticSign(await read(...letter)), "list");
  const sentOn = await read(...letter, "Resent-From: anna@kundin.example");
  assert.deepEqual([automaticSign(sentOn), doubtAbout(sentOn)], [undefined, "passed-on"]);
});

test("what people might have written above notes of absence in their languages waits for a person", async () => {
  const doubtful = [
    "Abwesend: Ihre Beschwerde",
    "Urlaub: Ihre Beschwerde",
    "Vacation: Your complaint",
    "Max Muster ist außer Haus.",
    "AUTO: Max Muster ist abwesend (Rückkehr am 09.11.2026)",
    "Abwesenheit: Ihre Beschwerde",
    "Absence du bureau : Ihre Beschwerde",
    "Poza biurem: Ihre Beschwerde",
    "Fuera de la oficina: Ihre Beschwerde",
    "Fuori sede: Ihre Beschwerde",
    "Afwezig: Ihre Beschwerde",
    "Niet op kantoor: Ihre Beschwerde",
    "Ofis Dışında: Ihre Beschwerde",
    "Re: Ihre Beschwerde (Automatische Antwort)",
  ];
  for (const subject of doubtful) {
    const mail = await read(person, `Subject: ${subject}`, "In-Reply-To: <a@b.example>");
    assert.deepEqual([automaticSign(mail), doubtAbout(mail)], [undefined, "perhaps-automatic"], subject);
  }
  const byRule = await read(person, "X-MS-Exchange-Inbox-Rules-Loop: anna@kundin.example");
  assert.deepEqual([automaticSign(byRule), doubtAbout(byRule)], [undefined, "perhaps-automatic"]);
});

test("a receipt that lost its form is one by its words as well, not by its subject alone", async () => {
  const told = (subject: string, words: string) =>
    parseMail(Buffer.from(`${person}\r\nSubject: ${subject}\r\n\r\n${words}\r\n`));
  const receipts: [string, string][] = [
    ["Gelesen: Kurs", "Ihre Nachricht\r\n\r\n  Betreff: Kurs\r\n\r\n wurde am 3. November um 9:30 gelesen."],
    ["Read: Course", "Your message\r\n\r\n  Subject: Course\r\n\r\nwas read on Tuesday."],
    ["Not read: Course", "Your message\r\n\r\n  Subject: Course\r\n\r\nwas deleted without being read."],
  ];
  for (const [subject, words] of receipts)
    assert.equal(doubtAbout(await told(subject, words)), "perhaps-automatic", subject);
  assert.equal(doubtAbout(await told("Gelesen: und nichts passiert", "Seit drei Wochen!")), undefined);
});

test("a click on an invitation is no complaint; words with it, or an invitation, are", async () => {
  const answered = (method: string, words: string) =>
    parseMail(
      Buffer.from(
        [
          `${person}\r\nContent-Type: multipart/mixed; boundary=b\r\n`,
          `--b\r\nContent-Type: text/plain\r\n\r\n${words}`,
          `--b\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:${method}\r\nEND:VCALENDAR`,
          "--b--",
        ].join("\r\n"),
      ),
    );
  assert.equal(doubtAbout(await answered("REPLY", "")), "perhaps-automatic");
  assert.equal(doubtAbout(await answered("REPLY", "I cannot come.")), undefined);
  assert.equal(doubtAbout(await answered("REQUEST", "")), undefined);
});

test("whoever writes as a postmaster may be a person in a small firm", async () => {
  const mail = await read("From: Paul <postmaster@firm.example>");
  assert.deepEqual(
    [bounceSign(mail), automaticSign(mail), doubtAbout(mail)],
    [undefined, undefined, "postmaster"],
  );
});

test("a form of our own site that calls itself generated brings a person's words; another's notice is a machine's", async () => {
  const ours = "mb@ctterra.com";
  const form = async (from: string) =>
    fromItsWriter(
      await read(`From: ${from}`, "Reply-To: anna@kundin.example", "Auto-Submitted: auto-generated"),
      ours,
    );
  const own = await form("Website <noreply@ctterra.com>");
  assert.deepEqual([automaticSign(own, ours), doubtAbout(own, ours)], [undefined, "wants-no-answer"]);
  assert.equal(automaticSign(await form("Shop <noreply@shop.example>"), ours), "auto-submitted");
});

test("a message that says in a line of its own that it is automatic waits; a person who quotes the line does not", async () => {
  const told = (subject: string, words: string) =>
    parseMail(Buffer.from(`${person}\r\nSubject: ${subject}\r\n\r\n${words}\r\n`));
  for (const line of [
    "This is an automated message, please do not reply.",
    "Dies ist eine automatisch generierte E-Mail.",
    "Diese Nachricht wurde automatisch erstellt.",
  ]) {
    assert.equal(doubtAbout(await told("Order 4711", `Hello,\r\n\r\n${line}`)), "perhaps-automatic", line);
    assert.equal(
      doubtAbout(await told("AW: Order 4711", `I only get this:\r\n\r\n${line}`)),
      undefined,
      line,
    );
    assert.equal(doubtAbout(await told("Complaint", `You always write: ${line}`)), undefined, line);
  }
});
