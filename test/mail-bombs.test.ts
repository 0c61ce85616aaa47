import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { openParser } from "../src/channels/email/parsing-apart.ts";
import { lettersNamed, messageId } from "../src/record/content/tokens.ts";

const head = "From: anna@kundin.example\r\nTo: mb@ctterra.com\r\nSubject: bomb\r\n";
const million = 1_000_000;

/** Each is built to take for ever, or all memory; the longest are what the listener lets in. */
const bombs: Record<string, () => string | Buffer> = {
  "a thousand messages within messages": () =>
    `${head}${"Content-Type: message/rfc822\r\n\r\nFrom: x@y.example\r\n".repeat(1000)}\r\nx`,
  "a thousand parts within parts": () =>
    head +
    Array.from(
      { length: 1000 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    ).join(""),
  "thirty thousand parts": () =>
    `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\n\r\nx\r\n".repeat(30_000)}`,
  "fifty thousand headers": () =>
    `${head}${Array.from({ length: 50_000 }, (_, n) => `X-${n}: y\r\n`).join("")}\r\nx`,
  "seventy thousand recipients": () => `${head}Cc: ${"a@b.example,\r\n ".repeat(70_000)}c@d.example\r\n\r\nx`,
  "a sender of a megabyte": () => `From: ${"a@b.example, ".repeat(80_000)}\r\n\r\nx`,
  "a sender of parentheses": () => `From: ${"(".repeat(900_000)}\r\n\r\nx`,
  "encoded words that never end": () => `Subject: ${"=?utf-8?Q?".repeat(90_000)}\r\n\r\nx`,
  "one line of 35 megabytes": () => `${head}\r\n${"x".repeat(35 * million)}`,
  "35 megabytes of nothing": () => Buffer.concat([Buffer.from(`${head}\r\n`), Buffer.alloc(35 * million)]),
  "35 megabytes of a sign that is no UTF-8": () =>
    Buffer.concat([Buffer.from(`${head}\r\n`), Buffer.alloc(35 * million, 0xe4)]),
  "lines that look like a boundary, and none is": () =>
    `${head}Content-Type: multipart/mixed; boundary=z\r\n\r\n${`--${"b".repeat(190)}\r\n`.repeat(5000)}`,
  "thirty thousand tables in tables": () =>
    `${head}Content-Type: text/html\r\n\r\n${"<table><tr><td>x".repeat(30_000)}`,
};

test("bombs end within their limits, one after another, and the reader reads on", async (context) => {
  const parser = openParser();
  context.after(() => parser.close());
  for (const [name, bomb] of Object.entries(bombs)) {
    const begun = performance.now();
    const mail = await parser.parse(Buffer.from(bomb()));
    assert.ok(performance.now() - begun < 12_000, name);
    if (typeof mail === "string") assert.match(mail, /^(unreadable|takes-too-long|needs-too-much)$/, name);
    else assert.ok(mail.text.length <= 50_000 && mail.files.length <= 50, name);
  }
  const after = await parser.parse(Buffer.from(`${head}\r\nMy words.`));
  assert.equal(typeof after === "object" && after.text, "My words.");
});

test("no tag but the true one names a letter, among however many guesses", () => {
  const [content, lookup, links] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte)) as [
    Buffer,
    Buffer,
    Buffer,
  ];
  const keys = { id: "k", content, lookup, links };
  const hex = fc.stringMatching(/^[0-9a-f]{20}$/);
  fc.assert(
    fc.property(fc.uuid(), fc.array(hex, { minLength: 50, maxLength: 100 }), (letter, tags) => {
      const guesses = tags.map((tag) => `<${letter}.${tag}@redress.test>`).join(" ");
      assert.deepEqual(lettersNamed(keys, guesses), []);
      assert.deepEqual(lettersNamed(keys, `${messageId(keys, letter, "x.example")} ${guesses}`), [letter]);
    }),
  );
});
