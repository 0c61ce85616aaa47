import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { exposures, standingOut } from "./standing-out.ts";

const found = (a: number, ta: number, b: number, tb: number) => {
  const result = standingOut({ complaints: a, exposure: ta }, { complaints: b, exposure: tb });
  assert.ok(!("refused" in result));
  return result;
};

test("one a month for a year, then six are not more than chance explains, and seven are", () => {
  assert.deepEqual(found(12, 12, 6, 1).side, undefined);
  assert.ok(Math.abs(found(12, 12, 6, 1).chance - 0.001_708_626_147_392_893) < 1e-9);
  assert.equal(found(12, 12, 7, 1).side, "more");
  assert.equal(found(12, 12, 7, 1).usual, 1);
});

test("twelve a month, then none, are fewer than chance explains; one a month, then none, are not", () => {
  assert.equal(found(144, 12, 0, 1).side, "fewer");
  assert.equal(found(12, 12, 0, 1).side, undefined);
});

test("what was never seen before stands out only when there is much of it", () => {
  assert.equal(found(0, 12, 2, 1).side, undefined);
  assert.equal(found(0, 12, 3, 1).side, "more");
});

test("twice as many participants may bring twice as many complaints", () => {
  assert.equal(found(60, 1_200, 20, 400).side, undefined);
  assert.equal(found(60, 1_200, 20, 400).usual, 20);
});

test("without exposure, or with what is no count, there is no answer", () => {
  assert.deepEqual(standingOut({ complaints: 1, exposure: 0 }, { complaints: 1, exposure: 1 }), {
    refused: "no-exposure",
  });
  assert.deepEqual(standingOut({ complaints: 1, exposure: 1 }, { complaints: 0.5, exposure: 1 }), {
    refused: "not-a-count",
  });
});

test("one complaint more never makes it stand out less", () => {
  fc.assert(
    fc.property(fc.nat(80), fc.integer({ min: 1, max: 24 }), fc.nat(40), (a, months, b) => {
      const fewer = found(a, months, b, 1);
      const more = found(a, months, b + 1, 1);
      if (fewer.side === "more") assert.equal(more.side, "more");
      if (more.side === "fewer") assert.equal(fewer.side, "fewer");
      assert.ok(more.chance >= 0 && more.chance <= 1);
    }),
  );
});

test("a month whose participants are not complete is compared by months, and is not suddenly unusual", () => {
  const { before, now } = exposures({ before: 12_000 }, 12);
  assert.deepEqual({ before, now }, { before: 12, now: 1 });
  assert.equal(found(200, before, 18, now).side, undefined);
  assert.deepEqual(exposures({ before: 12_000, now: 900 }, 12), { before: 12_000, now: 900 });
  assert.deepEqual(exposures({ now: 900 }, 12), { before: 12, now: 1 });
});
