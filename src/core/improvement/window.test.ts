import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { lengthOf, monthsOf, participantsWithin, windowsAround } from "./window.ts";

const dates = fc
  .integer({ min: 0, max: 5_000 })
  .map((days) => Temporal.PlainDate.from("2020-01-01").add({ days }).toString());

describe("what is compared before and after an action", () => {
  test("ninety days on each side, and the day itself on neither", () => {
    assert.deepEqual(windowsAround("2026-04-14", { unit: "days", length: 90 }), {
      before: { from: "2026-01-14", to: "2026-04-13" },
      after: { from: "2026-04-15", to: "2026-07-13" },
    });
  });

  test("whole months on each side, and the month itself on neither", () => {
    assert.deepEqual(windowsAround("2026-03-31", { unit: "months", length: 2 }), {
      before: { from: "2026-01-01", to: "2026-02-28" },
      after: { from: "2026-04-01", to: "2026-05-31" },
    });
  });

  test("in days both sides are as long as was said, and the action lies between them", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 730 }), (day, length) => {
        const { before, after } = windowsAround(day, { unit: "days", length });
        assert.deepEqual([lengthOf(before), lengthOf(after)], [length, length]);
        assert.ok(before.to < day && day < after.from);
      }),
    );
  });

  test("the months of a stretch have all of its days, in order", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 400 }), (from, length) => {
        const to = Temporal.PlainDate.from(from)
          .add({ days: length - 1 })
          .toString();
        const months = monthsOf({ from, to });
        const days = months.reduce(
          (sum, { month, share }) => sum + share * Temporal.PlainYearMonth.from(month).daysInMonth,
          0,
        );
        assert.ok(Math.abs(days - length) < 1e-9);
        assert.deepEqual(
          months,
          months.toSorted((a, b) => (a.month < b.month ? -1 : 1)),
        );
      }),
    );
  });
});

describe("participants of a stretch", () => {
  const known = new Map([
    ["2026-01", 31],
    ["2026-02", 56],
  ]);
  test("a month counts by the share of its days that lie within", () => {
    assert.equal(participantsWithin({ from: "2026-01-22", to: "2026-02-14" }, known), 10 + 28);
    assert.equal(participantsWithin({ from: "2026-01-01", to: "2026-02-28" }, known), 87);
  });
  test("one month that is not known, and there is no number", () => {
    assert.equal(participantsWithin({ from: "2026-02-01", to: "2026-03-01" }, known), undefined);
  });
});
