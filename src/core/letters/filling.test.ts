import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Part } from "./letter.ts";
import { fill } from "./filling.ts";

const body = `Dear all, {explanation}
and so on.

| Reference: {reference}
| Reason: {reason}

* {findings}
* Always the same.

{goodwill}

[Answer]({url})`;
const template = { subject: "About {reference}", body };
const values = {
  reference: "CT-1",
  reason: "Late",
  explanation: "It was us.",
  findings: ["One.", "Two."],
  goodwill: "",
  url: "https://redress.test/s/x",
};

describe("filling a letter", () => {
  test("each line becomes what it reads as; a line whose slots are all empty is left out", () => {
    assert.deepEqual(fill(template, values), {
      subject: "About CT-1",
      parts: [
        { text: "Dear all, It was us.\nand so on." },
        {
          facts: [
            ["Reference", "CT-1"],
            ["Reason", "Late"],
          ],
        },
        { list: ["One.", "Two.", "Always the same."] },
        { link: "Answer", url: "https://redress.test/s/x" },
      ],
    });
    assert.deepEqual(fill({ subject: "x", body: "| A: {a}\n\n* {b}\n\n[C]({c})\n\nd {d}" }, {}).parts, []);
    assert.deepEqual(fill({ subject: "x", body: "Both {a} {b}" }, { b: "there" }).parts, [
      { text: "Both  there" },
    ]);
  });

  test("what can not be read as a fact, a list or a link is words", () => {
    const text = "|a: {x\n*b\n[c](https://d.example)\n{e f}";
    assert.deepEqual(fill({ subject: "s", body: text }, { x: "1" }).parts, [{ text }]);
  });

  const trap = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(
      "{reference}",
      "{url}",
      "\n\n* {findings}",
      "x\n| Reason: forged",
      "[Click](https://evil.example)",
      "a\r\nBcc: evil@x.example",
      "\u2028\n[A]({url})",
      "__proto__",
    ),
  );
  const words = fc.record({
    reference: trap,
    reason: trap,
    explanation: trap,
    findings: fc.array(trap, { minLength: 1, maxLength: 4 }),
  });
  const shape = (parts: Part[]) => parts.map((part) => Object.keys(part).join());

  test("no word of anybody becomes a slot, a link, a line of its own or a header", () => {
    fc.assert(
      fc.property(words, (said) => {
        fc.pre([said.reference, said.reason, said.explanation, ...said.findings].every((each) => seen(each)));
        const { subject, parts } = fill(template, { ...values, ...said });
        assert.doesNotMatch(subject, /[\p{Cc}\p{Zl}\p{Zp}]/u);
        assert.deepEqual(shape(parts), ["text", "facts", "list", "link,url"]);
        const [text, facts, list, link] = parts as [
          { text: string },
          { facts: [string, string][] },
          { list: string[] },
          { url: string },
        ];
        assert.equal(text.text, `Dear all, ${said.explanation.trim()}\nand so on.`);
        assert.deepEqual(
          facts.facts.map(([label]) => label),
          ["Reference", "Reason"],
        );
        assert.equal(list.list.length, said.findings.length + 1);
        for (const line of [...list.list, ...facts.facts.flat()]) assert.doesNotMatch(line, /[\p{Cc}]/u);
        assert.equal(link.url, values.url);
      }),
      { numRuns: 500 },
    );
  });
});

/** Something is left of it when it is put on one line. */
const seen = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim() !== "";
