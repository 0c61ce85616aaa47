import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { berlinCalendar } from "../../organisation/policies/holidays.ts";
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

  test("wherever the office is, a period begins with the first instant of its first day", () => {
    for (const [period, zone, from, before] of [
      // Summer time begins on 8 March and ends on 1 November 2026.
      ["2026-03", "America/New_York", "2026-03-01T05:00:00.000Z", "2026-04-01T04:00:00.000Z"],
      ["2026-11", "America/New_York", "2026-11-01T04:00:00.000Z", "2026-12-01T05:00:00.000Z"],
      ["2026-W44", "America/New_York", "2026-10-26T04:00:00.000Z", "2026-11-02T05:00:00.000Z"],
      ["2026-02", "Asia/Kolkata", "2026-01-31T18:30:00.000Z", "2026-02-28T18:30:00.000Z"],
      ["2028-02", "Europe/Berlin", "2028-01-31T23:00:00.000Z", "2028-02-29T23:00:00.000Z"],
      ["2028", "Europe/Berlin", "2027-12-31T23:00:00.000Z", "2028-12-31T23:00:00.000Z"],
      // Half an hour of summer time.
      ["2026-10", "Australia/Lord_Howe", "2026-09-30T13:30:00.000Z", "2026-10-31T13:00:00.000Z"],
      // 30 December 2011 was left out, and this 1 October had no midnight.
      ["2011-12", "Pacific/Apia", "2011-12-01T10:00:00.000Z", "2011-12-31T10:00:00.000Z"],
      ["2023-10", "America/Asuncion", "2023-10-01T04:00:00.000Z", "2023-11-01T03:00:00.000Z"],
    ] as const)
      assert.deepEqual(spanOf(period, zone), { from, before }, `${period} ${zone}`);
  });

  test("years with 53 weeks, as ISO 8601 has them; the weeks between others end with 52", () => {
    for (const year of [2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043])
      assert.equal(nextPeriod(`${year}-W53`), `${year + 1}-W01`);
    for (const year of [2024, 2025, 2027, 2028, 2029])
      assert.equal(nextPeriod(`${year}-W52`), `${year + 1}-W01`);
  });

  test("where Friday and Saturday are free, a report is due on a Sunday, at six on the wall there", () => {
    const riyadh = { ...berlinCalendar, zone: "Asia/Riyadh", weekdays: [7, 1, 2, 3, 4], holidays: new Map() };
    // 31 July 2026 is a Friday.
    assert.equal(reportDueAt("2026-07", riyadh), "2026-08-02T03:00:00.000Z");
    const apia = { ...berlinCalendar, zone: "Pacific/Apia" };
    assert.equal(reportDueAt("2026-11", apia), "2026-11-30T17:00:00.000Z");
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
