import { dateOf, dateOfDay, dayNumber, isBusinessDay, type Calendar, type DayName } from "./calendar.ts";
import { dueAt, nominalEnd, type Office, type Rule } from "./due.ts";

/** Why a date is that date: which days were counted and which were passed over, and for what holiday. */
export type Explanation = {
  rule: Rule;
  startedAt: string;
  /** Local date of the start. */
  from: string;
  dueAt: string;
  counted: string[];
  skipped: Skipped[];
  /** Where a calendar period would have ended, had that been a business day (BGB §193). */
  nominal?: string;
  /** By how many hours the clocks on the wall were put forward (1) or back (-1) during elapsed hours. */
  clockChange?: number;
  /** The earlier date that was told and therefore stays, after the calendar was corrected. */
  told?: string;
};

export type Skipped = { date: string; holiday: DayName };

/** @throws RangeError as `dueAt` */
export function explain(rule: Rule, startedAt: string, calendar: Calendar, office: Office): Explanation {
  const due = dueAt(rule, startedAt, calendar, office);
  const from = dateOf(calendar, startedAt);
  const base = { rule, startedAt, from: from.toString(), dueAt: due, counted: [], skipped: [] };
  if ("hours" in rule) return { ...base, ...clockChange(calendar, startedAt, due) };
  if ("officeHours" in rule) return base;
  const last = dayNumber(dateOf(calendar, due));
  if ("businessDays" in rule) return { ...base, ...between(calendar, dayNumber(from) + 1, last) };
  const nominal = nominalEnd(rule, dayNumber(from));
  if (dayNumber(nominal) === last) return base;
  return {
    ...base,
    nominal: nominal.toString(),
    skipped: between(calendar, dayNumber(nominal), last).skipped,
  };
}

/** The business days from one day to another, both included, and the holidays among the others. */
function between(calendar: Calendar, first: number, last: number): Pick<Explanation, "counted" | "skipped"> {
  const counted: string[] = [];
  const skipped: Skipped[] = [];
  for (let day = first; day <= last; day += 1) {
    const date = dateOfDay(day);
    const holiday = calendar.holidays.get(date.toString());
    if (isBusinessDay(calendar, date)) counted.push(date.toString());
    else if (holiday && calendar.weekdays.includes(date.dayOfWeek))
      skipped.push({ date: date.toString(), holiday });
  }
  return { counted, skipped };
}

function clockChange({ zone }: Calendar, startedAt: string, due: string): { clockChange?: number } {
  const offset = (instant: string) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(zone).offsetNanoseconds;
  const hours = (offset(due) - offset(startedAt)) / 3.6e12;
  return hours === 0 ? {} : { clockChange: hours };
}
