import { addBusinessDays, dateOf, type Calendar } from "../calendar/calendar.ts";
import { spanOfMonth, type Span } from "../statistics/month.ts";

export const periodKinds = ["month", "week", "year"] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** "2026-10" is a month, "2026-W41" a week (ISO 8601), "2026" a year. */
export const kindOf = (period: string): PeriodKind =>
  period.includes("W") ? "week" : period.includes("-") ? "month" : "year";

/** Its first day on the wall of the office. @throws RangeError for a week that the year does not have */
export function firstDayOf(period: string): Temporal.PlainDate {
  if (kindOf(period) === "month") return Temporal.PlainDate.from(`${period}-01`);
  if (kindOf(period) === "year") return Temporal.PlainDate.from(`${period}-01-01`);
  const [year, week] = period.split("-W").map(Number) as [number, number];
  // The week with the year's 4 January is the first (ISO 8601).
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 });
  if (periodOf(monday, "week") !== period) throw new RangeError(`there is no week ${period}`);
  return monday;
}

const steps = { month: { months: 1 }, week: { weeks: 1 }, year: { years: 1 } } as const;

export const nextPeriod = (period: string): string =>
  periodOf(firstDayOf(period).add(steps[kindOf(period)]), kindOf(period));

/** The period of a kind that a date lies in. */
export function periodOf(date: Temporal.PlainDate, kind: PeriodKind): string {
  if (kind === "month") return date.toPlainYearMonth().toString();
  if (kind === "year") return String(date.year);
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, "0")}`;
}

/** Days begin at midnight on the wall of the office, whatever the clocks do that night. */
export function spanOf(period: string, zone: string): Span {
  if (kindOf(period) === "month") return spanOfMonth(period, zone);
  const instant = (date: Temporal.PlainDate) =>
    date.toZonedDateTime(zone).toInstant().toString({ fractionalSecondDigits: 3 });
  return { from: instant(firstDayOf(period)), before: instant(firstDayOf(nextPeriod(period))) };
}

/** Early enough that it is there when the first person comes in. */
const made = Temporal.PlainTime.from("06:00");

/** From when on a period's report is to be there: early on the first business day after it. */
export function reportDueAt(period: string, calendar: Calendar): string {
  const lastDay = firstDayOf(nextPeriod(period)).subtract({ days: 1 });
  return addBusinessDays(calendar, lastDay, 1)
    .toZonedDateTime({ timeZone: calendar.zone, plainTime: made })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });
}

/** The periods of a kind from one on whose report is due by now, in order. */
export function duePeriods(kind: PeriodKind, from: string, now: string, calendar: Calendar): string[] {
  const last = periodOf(dateOf(calendar, now), kind);
  const due: string[] = [];
  for (let period = from; period < last; period = nextPeriod(period))
    if (reportDueAt(period, calendar) <= now) due.push(period);
  return due;
}
