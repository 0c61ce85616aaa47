/** Public holidays as data; `version` names the state of the data, so that a computed date can be explained later. */
export type Calendar = {
  version: string;
  /** IANA zone in which days begin and end. */
  zone: string;
  /** First and last calendar date for which the holidays are known; nothing outside is ever guessed. */
  covers: { from: string; to: string };
  /** ISO weekdays (1 Monday … 7 Sunday) that are business days unless they are holidays. */
  weekdays: readonly number[];
  /** Calendar date (2026-10-03) → its name. */
  holidays: ReadonlyMap<string, DayName>;
  /** Dates that are business days in spite of their weekday or of the holiday that was expected. */
  worked?: ReadonlySet<string>;
};

export type DayName = { en: string; de: string };

/** A date for which the calendar knows no holidays: better no answer than a wrong one. */
export class OutsideCalendar extends RangeError {
  constructor({ covers }: Calendar) {
    super(`the calendar knows the holidays from ${covers.from} to ${covers.to} only`);
  }
}

/** Leaves room at the end for the longest deadline there is. */
export const isCovered = (calendar: Calendar, instant: string): boolean => {
  const date = dateOf(calendar, instant).toString();
  return date > calendar.covers.from && Number(date.slice(0, 4)) < Number(calendar.covers.to.slice(0, 4)) - 1;
};

/**
 * A weekday of the office that is no public holiday. 24 and 31 December are business days (STANDARDS §2.1).
 * @throws OutsideCalendar
 */
export const isBusinessDay = (calendar: Calendar, date: Temporal.PlainDate): boolean => {
  const { from, upTo } = countOf(calendar);
  const day = dayNumber(date) - from;
  return at(calendar, upTo, day + 1) > at(calendar, upTo, day);
};

/**
 * The n-th business day strictly after a date: the day of the event is not counted (BGB §187(1)). Nought days is the
 * date itself, -n the n-th business day strictly before. A start on a weekend is not rolled forward first.
 * @throws RangeError when n is no integer from -1000 to 1000; OutsideCalendar
 */
export function addBusinessDays(calendar: Calendar, from: Temporal.PlainDate, n: number): Temporal.PlainDate {
  return dateOfDay(addBusinessDaysTo(calendar, dayNumber(from), n));
}

/** The same on day numbers (days since 1970-01-01). */
export function addBusinessDaysTo(calendar: Calendar, from: number, n: number): number {
  if (!Number.isInteger(n) || Math.abs(n) > 1000)
    throw new RangeError(`business days must be a whole number from -1000 to 1000, not ${n}`);
  if (n === 0) return from;
  const count = countOf(calendar);
  // Of all known business days, `through` lie before or on the start, and `before` strictly before it.
  const through = at(calendar, count.upTo, from - count.from + 1);
  const before = at(calendar, count.upTo, from - count.from);
  return at(calendar, count.days, n > 0 ? through + n - 1 : before + n);
}

/** How many business days lie strictly after one date, up to and including another; 0 when it is not later. */
export function businessDaysAfter(
  calendar: Calendar,
  after: Temporal.PlainDate,
  upTo: Temporal.PlainDate,
): number {
  const count = countOf(calendar);
  const through = (date: Temporal.PlainDate) => at(calendar, count.upTo, dayNumber(date) - count.from + 1);
  return Math.max(0, through(upTo) - through(after));
}

/** The date on the calendar's wall when an instant (ISO 8601) passes. */
export const dateOf = (calendar: Calendar, instant: string): Temporal.PlainDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(calendar.zone).toPlainDate();

const msPerDay = 86_400_000;

/** Whole days from 1970-01-01 to a calendar date. */
export const dayNumber = (date: Temporal.PlainDate): number =>
  date.toZonedDateTime("UTC").epochMilliseconds / msPerDay;

export const dateOfDay = (day: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(day * msPerDay)
    .toZonedDateTimeISO("UTC")
    .toPlainDate();

/** The day number of the date on the calendar's wall when an instant passes; as `dateOf`, without making a date. */
export function localDay({ zone }: Calendar, instant: string): number {
  const { epochMilliseconds, offsetNanoseconds } = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return Math.floor((epochMilliseconds + offsetNanoseconds / 1e6) / msPerDay);
}

/** Every business day that is known, in order, and how many lie before each day: counting becomes looking up. */
type Count = { from: number; days: Int32Array; upTo: Int32Array };

const counts = new WeakMap<Calendar, Count>();
const countOf = (calendar: Calendar): Count => counts.getOrInsertComputed(calendar, count);

function count({ covers, weekdays, holidays, worked }: Calendar): Count {
  const from = dayNumber(Temporal.PlainDate.from(covers.from));
  const length = dayNumber(Temporal.PlainDate.from(covers.to)) - from + 1;
  const days: number[] = [];
  const upTo = new Int32Array(length + 1);
  for (let day = 0; day < length; day += 1) {
    const date = dateOfDay(from + day);
    const name = date.toString();
    const business = weekdays.includes(date.dayOfWeek) && !holidays.has(name);
    if (worked?.has(name) || business) days.push(from + day);
    upTo[day + 1] = days.length;
  }
  return { from, days: Int32Array.from(days), upTo };
}

function at(calendar: Calendar, list: Int32Array, index: number): number {
  const found = list[index];
  if (found === undefined) throw new OutsideCalendar(calendar);
  return found;
}
