import assert from "node:assert/strict";
import { test } from "node:test";
import { businessDaysAfter, isBusinessDay } from "../../core/calendar/calendar.ts";
import { calculatedCalendar } from "./holidays.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const calendarOf = (country: string, region: string, zone: string, weekdays = [1, 2, 3, 4, 5]) =>
  calculatedCalendar({ zone, calendar: { country, region, weekdays } });

test("a feast that lasts for days is a holiday on each of them: Turkey 2026", async () => {
  const turkey = await calendarOf("TR", "", "Europe/Istanbul");
  const free = (date: string) => turkey.holidays.has(date);
  // Resmî tatiller 2026: 20 to 22 March and 27 to 30 May.
  assert.deepEqual(["2026-03-20", "2026-03-21", "2026-03-22", "2026-03-23"].map(free), [
    true,
    true,
    true,
    false,
  ]);
  assert.deepEqual(["2026-05-27", "2026-05-29", "2026-05-30", "2026-06-01"].map(free), [
    true,
    true,
    true,
    false,
  ]);
  assert.equal(isBusinessDay(turkey, day("2026-05-29")), false);
  assert.equal(turkey.holidays.get("2026-05-28")?.de, turkey.holidays.get("2026-05-27")?.de);
});

test("ages over Thanksgiving in New York, over Corpus Christi in Munich and not in Berlin", async () => {
  const newYork = await calendarOf("US", "ny", "America/New_York");
  assert.equal(businessDaysAfter(newYork, day("2026-11-25"), day("2026-11-30")), 2, "Friday and Monday");
  const munich = await calendarOf("DE", "BY", "Europe/Berlin");
  const berlin = await calendarOf("DE", "BE", "Europe/Berlin");
  assert.equal(businessDaysAfter(munich, day("2026-06-03"), day("2026-06-05")), 1);
  assert.equal(businessDaysAfter(berlin, day("2026-06-03"), day("2026-06-05")), 2);
});

test("an office that works on Saturdays counts them, and its holidays stay", async () => {
  const shop = await calendarOf("DE", "BE", "Europe/Berlin", [1, 2, 3, 4, 5, 6]);
  assert.equal(businessDaysAfter(shop, day("2026-11-27"), day("2026-11-30")), 2);
  // German Unity Day 2026 is a Saturday.
  assert.equal(businessDaysAfter(shop, day("2026-10-02"), day("2026-10-05")), 1);
});
