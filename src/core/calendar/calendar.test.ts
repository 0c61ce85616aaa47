import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import { berlinCalendar as berlin } from "../../organisation/policies/holidays.ts";
import { addBusinessDays, businessDaysAfter, dateOf, isBusinessDay, type Calendar } from "./calendar.ts";
import { OutsideCalendar, isCovered } from "./calendar.ts";
import { dueAt, warnings, type Rule } from "./due.ts";
import { explain } from "./explaining.ts";
import { addOfficeHours, nextOpening, openAt, staffTarget } from "./opening-hours.ts";

const desk = [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }];
const office = { endOfBusinessDay: "17:00", desk };
const due = (rule: Rule, from: string) => dueAt(rule, instant(from), berlin, office);
const local = (text: string) =>
  Temporal.Instant.from(text).toZonedDateTimeISO("Europe/Berlin").toPlainDateTime().toString();

const data = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../../../test/data/calendar", name), "utf8"));
const day = (text: string) => Temporal.PlainDate.from(text);
const instant = (text: string) => Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 });

describe("business days in Berlin", () => {
  const vectors = data("vectors.json");

  test("every vector of the field: 48 hours, 3, 5 and 7 business days", () => {
    for (const [from, due] of vectors.ack48h)
      assert.equal(dueAt({ hours: 48 }, from, berlin, office), instant(due), from);
    for (const [n, cases] of Object.entries<[string, string][]>(vectors.businessDays))
      for (const [from, due] of cases)
        assert.equal(addBusinessDays(berlin, day(from), Number(n)).toString(), due, `${n} after ${from}`);
  });

  test("a day begins at midnight in Berlin, not in Greenwich", () => {
    assert.equal(local(due({ businessDays: 5 }, "2026-03-29T22:30:00Z")), "2026-04-08T17:00:00");
    assert.equal(local(due({ businessDays: 5 }, "2026-03-29T21:30:00Z")), "2026-04-07T17:00:00");
    assert.equal(local(due({ businessDays: 1 }, "2026-11-24T23:00:00Z")), "2026-11-26T17:00:00");
  });

  test("a year has as many business days as were counted by hand, and ages are counted up to the cut-off", () => {
    for (const [year, count] of Object.entries(vectors.businessDaysPerYear))
      assert.equal(
        businessDaysAfter(berlin, day(`${Number(year) - 1}-12-31`), day(`${year}-12-31`)),
        count,
        year,
      );
    const { cutoff, cases } = vectors.ageAtCutoff;
    for (const [received, age] of Object.entries(cases))
      assert.equal(businessDaysAfter(berlin, day(received), day(cutoff)), age, received);
  });

  type Case = {
    id: string;
    op: "add_business_days" | "difference_in_business_days";
    start: string;
    zone: string | null;
    n: number;
    holidays: string[];
    extra_working_days: string[];
    weekend: string[];
    expected: string;
    agrees_with: ("next" | "roll")[] | null;
  };
  const cases = data("business-days.json").cases as Case[];
  const isoDay: Record<string, number> = { Mon: 1, Tue: 2, Wed: 3, Thu: 4, Fri: 5, Sat: 6, Sun: 7 };
  const calendarOf = ({ id, zone, holidays, weekend, extra_working_days }: Case): Calendar => ({
    version: id,
    zone: zone ?? "UTC",
    covers: { from: "2000-01-01", to: "2040-12-31" },
    weekdays: [1, 2, 3, 4, 5, 6, 7].filter((each) => !weekend.some((name) => isoDay[name] === each)),
    holidays: new Map(holidays.map((date) => [date, { en: "", de: "" }])),
    worked: new Set(extra_working_days),
  });
  const startOf = (each: Case, calendar: Calendar) =>
    each.start.endsWith("Z") ? dateOf(calendar, each.start) : day(each.start.slice(0, 10));

  test("every published case of other calendars that counts as we do, forwards and backwards", () => {
    const ours = cases.filter(({ agrees_with }) => agrees_with?.includes("next"));
    assert.equal(ours.length, 34);
    for (const each of ours) {
      const calendar = calendarOf(each);
      const found = addBusinessDays(calendar, startOf(each, calendar), each.n).toString();
      assert.equal(found, each.expected.slice(0, 10), each.id);
    }
  });

  test("the two that first roll the start to a business day are answered otherwise, on purpose", () => {
    const theirs = cases.filter(({ agrees_with }) => agrees_with?.join() === "roll");
    assert.equal(theirs.length, 2);
    for (const each of theirs) {
      const calendar = calendarOf(each);
      const start = startOf(each, calendar);
      assert.notEqual(addBusinessDays(calendar, start, each.n).toString(), each.expected, each.id);
      const rolled = addBusinessDays(calendar, start, Math.sign(each.n));
      assert.equal(addBusinessDays(calendar, rolled, each.n).toString(), each.expected, each.id);
    }
  });

  test("the cases that count the days between two dates: theirs include the first day and leave out the last", () => {
    const between = cases.filter(({ op }) => op === "difference_in_business_days");
    assert.equal(between.length, 4);
    for (const each of between) {
      const before = (date: string) => day(date.slice(0, 10)).subtract({ days: 1 });
      assert.equal(
        businessDaysAfter(calendarOf(each), before(each.start), before(each.expected)),
        each.n,
        each.id,
      );
    }
    assert.equal(
      businessDaysAfter(berlin, day("2026-11-24"), day("2026-11-20")),
      0,
      "never less than nothing",
    );
  });

  test("the holidays are exactly the legal ones of Berlin, 2017 to 2030", () => {
    const { years } = data("berlin-2017-2030.json") as { years: Record<string, { date: string }[]> };
    const legal = Object.values(years).flatMap((list) => list.map(({ date }) => date));
    const known = [...berlin.holidays.keys()].filter((date) => date >= "2017" && date < "2031");
    assert.deepEqual(known.toSorted(), legal.toSorted());
  });

  test("nought days after a date is the date, whatever day it is", () => {
    for (const date of ["2026-11-21", "2026-12-25", "2026-11-24"])
      assert.equal(addBusinessDays(berlin, day(date), 0).toString(), date);
  });

  test("24 and 31 December are business days, and a count of days that is none is refused", () => {
    assert.ok(isBusinessDay(berlin, day("2026-12-24")) && isBusinessDay(berlin, day("2026-12-31")));
    for (const n of [1.5, 1001, -1001, Number.NaN, Number.POSITIVE_INFINITY])
      assert.throws(() => addBusinessDays(berlin, day("2026-01-01"), n), /whole number from -1000 to 1000/);
    const far = addBusinessDays(berlin, day("2026-01-02"), 1000);
    assert.equal(businessDaysAfter(berlin, day("2026-01-02"), far), 1000);
    assert.equal(addBusinessDays(berlin, far, -1000).toString(), "2026-01-02");
  });
});

