import { addBusinessDays, dateOf, isBusinessDay, type Calendar } from "./calendar.ts";

/** Hours are elapsed time and run through nights, weekends and clock changes; business days are counted. */
export type Rule = { hours: number } | { businessDays: number };

/** One spelling for instants, with milliseconds, so that they also sort as text. */
export const isoInstant = (instant: Temporal.Instant): string =>
  instant.toString({ fractionalSecondDigits: 3 });

/**
 * When a promise falls due. Business days are counted strictly after the local date of the start and end at
 * `endOfBusinessDay` ("17:00") of the last one.
 */
export function dueAt(rule: Rule, startedAt: string, calendar: Calendar, endOfBusinessDay: string): string {
  if ("hours" in rule)
    return isoInstant(Temporal.Instant.from(startedAt).add({ seconds: rule.hours * 3600 }));
  const last = addBusinessDays(calendar, dateOf(calendar, startedAt), rule.businessDays);
  return isoInstant(
    last.toZonedDateTime({ timeZone: calendar.zone, plainTime: endOfBusinessDay }).toInstant(),
  );
}

/** The instants at 50, 75 and 90 per cent of the way, when an owner is warned. */
export function warnings(startedAt: string, due: string): string[] {
  const start = Temporal.Instant.from(startedAt).epochMilliseconds;
  const length = Temporal.Instant.from(due).epochMilliseconds - start;
  return [50, 75, 90].map((percent) =>
    isoInstant(Temporal.Instant.fromEpochMilliseconds(start + Math.floor((length * percent) / 100))),
  );
}

/** Why a date is that date: which days were counted and which were passed over, and for what holiday. */
export type Explanation = {
  from: string;
  dueAt: string;
  counted: string[];
  skipped: { date: string; holiday: { en: string; de: string } }[];
};

export function explain(
  rule: Rule,
  startedAt: string,
  calendar: Calendar,
  endOfBusinessDay: string,
): Explanation {
  const due = dueAt(rule, startedAt, calendar, endOfBusinessDay);
  const from = dateOf(calendar, startedAt);
  const explanation: Explanation = { from: from.toString(), dueAt: due, counted: [], skipped: [] };
  if ("hours" in rule) return explanation;
  const last = dateOf(calendar, due);
  for (
    let date = from.add({ days: 1 });
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    const holiday = calendar.holidays.get(date.toString());
    if (isBusinessDay(calendar, date)) explanation.counted.push(date.toString());
    else if (holiday) explanation.skipped.push({ date: date.toString(), holiday });
  }
  return explanation;
}
