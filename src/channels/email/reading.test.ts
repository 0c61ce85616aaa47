import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseMail } from "./parsing.ts";

const sentence = "Schöne Grüße – für 5 €, Ärger";
const utf8 = Buffer.from(sentence);
/** As Windows wrote it before UTF-8. */
const western = Buffer.from(
  sentence.split("").map((sign) => ({ "–": 0x96, "€": 0x80 })[sign] ?? sign.charCodeAt(0)),
);
const coded = {
  "8bit": (bytes: Buffer) => bytes,
  base64: (bytes: Buffer) => Buffer.from(bytes.toString("base64")),
  "quoted-printable": (bytes: Buffer) =>
    Buffer.from(bytes.toString("hex").replace(/../g, (byte) => `=${byte.toUpperCase()}`)),
};

const read = (...lines: (string | Buffer)[]) =>
  parseMail(Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from("\r\n")])));
const from = "From: anna@kundin.example";

test("whatever charset is declared, or none, the words are those that were written", async () => {
  for (const [encoding, code] of Object.entries(coded))
    for (const [charset, bytes] of [
      ["utf-8", utf8],
      ["utf-8", western],
      ["us-ascii", utf8],
      ["iso-8859-1", utf8],
      ["iso-8859-1", western],
      ["windows-1252", western],
      ["iso-2022-jp", utf8],
      ["x-unknown", utf8],
      ["", utf8],
      ["", western],
    ] as const) {
      const type = `Content-Type: text/plain${charset && `; charset="${charset}"`}`;
      const { text } = await read(from, type, `Content-Transfer-Encoding: ${encoding}`, "", code(bytes));
      assert.equal(text, sentence, `${charset || "none"}, ${encoding}`);
    }
});

test("two parts, each in the other's charset, and no type at all", async () => {
  const part = "Content-Type: text/plain; charset=utf-8";
  const type = "Content-Type: multipart/mixed; boundary=b";
  const { text } = await read(from, type, "", "--b", part, "", utf8, "--b", part, "", western, "--b--");
  assert.deepEqual(text.split(/\n+/), [sentence, sentence]);
  assert.equal((await read(from, "", western)).text, sentence);
});

test("subject and name under the wrong charset are straightened as well; what is right stays", async () => {
  const heads: [string, string][] = [
    ["=?utf-8?Q?Gr=FC=DFe?=", "Grüße"],
    ["=?iso-8859-1?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"],
    ["=?utf-8?Q?Gr=C3?= =?utf-8?Q?=BC=C3=9Fe?=", "Grüße"],
    ["=?utf-8?Q?Sie_schreiben_=C3=83=C2=A4?=", "Sie schreiben Ã¤"],
    ["=?iso-8859-1?Q?PORT=C3O?=", "PORTÃO"],
  ];
  for (const [word, meant] of heads) {
    const mail = await read(`From: ${word} <anna@kundin.example>`, `Subject: ${word}`, "", "x");
    assert.deepEqual([mail.subject, mail.from?.name], [meant, meant], word);
  }
});

test("blanks that a server added at the ends of lines, and hyphens that nobody sees, part no word", async () => {
  const type = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable"];
  const { text } = await read(from, ...type, "", "Der Sprach=C2=ADkurs ist aus=  ", "gefallen.");
  assert.equal(text, "Der Sprachkurs ist ausgefallen.");
});

test("Japanese with a damaged sign stays Japanese", async () => {
  const japanese = Buffer.from("\u001b$B$3$s\u001b(B \u001b$B~~\u001b(B", "latin1");
  const { text } = await read(from, "Content-Type: text/plain; charset=iso-2022-jp", "", japanese);
  assert.ok(text.startsWith("こん"), text);
});

test("words are found where their frame is broken", async () => {
  const part = ["--b", "Content-Type: text/plain", "", "My words.", "--b--"];
  const broken: string[][] = [
    ["Content-Type: multipart/mixed;", 'boundary="b"', "", ...part],
    ["Content-Type: multipart/mixed", "", ...part],
    ["Content-Type: multipart/mixed; boundary=other", "", ...part],
    ["Content-Type: multipart/mixed; boundary=other", "", "My words."],
    ["Subject: x", " ", "My words."],
    ["Subject: x", "My words."],
    ["Content-Transfer-Encoding: base64", "", "My words. They are plain, no code."],
  ];
  for (const lines of broken) {
    const { text } = await read(from, ...lines);
    assert.ok(text.startsWith("My words."), `${lines.join("|")}: ${text}`);
  }
});

test("blank lines, a mark of UTF-8 or an envelope line of an archive before the headers hide none of them", async () => {
  for (const before of ["\r\n\r\n", " \n", "\ufeff", "From anna Mon Jan 1 00:00:00 2026\r\n"]) {
    const mail = await parseMail(Buffer.from(`${before}${from}\r\nSubject: Here\r\n\r\nMy words.`));
    assert.deepEqual(
      [mail.from?.address, mail.subject, mail.text],
      ["anna@kundin.example", "Here", "My words."],
    );
  }
});