describe("what the calendar does not know, it does not guess", () => {
  test("dates before 2015 and after 2040 have no answer", () => {
    assert.ok(isBusinessDay(berlin, day("2015-01-02")) && isBusinessDay(berlin, day("2040-12-31")));
    assert.equal(isBusinessDay(berlin, day("2015-01-01")), false, "the first day that is known is a holiday");
    for (const date of ["2014-12-31", "2041-01-01"])
      assert.throws(() => isBusinessDay(berlin, day(date)), OutsideCalendar);
    assert.throws(() => addBusinessDays(berlin, day("2040-12-31"), 1), OutsideCalendar);
    assert.throws(() => addBusinessDays(berlin, day("2040-12-28"), 5), /from 2015-01-01 to 2040-12-31/);
    assert.throws(() => addBusinessDays(berlin, day("2015-01-05"), -2), OutsideCalendar);
    assert.throws(() => businessDaysAfter(berlin, day("2040-12-01"), day("2041-01-01")), OutsideCalendar);
  });

  test("what is received must leave room for the longest deadline", () => {
    const covered = (at: string) => isCovered(berlin, instant(at));
    assert.deepEqual(
      ["2014-12-31T23:30:00Z", "2015-01-01T23:00:00Z", "2038-12-31T22:59:59Z", "2038-12-31T23:00:00Z"].map(
        covered,
      ),
      [false, true, true, false],
    );
  });
});

