import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { entryNamed, spelled } from "./programmes.ts";

const entry = (code: string, en: string, de: string) => ({ code, en, de, active: true });
const wind = entry("wind_1", "Wind power for fitters", "Windkraft für Monteure");
const solar = entry("solar", "Solar basics", "Photovoltaik Grundlagen");

test("words name a programme in either language, whatever the capitals, spaces and umlauts", () => {
  for (const words of [
    "wind_1",
    "  WIND POWER   for fitters",
    "Windkraft fuer Monteure",
    "windkraft FÜR monteure",
    "Windkraft fu\u0308r Monteure",
  ])
    assert.equal(entryNamed([solar, wind], words)?.code, "wind_1", words);
});

test("words that are no name, only begin with one, or are the name of two, name none", () => {
  for (const words of ["", "Wind power", "Wind power for fitters in March", "Windkraft fur Monteure"])
    assert.equal(entryNamed([solar, wind], words), undefined, words);
  const twin = entry("wind_2", "Wind power for fitters", "Windkraft II");
  assert.equal(entryNamed([wind, twin], "wind power for fitters"), undefined);
  assert.equal(entryNamed([wind, twin], "Windkraft II")?.code, "wind_2");
});

test("what was spelled once is spelled the same again, and capitals and spaces never matter", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      assert.equal(spelled(spelled(text)), spelled(text));
      assert.equal(spelled(`  ${text}\t `), spelled(text));
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "B", "c", "Ä", "Ö", "Ü", "ß", " ", "é") }), (text) => {
      assert.equal(spelled(text.toUpperCase()), spelled(text));
    }),
  );
});