test("a text without any header is read as words, the bytes of a picture as no message", async () => {
  const { text, from: nobody } = await parseMail(Buffer.from("Dear all,\nthe course was cancelled.\n\nAnna"));
  assert.deepEqual([text, nobody], ["Dear all,\nthe course was cancelled.\n\nAnna", undefined]);
  await assert.rejects(
    parseMail(Buffer.from("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", "latin1")),
    /no message|not a message/,
  );
});

test("a plain part that only says that there is HTML does not hide what the HTML says", async () => {
  const { text, notes } = await read(
    `${from}\r\nContent-Type: multipart/alternative; boundary=b\r\n`,
    "--b\r\nContent-Type: text/plain\r\n",
    "Your program cannot show HTML.",
    "--b\r\nContent-Type: text/html\r\n",
    "<p>The course was cancelled, and nobody told us.</p>",
    "--b--",
  );
  assert.match(text, /cannot show HTML\.\s+The course was cancelled/);
  assert.deepEqual(notes, ["parts-differ"]);
});

test("who wrote is found however the address is written; a name is never taken for an address", async () => {
  const written: [string, string | undefined, string?][] = [
    ["Muster, Anna <a@b.example>", "a@b.example", "Muster, Anna"],
    ["Müller; Anna <a@b.example>", "a@b.example", "Müller, Anna"],
    ["Anna [mailto:a@b.example]", "a@b.example", ""],
    ["Anna <mailto:a@b.example>", "a@b.example", "Anna"],
    ["<a@b.example.>", "a@b.example", ""],
    ["<@relay.example,@mx.example:a@b.example>", "a@b.example", ""],
    ["'a@b.example'", "a@b.example", ""],
    ["=?utf-8?Q?boss=40ctterra.com_=3Cboss=40ctterra.com=3E?= <a@b.example>", "a@b.example"],
    ['"<boss@ctterra.com>" <a@b.example>', "a@b.example"],
    ["boss@ctterra.com <a@b.example>", "a@b.example"],
    ["(boss@ctterra.com) a@b.example", "a@b.example"],
    ["[mailto:a@b.example] [mailto:c@d.example]", undefined],
    ["undisclosed-senders:;", undefined],
  ];
  for (const [value, address, name] of written) {
    const mail = await read(`From: ${value}`, "", "x");
    assert.equal(mail.from?.address, address, value);
    if (name !== undefined) assert.equal(mail.from?.name, name, value);
  }
});

test("no bytes break a reader: each message is read, or said to be none", async () => {
  const pieces = fc.constantFrom(
    from,
    "Subject: x",
    "",
    " ",
    "--b",
    "--b--",
    "words",
    "\u0000",
    "\ufeff",
    "garbage",
    "=E4=FC",
    "Ã¤",
    "Reply-To: <>",
    "Content-Type: multipart/mixed; boundary=b",
    "Content-Type: text/plain; charset=utf-16",
    "Content-Transfer-Encoding: base64",
    "Content-Transfer-Encoding: quoted-printable",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(pieces, { maxLength: 15 }),
      fc.uint8Array({ maxLength: 40 }),
      async (lines, noise) => {
        try {
          const mail = await read(from, ...lines, Buffer.from(noise));
          assert.equal(mail.from?.address, "anna@kundin.example");
          assert.ok(!/[\u0000-\u0008]/.test(mail.text + mail.subject));
        } catch (error) {
          assert.match(String(error), /not a message/);
        }
      },
    ),
  );
});

test("HTML in UTF-7 is read as well", async () => {
  const { text } = await read(
    from,
    "Content-Type: text/html; charset=utf-7",
    "",
    "<p>Der Kurs f+AOQ-llt aus.</p>",
  );
  assert.equal(text, "Der Kurs fällt aus.");
});

test("words under the name of a type that is none, or that people read as it stands, are words", async () => {
  for (const type of [
    "text",
    "plain/text; charset=utf-8",
    "text/plain charset=utf-8",
    "text/markdown; charset=utf-8",
    "text/enriched; charset=utf-8",
  ]) {
    const { text, files } = await read(from, `Content-Type: ${type}`, "", utf8);
    assert.deepEqual([text, files.length], [sentence, 0], type);
  }
  const file = ["Content-Type: text/markdown", "Content-Disposition: attachment; filename=notes.md"];
  const { text, files } = await read(from, ...file, "", "My notes.");
  assert.deepEqual([text, files[0]?.name], ["", "notes.md"]);
});

test("an empty line of HTML is one empty line", async () => {
  const html = "<div>One<br>Two</div><div><br></div><div>Three</div>";
  const { text } = await read(from, "Content-Type: text/html", "", html);
  assert.equal(text, "One\nTwo\n\nThree");
});
