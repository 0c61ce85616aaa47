import assert from "node:assert/strict";
import { test } from "node:test";
import { countsOf, linesOf, numberOf } from "./counts.ts";

test("what was saved is shown and saved again as it was; a platform without a number is no zero", () => {
  const counts = [
    { platform: "one", participants: 0 },
    { platform: "one", programme: "wind", participants: 12 },
    { platform: "gone", programme: "solar", participants: 3 },
  ];
  const lines = linesOf(counts, ["one", "two"]);
  assert.deepEqual([...lines.keys()], ["one", "two", "gone"]);
  assert.equal(lines.get("two")?.whole, "");
  assert.deepEqual(countsOf(lines), counts);
});

test("a half-filled line saves nothing", () => {
  const line = (programme: string | null, number: string) =>
    countsOf(new Map([["one", { whole: "", programmes: [{ programme, number }] }]]));
  assert.equal(line(null, "3"), undefined);
  assert.equal(line("wind", ""), undefined);
  assert.deepEqual(line("wind", "3"), [{ platform: "one", programme: "wind", participants: 3 }]);
});

test("separators of thousands are read, fractions and words are not", () => {
  for (const [text, number] of [
    ["1.240", 1240],
    ["1,240", 1240],
    ["1 240", 1240],
    [" 0 ", 0],
    ["1000000", 1_000_000],
    ["1.5", undefined],
    ["12,40", undefined],
    ["-1", undefined],
    ["1000001", undefined],
    ["ten", undefined],
    ["", undefined],
  ] as const)
    assert.equal(numberOf(text), number, text);
});
