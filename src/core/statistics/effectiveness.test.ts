import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import { comeBackRate, maturedMonth, recurrencesOf, type Case } from "./coming-back.ts";
import { effectOf, type Effect } from "./effectiveness.ts";

const { stats } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../test/data/calendar/vectors.json"), "utf8"),
);
function effect(...[a, ta, b, tb]: number[]): Effect {
  const found = effectOf({ complaints: a!, exposure: ta! }, { complaints: b!, exposure: tb! });
  assert.ok("verdict" in found, JSON.stringify(found));
  return found;
}
const close = (found: number, expected: number, tolerance: number) =>
  assert.ok(Math.abs(found - expected) <= tolerance, `${found} is not ${expected}`);

describe("whether an action had an effect", () => {
  test("the cases of the field", () => {
    for (const { before, after, rr, p, verdict } of stats.actionEffect) {
      const found = effect(...before, ...after);
      assert.equal(found.verdict, verdict);
      close(found.p, p, 0.000_005_1);
      if (rr !== undefined) close(found.rateRatio!, rr, 0.000_051);
    }
  });

  test("the figures of R's poisson.test", () => {
    const found = effect(9, 180, 2, 190);
    close(found.p, 0.026_691_677_435_902_7, 1e-14);
    close(found.interval.lower, 0.032_653_565_919_247_5, 1e-12);
    close(found.interval.upper!, 0.840_411_954_608_811, 1e-12);
    close(effect(4, 180, 2, 190).p, 0.318_766_651_475_816, 1e-13);
  });

  test("with three complaints before, not even none afterwards would show it: extend the window", () => {
    const found = effect(3, 180, 0, 190);
    assert.equal(found.verdict, "not_shown");
    assert.equal(found.mostToShow, undefined);
    assert.equal(effect(9, 180, 2, 190).mostToShow, 2);
    assert.equal(effect(5, 100, 3, 100).mostToShow, 0);
  });

  test("an equal rate is ineffective, also where the division does not come out", () => {
    assert.equal(effect(3, 0.3, 1, 0.1).verdict, "ineffective");
    assert.equal(effect(4, 180, 5, 180).verdict, "ineffective");
  });

  test("next to no exposure before is an answer too, and not a search without end", () => {
    assert.equal(effect(5, 1e-300, 3, 1).mostToShow, Number.MAX_SAFE_INTEGER);
    assert.equal(effect(5, 1e-12, 3, 1e6).verdict, "effective");
  });

  test("a first complaint after none is ineffective; none after none shows nothing", () => {
    const worse = effect(0, 180, 1, 190);
    assert.deepEqual(
      [worse.verdict, worse.rateRatio, worse.interval.upper],
      ["ineffective", undefined, undefined],
    );
    assert.equal(effect(1, 180, 0, 190).rateRatio, 0);
    assert.equal(effect(1, 180, 0, 190).interval.lower, 0);
    assert.ok(effect(0, 180, 1, 190).interval.lower > 0);
    const quiet = effect(0, 180, 0, 190);
    assert.deepEqual([quiet.verdict, quiet.p], ["not_shown", 1]);
  });

  test("a grave recurrence keeps it from being effective, and one within 30 days makes it ineffective", () => {
    const verdict = (day: number, severity: number) => {
      const [before, after] = [
        { complaints: 9, exposure: 180 },
        { complaints: 2, exposure: 190 },
      ];
      const found = effectOf(before, after, [{ day, severity }]);
      return "verdict" in found && found.verdict;
    };
    assert.equal(verdict(31, 3), "effective");
    assert.equal(verdict(31, 4), "not_shown");
    assert.equal(verdict(30, 1), "ineffective");
  });

  test("nobody to complain, nothing to compare", () => {
    const some = { complaints: 1, exposure: 10 };
    assert.deepEqual(effectOf(some, { complaints: 0, exposure: 0 }), { refused: "no-exposure" });
    assert.deepEqual(effectOf({ complaints: 1.5, exposure: 10 }, some), { refused: "not-a-count" });
    assert.deepEqual(effectOf(some, { complaints: 1, exposure: NaN }), { refused: "not-a-count" });
  });

  test("the interval lies below 1 when the test says so, and fewer complaints are never less convincing", () => {
    const count = fc.nat(60);
    const exposure = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(count, count, exposure, exposure, (a, b, ta, tb) => {
        const found = effect(a, ta, b + 1, tb);
        if (Math.abs(found.p - 0.05) > 1e-9)
          assert.equal((found.interval.upper ?? Infinity) < 1, found.p < 0.05, JSON.stringify(found));
        assert.ok(effect(a, ta, b, tb).p <= found.p + 1e-12);
        const most = effect(a, ta, b, tb).mostToShow ?? -1;
        assert.equal(b <= most, effect(a, ta, b, tb).p <= 0.05);
      }),
    );
  });
});

