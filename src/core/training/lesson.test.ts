import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { givesAway } from "./lesson.ts";

const secrets = {
  names: ["Jürgen van Groß"],
  passages: ["On Monday the trainer did not come and nobody told us until the afternoon."],
};

describe("a lesson tells nobody of which case it was made", () => {
  test("what says in general what to do better is taken", () => {
    for (const text of [
      "When a trainer is ill, call every participant before 8 o'clock. This happened on 2026-10-05, on 05.10.2026, and cost 1,240 €.",
      "The trainer did not come: say so at once.",
    ])
      assert.equal(givesAway(text, secrets), undefined, text);
  });

  test("a reference, an address, a number to call, a name or a quotation is found", () => {
    assert.equal(givesAway("As in ct-2026-000042-7.", secrets), "reference");
    assert.equal(givesAway("Write to jg@kunde.example first.", secrets), "contact");
    assert.equal(givesAway("Call 030 / 555 1234 first.", secrets), "contact");
    assert.equal(givesAway("Call +49 (30) 5551234 first.", secrets), "contact");
    assert.equal(givesAway("Herr GROSS? No: Herr Groß.", secrets), "name");
    assert.equal(givesAway("Ju\u0308rgen waited.", secrets), "name", "however the letter is composed");
    assert.equal(
      givesAway("Nobody wants to read: “the trainer did NOT come, and nobody told us”.", secrets),
      "passage",
    );
  });

  test("however a quotation is set, eight words in a row are found and seven are not", () => {
    const word = fc.constantFrom("kurs", "raum", "kalt", "uhr", "tag", "plan", "brief", "geld");
    fc.assert(
      fc.property(fc.array(word, { minLength: 8, maxLength: 20 }), fc.nat(12), (passage, start) => {
        const from = Math.min(start, passage.length - 8);
        const quoted = `Zuvor; ${passage.slice(from, from + 8).join(", \n")}!`;
        assert.equal(givesAway(quoted, { names: [], passages: [passage.join(" ")] }), "passage");
        const short = passage.slice(from, from + 7).join(" ");
        assert.equal(givesAway(short, { names: [], passages: [passage.join(" ")] }), undefined);
      }),
    );
  });
});
