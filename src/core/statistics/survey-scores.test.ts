import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  inPercent,
  isLow,
  isLowAnswer,
  onScale,
  surveySummary,
  usualThreshold,
  type Scale,
} from "./survey-scores.ts";

const five: Scale = { low: 1, high: 5, better: "high" };
const ten: Scale = { low: 0, high: 10, better: "high" };
const grades: Scale = { low: 1, high: 6, better: "low" };
const all = ({ low, high }: Scale) => Array.from({ length: high - low + 1 }, (_, index) => low + index);
const lowOf = (scale: Scale, threshold = usualThreshold) =>
  all(scale).filter((score) => isLow(score, scale, threshold));

test("the worst two of five are low on every scale, whichever end is good", () => {
  assert.deepEqual(lowOf(five), [1, 2]);
  assert.deepEqual(lowOf(ten), [0, 1, 2, 3]);
  assert.deepEqual(lowOf(grades), [5, 6]);
  assert.deepEqual(lowOf({ ...five, better: "low" }), [4, 5]);
  assert.deepEqual(lowOf(five, { bottom: 1, steps: 5 }), [1]);
  assert.deepEqual(
    lowOf({ low: 0, high: 1, better: "high" }),
    [],
    "of two steps, one is half and more than two fifths",
  );
});

test("one low answer among several is enough, and half a step is no answer", () => {
  assert.ok(isLowAnswer([5, 2, 5], five, usualThreshold));
  assert.ok(!isLowAnswer([5, 3, 5], five, usualThreshold));
  for (const score of [0, 6, 2.5, Number.NaN]) assert.ok(!onScale(score, five));
});

test("answers on several scales have one mean from 0 to 100", () => {
  assert.equal(inPercent([5], five), 100);
  assert.equal(inPercent([1, 5], five), 50);
  assert.equal(inPercent([7], ten), 70);
  assert.equal(inPercent([1], grades), 100);
});

test("a worse answer is never better, and what is below a low answer is low", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -5, max: 5 }),
      fc.integer({ min: 1, max: 10 }),
      fc.constantFrom("high" as const, "low" as const),
      (low, steps, better) => {
        const scale = { low, high: low + steps, better };
        const fromWorst = better === "high" ? all(scale) : all(scale).toReversed();
        const judged = fromWorst.map((score) => isLow(score, scale, usualThreshold));
        assert.equal(judged.lastIndexOf(true), judged.filter(Boolean).length - 1);
        assert.ok(judged.filter(Boolean).length * 5 <= 2 * judged.length);
      },
    ),
  );
});

const answers = (programme: string, ...percents: number[]) =>
  percents.map((percent) => ({ programme, low: percent < 40, percent }));

test("few answers have a count and no mean; fewer than three in a programme are hidden, with the next that gives them away", () => {
  const month = surveySummary([
    ...answers("wind", 100, 80, 20, 60, 40),
    ...answers("solar", 50, 70, 90),
    ...answers("heat", 10, 20),
  ]);
  assert.equal(month.n, 10);
  assert.ok("share" in month.low && month.low.count === 3);
  assert.deepEqual(month.mean, { mean: 54 });
  assert.deepEqual(month.byProgramme, [
    { name: "heat", fewerThan: 3 },
    { name: "solar", hidden: true },
    { name: "wind", count: 5, mean: 60 },
  ]);
});

test("a month of two answers tells how many and nothing else; a month of none has no share", () => {
  const two = surveySummary(answers("wind", 0, 100));
  assert.deepEqual(
    [two.n, two.low, two.mean, two.byProgramme],
    [2, { refused: "n-too-small" }, { refused: "n-too-small" }, [{ name: "wind", fewerThan: 3 }]],
  );
  assert.deepEqual(surveySummary([]).low, { refused: "no-cases" });
});
