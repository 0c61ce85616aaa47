import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formatReference, readReference } from "./reference.ts";

const numbers = fc.record({
  prefix: fc.constant("CT"),
  year: fc.integer({ min: 2015, max: 2099 }),
  number: fc.integer({ min: 1, max: 999_999_999 }),
});

test("the example of the contract", () => {
  assert.equal(formatReference({ prefix: "CT", year: 2026, number: 42 }), "CT-2026-000042-7");
});

test("a reference is read back however it was typed", () => {
  fc.assert(
    fc.property(numbers, (parts) => {
      const reference = formatReference(parts);
      for (const typed of [
        reference,
        reference.toLowerCase(),
        reference.replaceAll("-", " "),
        reference.replaceAll("-", ""),
        ` ${reference.replaceAll("-", "–")} `,
      ])
        assert.deepEqual(readReference(typed, "CT"), { reference });
    }),
  );
});

test("every single wrong digit of the number and every swap of neighbours is a typing error, not an unknown complaint", () => {
  fc.assert(
    fc.property(numbers, fc.nat(), fc.integer({ min: 1, max: 9 }), (parts, at, by) => {
      const reference = formatReference(parts);
      const digits = [...reference.matchAll(/\d/g)].map(({ index }) => index).slice(4);
      const place = digits[at % digits.length]!;
      const wrong = `${reference.slice(0, place)}${(Number(reference[place]) + by) % 10}${reference.slice(place + 1)}`;
      assert.deepEqual(readReference(wrong, "CT"), { refused: "mistyped" });
      const next = digits[(at % digits.length) + 1];
      if (next !== place + 1 || reference[place] === reference[next]) return;
      const swapped = `${reference.slice(0, place)}${reference[next]}${reference[place]}${reference.slice(next + 1)}`;
      assert.deepEqual(readReference(swapped, "CT"), { refused: "mistyped" });
    }),
  );
});

test("what is no reference at all says so", () => {
  for (const typed of ["", "hello", "CT-2026", "12345", "CT-2026-00004-7"])
    assert.deepEqual(readReference(typed, "CT"), { refused: "not-a-reference" });
});
