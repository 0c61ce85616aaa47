import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { hiding } from "./redaction.ts";

describe("names are hidden", () => {
  const hide = hiding([
    { names: ["Anna Kundin", "anna@kundin.example"], phones: ["+4917644450504"] },
    { names: ["Dr. Jürgen von Groß", "j.gross@office.test"] },
    { names: ["Anna Meier-Schulz"] },
  ]);

  test("whole words only, in any case, consistently, in the order in which people appear", () => {
    const order = hiding([{ names: ["Mara Muster"] }, { names: ["Tom Tremmel"] }]);
    assert.equal(
      order("TREMMEL told mara muster; Tom Tremmel laughed. Tomorrow, Marathon, Tremmelig."),
      "Person A told Person B; Person A laughed. Tomorrow, Marathon, Tremmelig.",
    );
    assert.equal(order("Toms Worte, Mara’s Antwort"), "Person A Worte, Person B Antwort");
  });

  test("written out, without accents, over lines, by part, by address and by telephone", () => {
    for (const spelled of [
      "Juergen",
      "JURGEN GROSS",
      "jürgen von\n groß",
      "Ju\u0308rgen",
      "J\u00adürgen",
      "j.gross@office.test",
    ])
      assert.match(hide(`(${spelled})`), /^\(Person [A-Z]( von\s+Person [A-Z]| Person [A-Z])?\)$/, spelled);
    for (const number of ["0176 444 50504", "+49 (176) 444-50504", "0049176/44450504", "+4917644450504"])
      assert.match(hide(`call ${number}!`), /^call Person [A-Z]!$/, number);
    assert.match(hide("Frau Schulz"), /^Frau Person [A-Z]$/);
  });

  test("a part that two people share does not say which of them", () => {
    assert.match(hide("Anna"), /^Person [A-Z]\/[A-Z]$/);
  });

  test("what names nobody stays as it is, sign by sign", () => {
    for (const text of ["", "Dr. von und zu", "Person of interest", "e\u0301 \u200b 👨‍👩‍👧", "17644", "a\u00adb"])
      assert.equal(hide(text), text);
    assert.equal(hiding([])("Anna"), "Anna");
  });

  const letter = fc.constantFrom(...Array.from("abcäößéñçøžАяІλΩ表한İıſ'’-.*+?()[]{}|\\^$"));
  const name = fc
    .string({ unit: letter, minLength: 2, maxLength: 12 })
    .filter((each) => /[\p{L}]{2}/u.test(each) && each.trim() === each);
  const word = String.raw`[\p{L}\p{N}\p{M}_]`;
  const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

  test("whatever is listed and however it is written, no listed name survives as a word", () => {
    const between = fc.constantFrom(" ", "\n", ", ", "…", "\u200b", "-", "/", "(", "x");
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(5), between, fc.nat(3)), { maxLength: 12 }),
        (names, order) => {
          const text = order
            .map(([which, gap, way]) => {
              const told = names[which % names.length]!;
              return (way === 0 ? told.toUpperCase() : way === 1 ? told.normalize("NFD") : told) + gap;
            })
            .join("");
          const left = hiding(names.map((each) => ({ names: [each] })))(text).normalize("NFC");
          for (const each of names) {
            const whole = new RegExp(`(?<!${word})${escaped(each.normalize("NFC"))}(?!${word})`, "iu");
            assert.doesNotMatch(left, whole, JSON.stringify({ names, text, left }));
            assert.doesNotMatch(left.replace(/\p{Cf}/gu, ""), whole, JSON.stringify({ names, text, left }));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
