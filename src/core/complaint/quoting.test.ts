import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { firstSaid, foldQuotes } from "./quoting.ts";

const folder = join(import.meta.dirname, "../../../test/data/email/reply");
type Case = {
  file: string;
  check: string;
  expected?: string | number;
  contains?: string[];
  absent?: string[];
  replace?: Record<string, string>;
};
const { cases } = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as { cases: Case[] };

for (const { file, check, expected, contains = [], absent = [], replace = {} } of cases)
  test(`${file}: ${check} ${Object.values(replace).join()}`, () => {
    let text = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n");
    for (const [from, to] of Object.entries(replace)) text = text.replace(from, to);
    const began = performance.now();
    const { said, folded } = foldQuotes(text);
    if (check === "visible_equals") assert.equal(said.trim(), expected);
    if (check === "first_fragment_equals_trimmed") assert.equal(firstSaid(text), expected);
    if (check === "nothing_removed") assert.equal(folded, "");
    if (check === "terminates_within_ms") assert.ok(performance.now() - began < Number(expected));
    for (const words of contains) assert.ok(said.includes(words), words);
    for (const words of absent) assert.ok(!said.includes(words), words);
  });

test("nothing is lost by folding: what is said and what is folded are the whole text", () => {
  const line = fc.constantFrom(
    "> quoted",
    "said",
    "",
    "--",
    "From: a@b.de",
    "Subject: x",
    "Am 3.4.2026 um 10:00 schrieb Anna <a@b.de>:",
    "-Anna",
  );
  const squeezed = (text: string) => text.replace(/\s+/g, "");
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const { said, folded } = foldQuotes(lines.join("\n"));
      assert.equal(squeezed(said + folded), squeezed(lines.join("\n")));
      assert.ok(said.trim() !== "" || lines.join("").trim() === "");
    }),
  );
});

test("a complaint that tells of somebody's words, a form or a forward is shown whole", () => {
  const whole = [
    "Am 3. Oktober schrieb mir Ihr Dozent:\nSie brauchen nicht zu kommen.\nDas ist unmöglich.",
    "Name: Anna\nE-Mail: a@b.de\nDatum: 3.10.2026\nBeschwerde: Der Raum war kalt.",
    "FYI\n\n---------- Forwarded message ---------\nFrom: Anna <a@b.de>\nSubject: Complaint\n\nThe course was cancelled.",
    "> everything\n> is quoted",
  ];
  for (const text of whole) assert.deepEqual(foldQuotes(text), { said: text, folded: "" });
});

test("four times as many beginnings take some four times as long to fold, and not sixteen", () => {
  const cost = (text: string) => {
    const before = process.cpuUsage();
    foldQuotes(text);
    return process.cpuUsage(before).user;
  };
  const lines = (each: number) =>
    ["On ", "From: a", "--", "____________", "a:", "> "]
      .flatMap((line) => Array<string>(each).fill(line))
      .join("\n");
  for (const text of [lines, (each: number) => "On ".repeat(15 * each)]) {
    cost(text(500));
    assert.ok(cost(text(20_000)) < 10 * cost(text(5_000)) + 100_000);
  }
});

test("the history below is folded, whichever program wrote it, and what a telephone adds as well", () => {
  const said = "I do not agree.\n\nAnna";
  const many = Array.from({ length: 9 }, (_, n) => `Person ${n} <p${n}@kundin.example>;`).join("\n");
  for (const rest of [
    `Von: CT <a@b.de>\nGesendet: Dienstag\nAn: ${many}\nBetreff: Kurs\n\nGuten Tag`,
    'Gesendet: Dienstag, 03. November 2026 um 10:11 Uhr\nVon: "CT" <a@b.de>\nAn: c@d.de\nBetreff: Kurs\n\nGuten Tag',
    "-----Original-Nachricht-----\n\nBetreff: Kurs\n\nVon: CT\n\nGuten Tag",
    "Von meinem iPhone gesendet\n\n> Am 03.11.2026 um 10:11 schrieb CT <a@b.de>:\n> \n> Guten Tag",
    "----- Ursprüngliche Mail -----\nVon: CT\nBetreff: Kurs\n\nGuten Tag",
    "------------------ 原始邮件 ------------------\n发件人: CT\n主题: Kurs\n\nGuten Tag",
    "Feladó: CT <a@b.de>\nTárgy: Kurs\n\nGuten Tag",
    "Από: CT <a@b.de>\nΘέμα: Kurs\n\nGuten Tag",
    "De la: CT <a@b.de>\nSubiect: Kurs\n\nGuten Tag",
    "من: CT <a@b.de>\nالموضوع: Kurs\n\nGuten Tag",
    "\u202bבתאריך 3 בנוב׳ 2026 ב-10:11 מאת CT\u202c\u200f <\u202aa@b.de\u202c>:\u202c\n\n> Guten Tag",
    "Wysłane z iPhone’a",
    "iPhone'umdan gönderildi",
    "Отправлено с iPhone",
    "-Anna",
    "Von meinem/meiner Galaxy gesendet",
    "Von Outlook für iOS gesendet",
    "Holen Sie sich Outlook für iOS<https://aka.ms/o0ukef>\n________________________________\nVon: CT\nBetreff: Kurs\n\nGuten Tag",
    "Outlook für Android<https://aka.ms/AAb9ysg> herunterladen",
  ])
    assert.deepEqual(foldQuotes(`${said}\n\n${rest}\n`), { said, folded: rest }, rest);
});

test("a sentence about what a telephone sent, or a date with no sender below it, is the person's own", () => {
  for (const text of [
    "I ask for my money.\n\nVon meinem Geld wurde nichts gesendet, obwohl ich warte.",
    "What was wrong:\n-Cold room\n-No teacher",
    "I ask for my money.\n\nDatum: 3.10.2026\nBetreff: Kurs B2",
  ])
    assert.deepEqual(foldQuotes(text), { said: text, folded: "" });
});

test("what somebody sends on is what they want to be read, however their program says so", () => {
  for (const marker of [
    "Anfang der weitergeleiteten Nachricht:",
    "----- Weitergeleitete Mail -----",
    "----- Weitergeleitet von Anna/Firma am 03.11.2026 10:11 -----",
    "Début du message transféré :",
    "---------- Mensaje reenviado ---------",
    "---------- Messaggio inoltrato ---------",
    "---------- Doorgestuurd bericht ---------",
  ]) {
    const text = `Siehe unten.\n\n${marker}\n\nVon: CT\nBetreff: Absage\n\nDer Kurs fällt aus.`;
    assert.deepEqual(foldQuotes(text), { said: text, folded: "" }, marker);
  }
});
