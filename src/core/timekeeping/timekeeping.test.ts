import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, compare, keptTime, type Kept } from "./timekeeping.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A machine whose clocks a story sets; each minute they are compared. */
function machine({ wall = 1_000 * day, database }: { wall?: number; database?: "same" | number } = {}) {
  const clocks = { wall, running: 5_000, database: database === "same" ? wall : database };
  const reading = () => ({
    wall: clocks.wall,
    running: clocks.running,
    ...(clocks.database !== undefined && { database: clocks.database }),
  });
  let kept: Kept = begin(reading());
  const look = () => void (kept = compare(kept, reading()));
  return {
    jump: (by: number, which: "wall" | "both" = "wall") => {
      clocks.wall += by;
      if (which === "both") clocks.database! += by;
      look();
    },
    pass: (time: number) => {
      for (let passed = 0; passed < time; passed += minute) {
        clocks.wall += minute;
        clocks.running += minute;
        if (clocks.database !== undefined) clocks.database += minute;
        look();
      }
    },
    /** How far the kept time is from where the story began. */
    passed: () => keptTime(kept, clocks.running) - wall,
    inDoubt: () => kept.doubt !== undefined,
    skew: () => kept.skew,
  };
}

test("a clock that goes on evenly is followed, also when a time server moves it by seconds", () => {
  const one = machine();
  one.pass(3 * hour);
  for (let n = 0; n < 20; n += 1) one.jump(10_000);
  assert.deepEqual([one.passed(), one.inDoubt(), one.skew()], [3 * hour + 200_000, false, 0]);
});

test("three days ahead and back: the time goes on as if nothing had happened, and is in doubt only in between", () => {
  for (const which of ["wall", "both"] as const) {
    const one = machine({ ...(which === "both" && { database: "same" }) });
    one.jump(3 * day, which);
    assert.deepEqual([one.passed(), one.inDoubt(), one.skew()], [0, true, 3 * day]);
    one.pass(20 * minute);
    assert.deepEqual([one.passed(), one.inDoubt()], [20 * minute, true]);
    one.jump(-3 * day, which);
    assert.deepEqual([one.passed(), one.inDoubt(), one.skew()], [20 * minute, false, 0]);
  }
});

test("a jump that stays is believed after an hour", () => {
  const one = machine();
  one.jump(-2 * hour);
  one.pass(59 * minute);
  assert.deepEqual([one.passed(), one.inDoubt()], [59 * minute, true]);
  one.pass(minute);
  assert.deepEqual([one.passed(), one.inDoubt(), one.skew()], [-hour, false, 0]);
});

test("a clock that keeps jumping is not believed", () => {
  const one = machine();
  for (let n = 0; n < 10; n += 1) {
    one.jump(3 * hour);
    one.pass(50 * minute);
  }
  assert.deepEqual([one.passed(), one.inDoubt()], [500 * minute, true]);
});

test("a database server that did not jump settles it: its time is kept without doubt, for as long as it takes", () => {
  const one = machine({ database: "same" });
  one.jump(3 * day);
  assert.deepEqual([one.passed(), one.inDoubt(), one.skew()], [0, false, 3 * day]);
  one.pass(2 * day);
  assert.deepEqual([one.passed(), one.inDoubt(), one.skew()], [2 * day, false, 3 * day]);
});

test("a database server with another opinion at the start: its time is kept, in doubt for an hour", () => {
  const one = machine({ database: 1_000 * day + 10 * minute });
  assert.deepEqual([one.passed(), one.inDoubt(), one.skew()], [10 * minute, true, -10 * minute]);
  one.pass(59 * minute);
  assert.equal(one.inDoubt(), true);
  one.pass(minute);
  assert.deepEqual([one.passed(), one.inDoubt(), one.skew()], [70 * minute, false, -10 * minute]);
  one.jump(10 * minute);
  assert.deepEqual([one.inDoubt(), one.skew()], [false, 0]);
});