describe("what comes back", () => {
  const closed = (reference: string, more: Partial<Case> = {}): Case => ({
    reference,
    receivedOn: "2026-08-01",
    closedOn: "2026-08-10",
    person: reference,
    issue: "invoice",
    ...more,
  });

  test("2 of 12 cases closed three months before came back: 16.7 %", () => {
    assert.equal(maturedMonth("2026-11"), "2026-08");
    const cases = Array.from({ length: 10 }, (_, index) => closed(`q${index}`));
    cases.push(closed("a", { reopenedOn: "2026-08-20" }), closed("b"));
    cases.push({ reference: "b2", receivedOn: "2026-11-08", person: "b", issue: "invoice" });
    const found = comeBackRate(cases, "2026-08");
    assert.ok("share" in found);
    assert.deepEqual([found.count, found.of, found.references], [2, 12, ["a", "b"]]);
    assert.deepEqual(
      [found.share, found.lower, found.upper].map((each) => Math.round(each * 1000) / 10),
      [16.7, 4.7, 44.8],
    );
  });

  test("another person, another issue, the 91st day or an anonymous complaint are no repeat", () => {
    const rate = (first: Case, later: Partial<Case>) => {
      const found = comeBackRate([first, { reference: "z", receivedOn: "2026-08-20", ...later }], "2026-08");
      return "count" in found && found.count;
    };
    assert.equal(rate(closed("a"), { person: "a", issue: "invoice" }), 1);
    assert.equal(rate(closed("a"), { person: "b", issue: "invoice" }), 0);
    assert.equal(rate(closed("a"), { person: "a", issue: "room" }), 0);
    assert.equal(rate(closed("a"), { person: "a", issue: "invoice", receivedOn: "2026-11-08" }), 1);
    assert.equal(rate(closed("a"), { person: "a", issue: "invoice", receivedOn: "2026-11-09" }), 0);
    assert.equal(rate(closed("a"), { person: "a", issue: "invoice", receivedOn: "2026-08-09" }), 0);
    const { person: _, ...anonymous } = closed("a");
    assert.equal(rate(anonymous, { issue: "invoice" }), 0);
    assert.equal(rate(closed("a"), { person: "a", issue: "invoice", receivedOn: "2026-08-10" }), 1);
    assert.equal(rate(closed("a", { reopenedOn: "2026-08-10" }), {}), 1);
    assert.deepEqual(comeBackRate([], "2026-08"), { refused: "no-cases" });
  });

  test("a recurrence has the action's cause and target and comes after the day it took effect", () => {
    const action = { cause: "script", target: "welding", effectiveOn: "2026-09-01" };
    const same = { cause: "script", target: "welding", severity: 2 };
    const found = recurrencesOf(
      [
        { ...same, receivedOn: "2026-10-02", severity: 4 },
        { ...same, receivedOn: "2026-09-02" },
        { ...same, receivedOn: "2026-09-01" },
        { ...same, receivedOn: "2026-09-03", target: "solar" },
        { ...same, receivedOn: "2026-09-03", cause: "room" },
      ],
      action,
    );
    assert.deepEqual(found, [
      { day: 1, severity: 2 },
      { day: 31, severity: 4 },
    ]);
  });
});
