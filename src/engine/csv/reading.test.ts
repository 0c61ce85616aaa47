import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { stringify } from "csv-stringify/sync";
import { isFormula, readTable } from "./reading.ts";

const columns = {
  platform: { headings: ["platform", "plattform"], needed: true },
  words: { headings: ["words", "worte"], needed: false },
};
const read = (text: string | Uint8Array) =>
  readTable(typeof text === "string" ? Buffer.from(text) : text, columns);
const rows = (text: string | Uint8Array) => {
  const table = read(text);
  assert.ok("rows" in table, JSON.stringify(table));
  return table.rows.map(({ line, cell }) => [line, cell("platform"), cell("words")]);
};
const problems = (text: string) => {
  const table = read(text);
  assert.ok("problems" in table, "nothing was wrong");
  return table.problems;
};

test("commas, semicolons and tabs, quotes and headings in two languages are read alike", () => {
  for (const text of [
    "platform,words\nctterra,cold",
    "Plattform;Worte\r\nctterra;cold\r\n",
    "platform\twords\rctterra\tcold\r",
    '"platform";"words"\n"ctterra";"cold"\n;\n;;\n',
    " platform , words \n ctterra , cold ",
  ])
    assert.deepEqual(rows(text), [[2, "ctterra", "cold"]], JSON.stringify(text));
});

test("a byte order mark, Windows-1252 and UTF-16 do not spoil the first heading nor an umlaut", () => {
  const text = "platform;words\nctterra;größer";
  const windows = Buffer.from(text, "latin1");
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  for (const bytes of [Buffer.from(`\uFEFF${text}`), windows, utf16])
    assert.deepEqual(rows(bytes), [[2, "ctterra", "größer"]]);
});

test("a line is counted as an editor counts it, also below cells of several lines and below blank ones", () => {
  const text = 'platform;words\none;"first\nsecond\nthird"\n\ntwo;"said ""no""; left"\n;\nthree;x\n';
  assert.deepEqual(rows(text), [
    [2, "one", "first\nsecond\nthird"],
    [6, "two", 'said "no"; left'],
    [8, "three", "x"],
  ]);
});

test("each problem has its line: headings, number of cells, quotes, bytes, nothing at all", () => {
  assert.deepEqual(problems("words;Kurs;words\na;b;c"), [
    { line: 1, column: "Kurs", code: "column_unknown" },
    { line: 1, column: "words", code: "column_twice" },
    { line: 1, column: "platform", code: "column_missing" },
  ]);
  assert.deepEqual(problems("platform;words\none;two\none\none;two;three"), [
    { line: 3, code: "cells_differ" },
    { line: 4, code: "cells_differ" },
  ]);
  assert.deepEqual(problems('platform;words\none;"two\nthree'), [{ line: 3, code: "quotes" }]);
  assert.deepEqual(problems('platform;words\none;tw"o'), [{ line: 2, code: "quotes" }]);
  assert.deepEqual(problems("platform;words\n"), [{ line: 1, code: "no_rows" }]);
  assert.deepEqual(problems(""), [{ line: 1, code: "no_rows" }]);
  assert.deepEqual(problems("PK\u0003\u0004\0\0"), [{ line: 1, code: "not_text" }]);
});

test("what a spreadsheet would compute is a formula, a negative number is none", () => {
  for (const cell of ["=1+1", "+1", "@SUM(A1)", "-cmd"]) assert.ok(isFormula(cell), cell);
  for (const cell of ["-5", "5", "wind", ""]) assert.ok(!isFormula(cell), cell);
});

test("whatever words another program writes as CSV are read back as they were", () => {
  const cell = fc.string({ unit: "grapheme" }).map((text) => text.trim().replaceAll("\0", ""));
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(",", ";", "\t"),
      (texts, delimiter) => {
        const text = stringify([["platform", "words"], ...texts.map((words) => ["one", words])], {
          delimiter,
        });
        assert.deepEqual(
          rows(text).map(([, , words]) => words),
          texts,
        );
      },
    ),
  );
});
