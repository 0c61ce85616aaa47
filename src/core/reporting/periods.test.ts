import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { berlinCalendar } from "../../policies/holidays.ts";
import { isBusinessDay, dateOf } from "../calendar/calendar.ts";
import {
  duePeriods,
  firstDayOf,
  kindOf,
  nextPeriod,
  periodKinds,
  periodOf,
  reportDueAt,
  spanOf,
} from "./periods.ts";

const zone = "Europe/Berlin";

describe("the periods of a report", () => {
  test("a month begins at midnight in Berlin, in winter and in summer", () => {
    assert.deepEqual(spanOf("2026-11", zone), {
      from: "2026-10-31T23:00:00.000Z",
      before: "2026-11-30T23:00:00.000Z",
    });
    // The clocks change within it: 31 days and an hour.
    assert.deepEqual(spanOf("2026-10", zone), {
      from: "2026-09-30T22:00:00.000Z",
      before: "2026-10-31T23:00:00.000Z",
    });
  });

  test("a week is the week of ISO 8601, over the turn of a year too", () => {
    assert.equal(firstDayOf("2026-W01").toString(), "2025-12-29");
    assert.equal(firstDayOf("2026-W53").toString(), "2026-12-28");
    assert.equal(nextPeriod("2026-W53"), "2027-W01");
    assert.throws(() => firstDayOf("2027-W53"), RangeError);
    assert.equal(spanOf("2026-W44", zone).before, "2026-11-01T23:00:00.000Z");
  });

  test("the report is due early on the first business day after the period", () => {
    for (const [period, due] of [
      ["2026-11", "2026-12-01T05:00:00.000Z"],
      // 1 August 2026 is a Saturday, 1 January 2027 a Friday and a holiday.
      ["2026-07", "2026-08-03T04:00:00.000Z"],
      ["2026-12", "2027-01-04T05:00:00.000Z"],
      ["2026", "2027-01-04T05:00:00.000Z"],
      // 1 May is a holiday, the Friday before a weekend.
      ["2026-04", "2026-05-04T04:00:00.000Z"],
      ["2026-W13", "2026-03-30T04:00:00.000Z"],
      // Easter Monday.
      ["2026-W14", "2026-04-07T04:00:00.000Z"],
    ] as const)
      assert.equal(reportDueAt(period, berlinCalendar), due, period);
  });

  test("after an outage over two ends of months, two reports are due, oldest first", () => {
    assert.deepEqual(duePeriods("month", "2026-08", "2026-11-04T09:00:00Z", berlinCalendar), [
      "2026-08",
      "2026-09",
      "2026-10",
    ]);
    assert.deepEqual(duePeriods("month", "2026-11", "2026-12-01T04:59:59Z", berlinCalendar), []);
  });

  test("every day lies in one period of each kind, periods follow each other, and a report never comes before its end", () => {
    const day = fc
      .integer({ min: 0, max: 365 * 15 })
      .map((days) => Temporal.PlainDate.from("2020-01-01").add({ days }));
    fc.assert(
      fc.property(day, fc.constantFrom(...periodKinds), (date, kind) => {
        const period = periodOf(date, kind);
        assert.equal(kindOf(period), kind);
        const { from, before } = spanOf(period, zone);
        const noon = date.toZonedDateTime({ timeZone: zone, plainTime: "12:00" }).toInstant().toString();
        assert.ok(from <= noon && noon < before);
        assert.equal(spanOf(nextPeriod(period), zone).from, before);
        const due = reportDueAt(period, berlinCalendar);
        assert.ok(due > before);
        assert.ok(isBusinessDay(berlinCalendar, dateOf(berlinCalendar, due)));
      }),
      { numRuns: 300 },
    );
  });
});
