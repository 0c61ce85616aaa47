import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "data/email");

/** Every mail of the corpora, as bytes. */
export const corpus = (): Buffer[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(eml|raw|txt)$/.test(file))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((file) => readFileSync(join(folder, file)))
    .filter(({ length }) => length > 0 && length < 30_000);

type Chance = { below: (limit: number) => number; one: <T>(all: readonly T[]) => T };

/** The n-th mail of all: the same at each run, so that a run can go on where it stopped and a fault can be seen again. */
export function mutant(mails: readonly Buffer[], n: number): Buffer {
  const chance = chanceFrom(n);
  if (n % 1000 === 0) return chance.one(bombs)(chance);
  let mail = chance.one(mails);
  for (let times = 1 + chance.below(4); times > 0; times -= 1)
    mail = chance.one(changes)(mail, chance, mails);
  return mail.subarray(0, 2_000_000);
}

/** mulberry32 */
function chanceFrom(seed: number): Chance {
  let state = (seed * 2_654_435_761) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, one: (all) => all[below(all.length)]! };
}

type Change = (mail: Buffer, chance: Chance, mails: readonly Buffer[]) => Buffer;
const spliced = (mail: Buffer, at: number, remove: number, insert: Buffer | string) =>
  Buffer.concat([mail.subarray(0, at), Buffer.from(insert), mail.subarray(at + remove)]);
const inText =
  (change: (text: string, chance: Chance) => string): Change =>
  (mail, chance) =>
    Buffer.from(change(mail.toString("latin1"), chance), "latin1");

const headers = [
  "Subject: =?utf-8?B?8J+YgA=?=",
  "Subject: =?klingon?Q?=FF=FE?=",
  'From: "x\r\n y" <a@b.de>',
  "From: <>",
  "From: a@b.de, c@d.de, (((((((((((((",
  "Content-Type: multipart/mixed; boundary=",
  'Content-Type: multipart/mixed; boundary="a"; boundary="b"',
  "Content-Type: text/plain; charset=utf-7",
  "Content-Type: message/rfc822",
  "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
  "Content-Transfer-Encoding: x-uuencode",
  "Content-Transfer-Encoding: base64",
  "Content-Transfer-Encoding: quoted-printable",
  "Content-Disposition: attachment; filename*0*=utf-8''%ff%fe; filename*1=../../etc/passwd",
  "Auto-Submitted: auto-replied",
  "Return-Path: <>",
  "X-Redress-Stage: closed",
  "In-Reply-To: <00000000-0000-4000-8000-000000000000.00000000000000000000@ctterra.com>",
  "Date: never",
  "Received: from x; from y; from z",
  ":",
  " folded from nothing",
];

const changes: Change[] = [
  (mail, { below }) => spliced(mail, below(mail.length), 1, Buffer.from([below(256)])),
  (mail, { below }) => spliced(mail, below(mail.length), below(200), ""),
  (mail, { below }) => {
    const at = below(mail.length);
    return spliced(mail, below(mail.length), 0, mail.subarray(at, at + below(400)));
  },
  (mail, { below }) =>
    spliced(mail, below(mail.length), 0, Buffer.from(Array.from({ length: below(60) }, () => below(256)))),
  (mail, { below, one }, mails) => {
    const other = one(mails);
    return Buffer.concat([mail.subarray(0, below(mail.length)), other.subarray(below(other.length))]);
  },
  (mail, { below }) => mail.subarray(0, 1 + below(mail.length)),
  (mail, { one }) => spliced(mail, 0, 0, `${one(headers)}\r\n`),
  inText((text, { one }) =>
    text.replace(
      /charset="?[\w-]+"?/i,
      `charset=${one(["utf-32", "utf-16", "iso-2022-jp", "x", "us-ascii", "gb18030"])}`,
    ),
  ),
  inText((text, { one }) => text.replace(/\r?\n/g, one(["\n", "\r", "\r\r\n", "\n\n", "\0\n"]))),
  inText((text, { one }) =>
    text.replace(/boundary="?[^"\r\n;]+"?/i, `boundary="${one(["", "-", "--", "a b", "=_", "(", "*"])}"`),
  ),
  inText((text, { below }) => text.replace(/\r?\n\r?\n/, (gap) => gap + "x".repeat(below(50_000)) + gap)),
  (mail) =>
    Buffer.concat([
      Buffer.from(
        'Content-Type: multipart/mixed; boundary="outer"\r\n\r\n--outer\r\nContent-Type: message/rfc822\r\n\r\n',
      ),
      mail,
      Buffer.from("\r\n--outer--\r\n"),
    ]),
];

const head = "From: a@b.example\r\nTo: mb@ctterra.com\r\nSubject: bomb\r\n";

/** What is made to break a reader: depth, number, length, and what unpacks to more. */
const bombs: ((chance: Chance) => Buffer)[] = [
  ({ below }) => {
    const depth = 20 + below(300);
    const open = Array.from(
      { length: depth },
      (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary="b${n + 1}"\r\n\r\n`,
    );
    return Buffer.from(`${head}Content-Type: multipart/mixed; boundary="b0"\r\n\r\n${open.join("")}`);
  },
  () => Buffer.from(`${head}${Array.from({ length: 50_000 }, (_, n) => `X-${n}: y\r\n`).join("")}\r\nx`),
  () => Buffer.from(`${head}\r\n${"x".repeat(8_000_000)}`),
  () => Buffer.from(`${head}Content-Type: text/html\r\n\r\n${"<div>".repeat(100_000)}`),
  () => Buffer.from(`${head}Content-Type: text/html\r\n\r\n${"<table><tr><td>".repeat(20_000)}`),
  () => Buffer.from(`${head}References: ${"<a@b> ".repeat(100_000)}\r\n\r\nx`),
  () =>
    Buffer.from(
      `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n${"--b\r\n\r\nx\r\n".repeat(30_000)}`,
    ),
  () => Buffer.from(`${head}To: ${"a@b.example, ".repeat(50_000)}\r\n\r\nx`),
  () => Buffer.from(`${head}Subject: ${"=?utf-8?Q?=41?= ".repeat(30_000)}\r\n\r\nx`),
  () => Buffer.from(`${head}\r\n${"> ".repeat(500_000)}\r\n${"On a:\r\n".repeat(50_000)}`),
  () =>
    Buffer.from(
      `${head}Content-Type: text/plain; charset=utf-32\r\n\r\n${"\u00ff\u00fe\0\0".repeat(50_000)}`,
      "latin1",
    ),
  () =>
    Buffer.from(
      `${head}Content-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.alloc(500_000).toString("base64")}`,
    ),
];
