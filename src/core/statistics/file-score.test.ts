import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fileScore } from "./file-score.ts";

test("ten points, one wanting, one that does not apply: eight of nine; of two files all points together", () => {
  const points = Object.fromEntries(
    ["a", "b", "c", "d", "e", "f", "g", "h"].map((point) => [point, "yes"] as const),
  );
  const first = { ...points, i: "no", j: "not_applicable" } as const;
  assert.deepEqual(fileScore([first]), { score: 8 / 9, wanting: { i: 1 } });
  assert.deepEqual(fileScore([first, { a: "yes", i: "no" }]), { score: 9 / 11, wanting: { i: 2 } });
});

test("without a file, and with files to which nothing applied, there is no score", () => {
  assert.deepEqual(fileScore([]), { refused: "no-cases" });
  assert.deepEqual(fileScore([{ a: "not_applicable" }]), { refused: "no-cases" });
});

test("a score lies between 0 and 1, and is 1 only when nothing is wanting", () => {
  const answers = fc.dictionary(
    fc.constantFrom("a", "b", "c"),
    fc.constantFrom("yes", "no", "not_applicable"),
  );
  fc.assert(
    fc.property(fc.array(answers), (files) => {
      const found = fileScore(files);
      if ("refused" in found) return;
      assert.ok(found.score >= 0 && found.score <= 1);
      assert.equal(found.score === 1, Object.keys(found.wanting).length === 0);
    }),
  );
});
