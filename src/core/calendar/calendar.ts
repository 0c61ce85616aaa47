/** Public holidays as data; `version` names the state of the data, so that a computed date can be explained later. */
export type Calendar = {
  version: string;
  /** IANA zone in which days begin and end. */
  zone: string;
  /** Calendar date (2026-10-03) → its name. */
  holidays: ReadonlyMap<string, { en: string; de: string }>;
};

/** Monday to Friday that is no public holiday. 24 and 31 December are business days (STANDARDS §2.1). */
export const isBusinessDay = (calendar: Calendar, date: Temporal.PlainDate): boolean =>
  date.dayOfWeek <= 5 && !calendar.holidays.has(date.toString());

/**
 * The n-th business day strictly after a date: the day of the event is not counted (BGB §187(1)). Nought days is the
 * date itself. A start on a weekend is not rolled forward first.
 * @throws RangeError when n is no integer from 0 to 1000
 */
export function addBusinessDays(calendar: Calendar, from: Temporal.PlainDate, n: number): Temporal.PlainDate {
  if (!Number.isInteger(n) || n < 0 || n > 1000)
    throw new RangeError(`business days must be 0 to 1000, not ${n}`);
  let date = from;
  for (let left = n; left > 0;) {
    date = date.add({ days: 1 });
    if (isBusinessDay(calendar, date)) left -= 1;
  }
  return date;
}

/** How many business days lie strictly after one date, up to and including another; 0 when it is not later. */
export function businessDaysAfter(
  calendar: Calendar,
  after: Temporal.PlainDate,
  upTo: Temporal.PlainDate,
): number {
  let count = 0;
  for (
    let date = after.add({ days: 1 });
    Temporal.PlainDate.compare(date, upTo) <= 0;
    date = date.add({ days: 1 })
  )
    if (isBusinessDay(calendar, date)) count += 1;
  return count;
}

/** The date on the calendar's wall when an instant (ISO 8601) passes. */
export const dateOf = (calendar: Calendar, instant: string): Temporal.PlainDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(calendar.zone).toPlainDate();