describe("periods of the law, in days, weeks and months of the calendar", () => {
  test("end on the day with the same number, or on the last of a shorter month (BGB §188)", () => {
    assert.equal(local(due({ days: 14 }, "2026-11-02T10:00:00Z")), "2026-11-16T17:00:00");
    assert.equal(local(due({ weeks: 3 }, "2026-11-03T10:00:00Z")), "2026-11-24T17:00:00");
    assert.equal(
      local(due({ months: 1 }, "2026-01-30T10:00:00Z")),
      "2026-03-02T17:00:00",
      "28 February is a Saturday",
    );
    assert.equal(local(due({ months: 1 }, "2024-01-31T10:00:00Z")), "2024-02-29T17:00:00", "a leap day");
    assert.equal(
      local(due({ months: 2 }, "2026-11-24T23:30:00Z")),
      "2027-01-25T17:00:00",
      "already the 25th in Berlin",
    );
  });

  test("never end on a weekend or a holiday: the next business day takes its place (BGB §193)", () => {
    const easter = explain({ days: 14 }, "2026-03-20T10:00:00.000Z", berlin, office);
    assert.equal(local(easter.dueAt), "2026-04-07T17:00:00", "Good Friday, weekend and Easter Monday");
    assert.equal(easter.nominal, "2026-04-03");
    assert.deepEqual(
      easter.skipped.map(({ date }) => date),
      ["2026-04-03", "2026-04-06"],
    );
    const plain = explain({ days: 14 }, "2026-11-02T10:00:00.000Z", berlin, office);
    assert.deepEqual([plain.nominal, plain.skipped, plain.counted], [undefined, [], []]);
  });
});

describe("properties of every due date", () => {
  const dates = fc.integer({ min: 100, max: 9000 }).map((days) => day("2015-01-02").add({ days }));
  const counts = fc.integer({ min: 0, max: 60 });

  test("a counted day is a business day, and later starts are never due earlier", () => {
    fc.assert(
      fc.property(dates, counts, (from, n) => {
        const due = addBusinessDays(berlin, from, n);
        assert.ok(n === 0 || isBusinessDay(berlin, due));
        if (isBusinessDay(berlin, from))
          assert.equal(addBusinessDays(berlin, due, -n).toString(), from.toString());
        assert.equal(slowly(from, n), due.toString());
        assert.ok(Temporal.PlainDate.compare(addBusinessDays(berlin, from.add({ days: 1 }), n), due) >= 0);
        assert.equal(businessDaysAfter(berlin, from, due), n);
      }),
    );
  });

  /** Day by day, as one would on paper. */
  function slowly(from: Temporal.PlainDate, n: number): string {
    let date = from;
    for (let left = n; left > 0;) {
      date = date.add({ days: 1 });
      if (date.dayOfWeek <= 5 && !berlin.holidays.has(date.toString())) left -= 1;
    }
    return date.toString();
  }

  test("n days and then m days are n + m days", () => {
    fc.assert(
      fc.property(dates, counts, counts, (from, n, m) =>
        addBusinessDays(berlin, addBusinessDays(berlin, from, n), m).equals(
          addBusinessDays(berlin, from, n + m),
        ),
      ),
    );
  });

  test("hours are elapsed time whatever the clocks on the wall do; business days end at 17:00 on the wall", () => {
    const instants = fc
      .integer({ min: Date.UTC(2015, 0, 2), max: Date.UTC(2038, 11, 31) })
      .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms).toString({ fractionalSecondDigits: 3 }));
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 30 }),
        (from, hours, n) => {
          assert.equal(
            Date.parse(dueAt({ hours }, from, berlin, office)) - Date.parse(from),
            hours * 3_600_000,
          );
          const due = dueAt({ businessDays: n }, from, berlin, office);
          assert.equal(
            Temporal.Instant.from(due).toZonedDateTimeISO("Europe/Berlin").toPlainTime().toString(),
            "17:00:00",
          );
          assert.ok(due > from);
          const [half, most, nearly] = warnings(from, due);
          assert.ok(from <= half! && half! <= most! && most! <= nearly! && nearly! <= due);
        },
      ),
    );
  });
});

