import assert from "node:assert/strict";
import { test, after } from "node:test";
import { join } from "node:path";
import { printable } from "../../engine/typesetting/printable.ts";
import { openTypesetter } from "../../engine/typesetting/typesetting.ts";

const typesetter = openTypesetter();
const template = { path: join(import.meta.dirname, "dossier.typ") };
after(() => typesetter.close());

const nasty = [
  '#set page(fill: red) #read("/etc/passwd") $ x^2 $ `raw` ```code``` = Heading\n- list\n+ list\n/ term: x\n@label <label> *bold* _it_ \\ ~ // comment /* x */',
  "\u202egnp.exe\u202c \0 \u0007 \ud800 \ufeff \ue000 \ufffe",
  "😀 👨‍👩‍👧‍👦 🇩🇪 ✅ Ελληνικά Русский العربية עברית 中文 ไทย",
  "x".repeat(50_000),
  "word ".repeat(10_000),
  "%PDF-1.7 (unbalanced ) <</Title (x)>> endobj",
];

const document = (texts: string[]) => ({
  language: "de",
  title: "Beschwerde CT-1",
  over: "o",
  summary: "s",
  made: "m",
  date: { year: 2026, month: 11, day: 25 },
  reference: "CT-1",
  page: "Seite",
  of: "von",
  note: "n",
  erased: "",
  sections: {
    said: "1",
    clocks: "2",
    findings: "3",
    proposals: "4",
    letters: "5",
    timeline: "6",
    files: "7",
    proof: "8",
  },
  nothing: "Nichts.",
  facts: [["a", "b"]],
  said: texts.map((text) => ({ label: "#l", text: printable(text) })),
  clocks: { head: ["a", "b", "c", "d"], rows: [] },
  findings: [],
  proposals: [],
  letters: { head: ["a", "b", "c", "d"], rows: [] },
  timeline: [],
  files: [],
  proof: { text: "t", rows: [["a", "b"]] },
});

test("whatever people wrote is printed and never read as markup, and the PDF is tagged", async () => {
  const pdf = (await typesetter.typeset(template, document(nasty)))!;
  const text = pdf.toString("latin1");
  for (const mark of ["/StructTreeRoot", "/MarkInfo", "/Lang", "/Title"])
    assert.ok(text.includes(mark), mark);
});

test("a document that takes too long is given up, and the next one is set", async () => {
  const hurried = openTypesetter(undefined, 1);
  assert.equal(await hurried.typeset(template, document(["x"])), undefined);
  await hurried.close();
  assert.ok(await typesetter.typeset(template, document([])));
});
