import {
  addBusinessDaysTo,
  dateOfDay,
  dayNumber,
  isBusinessDay,
  localDay,
  type Calendar,
} from "./calendar.ts";
import { addOfficeHours, isoInstant, type Schedule } from "./opening-hours.ts";

/**
 * Hours are elapsed time and run through nights, weekends and clock changes; business days and office hours are
 * counted; days, weeks and months are those of the calendar, and end on a business day (BGB §§187–188, 193).
 */
export type Rule =
  | { hours: number }
  | { businessDays: number }
  | { officeHours: number }
  | { days: number }
  | { weeks: number }
  | { months: number };

/** When the office works: what a counted day ends at ("17:00"), and when somebody is there. */
export type Office = { endOfBusinessDay: string; desk: Schedule };

/**
 * When a promise falls due. Days are counted strictly after the local date of the start and end at `endOfBusinessDay`
 * of the last one.
 * @throws RangeError for a count that is none; OutsideCalendar
 */
export function dueAt(rule: Rule, startedAt: string, calendar: Calendar, office: Office): string {
  if ("hours" in rule)
    return isoInstant(Temporal.Instant.from(startedAt).add({ seconds: rule.hours * 3600 }));
  if ("officeHours" in rule) return addOfficeHours(calendar, office.desk, startedAt, rule.officeHours);
  return endOf(calendar, lastDay(rule, localDay(calendar, startedAt), calendar), office.endOfBusinessDay);
}

type DayRule = Exclude<Rule, { hours: number } | { officeHours: number }>;

function lastDay(rule: DayRule, start: number, calendar: Calendar): number {
  if ("businessDays" in rule) return addBusinessDaysTo(calendar, start, rule.businessDays);
  const nominal = nominalEnd(rule, start);
  return isBusinessDay(calendar, nominal)
    ? dayNumber(nominal)
    : addBusinessDaysTo(calendar, dayNumber(nominal), 1);
}

/** The last day of a calendar period before §193 moves it; a month from 31 January ends on the last of February (§188(3)). */
export const nominalEnd = (
  rule: Exclude<DayRule, { businessDays: number }>,
  start: number,
): Temporal.PlainDate => dateOfDay(start).add(rule);

/** The instant at which a day's work ends. Remembered, because a year has few days and a register many promises. */
function endOf(calendar: Calendar, day: number, plainTime: string): string {
  const known = ends.getOrInsertComputed(calendar, () => new Map<string, string>());
  return known.getOrInsertComputed(`${day} ${plainTime}`, () =>
    isoInstant(dateOfDay(day).toZonedDateTime({ timeZone: calendar.zone, plainTime }).toInstant()),
  );
}
const ends = new WeakMap<Calendar, Map<string, string>>();

/** The instants at 50, 75 and 90 per cent of the way, when an owner is warned. */
export function warnings(startedAt: string, due: string): string[] {
  const start = Temporal.Instant.from(startedAt).epochMilliseconds;
  const length = Temporal.Instant.from(due).epochMilliseconds - start;
  return [50, 75, 90].map((percent) =>
    isoInstant(Temporal.Instant.fromEpochMilliseconds(start + Math.floor((length * percent) / 100))),
  );
}