describe("a date explains itself", () => {
  test("the five days after Maundy Thursday pass over Good Friday and Easter Monday by name", () => {
    const easter = explain({ businessDays: 5 }, "2026-04-02T14:00:00.000Z", berlin, office);
    assert.deepEqual(easter.counted, ["2026-04-07", "2026-04-08", "2026-04-09", "2026-04-10", "2026-04-13"]);
    assert.deepEqual(
      easter.skipped.map(({ date }) => date),
      ["2026-04-03", "2026-04-06"],
    );
    assert.equal(easter.skipped[0]!.holiday.de, "Karfreitag");
    assert.equal(easter.from, "2026-04-02");
    assert.deepEqual([easter.nominal, easter.clockChange], [undefined, undefined]);
  });

  test("a holiday that falls on a weekend takes nothing away and is not named", () => {
    const october = explain({ businessDays: 5 }, "2026-09-30T08:00:00.000Z", berlin, office);
    assert.equal(october.dueAt, "2026-10-07T15:00:00.000Z");
    assert.deepEqual(october.skipped, []);
  });

  test("elapsed hours say when the clocks were changed in between", () => {
    const change = (from: string) => explain({ hours: 48 }, instant(from), berlin, office).clockChange;
    assert.equal(change("2026-10-24T08:00:00Z"), -1);
    assert.equal(change("2027-03-27T09:00:00Z"), 1);
    assert.equal(change("2026-11-24T09:00:00Z"), undefined);
    const hours = explain({ hours: 48 }, "2026-10-24T08:00:00.000Z", berlin, office);
    assert.deepEqual([hours.counted, hours.skipped], [[], []]);
  });

  test("office hours have no days to count", () => {
    const four = explain({ officeHours: 4 }, "2026-11-20T15:00:00.000Z", berlin, office);
    assert.deepEqual([four.counted, four.skipped, local(four.dueAt)], [[], [], "2026-11-23T12:00:00"]);
  });

  test("warnings come at half, three quarters and nine tenths of the way, to the millisecond", () => {
    assert.deepEqual(warnings("2026-11-24T00:00:00.000Z", "2026-11-24T01:40:00.000Z"), [
      "2026-11-24T00:50:00.000Z",
      "2026-11-24T01:15:00.000Z",
      "2026-11-24T01:30:00.000Z",
    ]);
    assert.deepEqual(
      warnings("2026-11-24T00:00:00.000Z", "2026-11-24T00:00:00.003Z")[0],
      "2026-11-24T00:00:00.001Z",
    );
  });
});

