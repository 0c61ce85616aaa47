import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import { berlinCalendar as berlin } from "../../policies/holidays.ts";
import { addBusinessDays, businessDaysAfter, dateOf, isBusinessDay, type Calendar } from "./calendar.ts";
import { dueAt, explain, warnings } from "./due.ts";
import { nextOpening, openAt } from "./opening-hours.ts";

const data = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../../../test/data/calendar", name), "utf8"));
const day = (text: string) => Temporal.PlainDate.from(text);
const instant = (text: string) => Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 });

describe("business days in Berlin", () => {
  const vectors = data("vectors.json");

  test("every vector of the field: 48 hours, 3, 5 and 7 business days", () => {
    for (const [from, due] of vectors.ack48h)
      assert.equal(dueAt({ hours: 48 }, from, berlin, "17:00"), instant(due), from);
    for (const [n, cases] of Object.entries<[string, string][]>(vectors.businessDays))
      for (const [from, due] of cases)
        assert.equal(addBusinessDays(berlin, day(from), Number(n)).toString(), due, `${n} after ${from}`);
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

  test("the published cases of other calendars that count as we do", () => {
    type Case = {
      id: string;
      op: string;
      start: string;
      zone: string | null;
      n: number;
      holidays: string[];
      extra_working_days: string[];
      weekend: string[];
      expected: string;
      agrees_with: string[] | null;
    };
    const ours = (data("business-days.json").cases as Case[]).filter(
      ({ op, agrees_with, n, extra_working_days }) =>
        op === "add_business_days" &&
        agrees_with?.includes("next") &&
        n >= 0 &&
        extra_working_days.length === 0,
    );
    assert.ok(ours.length >= 20, `${ours.length} cases apply`);
    for (const { id, start, zone, n, holidays, expected } of ours) {
      const calendar: Calendar = {
        version: id,
        zone: zone ?? "UTC",
        holidays: new Map(holidays.map((date) => [date, { en: "", de: "" }])),
      };
      const from = start.endsWith("Z") ? dateOf(calendar, start) : day(start.slice(0, 10));
      assert.equal(addBusinessDays(calendar, from, n).toString(), expected.slice(0, 10), id);
    }
  });

  test("the holidays are exactly the legal ones of Berlin, 2017 to 2030", () => {
    const { years } = data("berlin-2017-2030.json") as { years: Record<string, { date: string }[]> };
    const legal = Object.values(years).flatMap((list) => list.map(({ date }) => date));
    const known = [...berlin.holidays.keys()].filter((date) => date >= "2017" && date < "2031");
    assert.deepEqual(known.toSorted(), legal.toSorted());
  });

  test("24 and 31 December are business days, and a count of days that is none is refused", () => {
    assert.ok(isBusinessDay(berlin, day("2026-12-24")) && isBusinessDay(berlin, day("2026-12-31")));
    for (const n of [-1, 1.5, 1001, Number.NaN])
      assert.throws(() => addBusinessDays(berlin, day("2026-01-01"), n), RangeError);
  });
});

describe("properties of every due date", () => {
  const dates = fc.integer({ min: 0, max: 9000 }).map((days) => day("2015-01-02").add({ days }));
  const counts = fc.integer({ min: 0, max: 60 });

  test("a counted day is a business day, and later starts are never due earlier", () => {
    fc.assert(
      fc.property(dates, counts, (from, n) => {
        const due = addBusinessDays(berlin, from, n);
        assert.ok(n === 0 || isBusinessDay(berlin, due));
        assert.ok(Temporal.PlainDate.compare(addBusinessDays(berlin, from.add({ days: 1 }), n), due) >= 0);
        assert.equal(businessDaysAfter(berlin, from, due), n);
      }),
    );
  });

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
      .integer({ min: Date.UTC(2015, 0, 2), max: Date.UTC(2039, 0, 1) })
      .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms).toString({ fractionalSecondDigits: 3 }));
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 30 }),
        (from, hours, n) => {
          assert.equal(
            Date.parse(dueAt({ hours }, from, berlin, "17:00")) - Date.parse(from),
            hours * 3_600_000,
          );
          const due = dueAt({ businessDays: n }, from, berlin, "17:00");
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
    const easter = explain({ businessDays: 5 }, "2026-04-02T14:00:00.000Z", berlin, "17:00");
    assert.deepEqual(easter.counted, ["2026-04-07", "2026-04-08", "2026-04-09", "2026-04-10", "2026-04-13"]);
    assert.deepEqual(
      easter.skipped.map(({ date }) => date),
      ["2026-04-03", "2026-04-06"],
    );
    assert.equal(easter.skipped[0]!.holiday.de, "Karfreitag");
    assert.equal(
      explain({ businessDays: 5 }, "2026-09-30T08:00:00.000Z", berlin, "17:00").dueAt,
      "2026-10-07T15:00:00.000Z",
    );
  });
});

describe("the reception desk", () => {
  const desk = { days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" };
  test("is open on business days from 9 until just before 17, and says when it opens next", () => {
    assert.equal(openAt(berlin, desk, "2026-11-24T08:00:00.000Z"), true);
    assert.equal(openAt(berlin, desk, "2026-11-24T07:59:59.999Z"), false);
    assert.equal(openAt(berlin, desk, "2026-11-24T16:00:00.000Z"), false);
    assert.equal(openAt(berlin, desk, "2026-12-25T10:00:00.000Z"), false, "Christmas Day is a Friday");
    assert.equal(nextOpening(berlin, desk, "2026-12-24T17:00:00.000Z"), "2026-12-28T08:00:00.000Z");
    assert.equal(nextOpening(berlin, desk, "2026-11-24T08:00:00.000Z"), "2026-11-25T08:00:00.000Z");
  });
});