describe("the reception desk", () => {
  test("is open on business days from 9 until just before 17, and says when it opens next", () => {
    assert.equal(openAt(berlin, desk, "2026-11-24T08:00:00.000Z"), true);
    assert.equal(openAt(berlin, desk, "2026-11-24T07:59:59.999Z"), false);
    assert.equal(openAt(berlin, desk, "2026-11-24T15:59:59.999Z"), true);
    assert.equal(openAt(berlin, desk, "2026-11-24T16:00:00.000Z"), false);
    assert.equal(openAt(berlin, desk, "2026-12-25T10:00:00.000Z"), false, "Christmas Day is a Friday");
    assert.equal(nextOpening(berlin, desk, "2026-12-24T17:00:00.000Z"), "2026-12-28T08:00:00.000Z");
    assert.equal(nextOpening(berlin, desk, "2026-11-24T08:00:00.000Z"), "2026-11-25T08:00:00.000Z");
    assert.equal(nextOpening(berlin, desk, "2026-11-24T07:59:59.999Z"), "2026-11-24T08:00:00.000Z");
  });

  test("may close for lunch and early on Fridays", () => {
    const week = [
      { days: [1, 2, 3, 4], from: "13:00", to: "17:00" },
      { days: [1, 2, 3, 4, 5], from: "09:00", to: "12:00" },
    ];
    assert.equal(openAt(berlin, week, "2026-11-24T11:30:00.000Z"), false, "12:30 on a Tuesday");
    assert.equal(openAt(berlin, week, "2026-11-24T12:30:00.000Z"), true);
    assert.equal(nextOpening(berlin, week, "2026-11-24T10:00:00.000Z"), "2026-11-24T12:00:00.000Z");
    assert.equal(
      nextOpening(berlin, week, "2026-11-27T12:00:00.000Z"),
      "2026-11-30T08:00:00.000Z",
      "Friday noon",
    );
    assert.equal(
      addOfficeHours(berlin, week, "2026-11-24T10:00:00.000Z", 2),
      "2026-11-24T13:00:00.000Z",
      "over lunch",
    );
    assert.equal(
      staffTarget(berlin, week, "2026-11-24T08:00:00.000Z", "2026-11-24T11:30:00.000Z"),
      "2026-11-24T11:00:00.000Z",
    );
  });

  test("four office hours run only while somebody is there", () => {
    const four = (start: string) => local(addOfficeHours(berlin, desk, instant(start), 4));
    assert.equal(four("2026-11-24T08:00:00Z"), "2026-11-24T13:00:00");
    assert.equal(four("2026-11-24T12:00:00Z"), "2026-11-24T17:00:00", "exactly until closing");
    assert.equal(four("2026-11-24T12:00:01Z"), "2026-11-25T09:00:01");
    assert.equal(four("2026-11-21T10:00:00Z"), "2026-11-23T13:00:00", "from Saturday");
    assert.equal(four("2026-12-24T15:00:00Z"), "2026-12-28T12:00:00", "over Christmas");
    assert.equal(four("2026-11-24T05:00:00Z"), "2026-11-24T13:00:00", "from before opening");
    assert.equal(
      local(addOfficeHours(berlin, desk, instant("2026-11-24T08:00:00Z"), 20)),
      "2026-11-26T13:00:00",
    );
    assert.equal(
      local(addOfficeHours(berlin, desk, instant("2026-11-02T08:00:00Z"), 180)),
      "2026-12-02T13:00:00",
      "however many weeks it takes",
    );
  });

  test("that never opens is refused rather than searched for ever", () => {
    const never = [{ days: [6, 7], from: "09:00", to: "17:00" }];
    assert.throws(() => nextOpening(berlin, never, "2026-11-24T08:00:00.000Z"), /never open/);
    assert.throws(() => addOfficeHours(berlin, never, "2026-11-24T08:00:00.000Z", 1), /never open/);
    assert.equal(
      staffTarget(berlin, never, "2026-11-02T08:00:00.000Z", "2026-11-24T08:00:00.000Z"),
      undefined,
    );
  });
});

describe("the staff target of a promise", () => {
  const target = (from: string, to: string) => {
    const found = staffTarget(berlin, desk, instant(from), instant(to));
    return found && local(found);
  };
  test("is the due instant itself while somebody is there, closing time included", () => {
    assert.equal(target("2026-11-23T08:30:00Z", "2026-11-25T08:30:00Z"), "2026-11-25T09:30:00");
    assert.equal(target("2026-11-23T08:30:00Z", "2026-11-30T16:00:00Z"), "2026-11-30T17:00:00");
    assert.equal(
      target("2026-11-23T08:30:00Z", "2026-11-25T08:00:00Z"),
      "2026-11-25T09:00:00",
      "as it opens",
    );
  });
  test("else the last closing before it", () => {
    assert.equal(
      target("2026-11-19T20:00:00Z", "2026-11-21T20:00:00Z"),
      "2026-11-20T17:00:00",
      "due on Saturday",
    );
    assert.equal(
      target("2026-11-22T19:00:00Z", "2026-11-24T19:00:00Z"),
      "2026-11-24T17:00:00",
      "due at night",
    );
    assert.equal(
      target("2026-11-22T06:00:00Z", "2026-11-24T06:00:00Z"),
      "2026-11-23T17:00:00",
      "due before opening",
    );
    assert.equal(
      target("2026-12-23T14:00:00Z", "2026-12-25T14:00:00Z"),
      "2026-12-24T17:00:00",
      "due at Christmas",
    );
  });
  test("is none from Friday evening to Sunday: only an automatic letter can keep that", () => {
    assert.equal(target("2026-11-20T16:30:00Z", "2026-11-22T16:30:00Z"), undefined);
    assert.equal(
      target("2026-11-20T16:00:00Z", "2026-11-22T16:00:00Z"),
      undefined,
      "received as the desk closes",
    );
    assert.equal(target("2026-11-20T15:59:59Z", "2026-11-22T15:59:59Z"), "2026-11-20T17:00:00");
  });
});
