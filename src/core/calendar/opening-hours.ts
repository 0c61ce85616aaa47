import { dateOf, dateOfDay, isBusinessDay, localDay, type Calendar } from "./calendar.ts";

/** ISO weekdays (1 Monday … 7 Sunday) and local times ("09:00") between which somebody is there, on business days only. */
export type OpeningHours = { days: readonly number[]; from: string; to: string };

/** Several spans make a week: mornings and afternoons, or a shorter Friday. */
export type Schedule = readonly OpeningHours[];

/** From its first instant until just before its last. */
type Span = { opens: Temporal.Instant; closes: Temporal.Instant };

export const openAt = (calendar: Calendar, schedule: Schedule, instant: string): boolean =>
  spansOn(calendar, schedule, dateOf(calendar, instant)).some(
    ({ opens, closes }) =>
      isoInstant(opens) <= instantText(instant) && instantText(instant) < isoInstant(closes),
  );

/** The next instant at which the desk opens; when it is open now, the opening after this one. */
export function nextOpening(calendar: Calendar, schedule: Schedule, instant: string): string {
  const now = Temporal.Instant.from(instant);
  for (const { opens } of spansFrom(calendar, schedule, instant))
    if (Temporal.Instant.compare(opens, now) > 0) return isoInstant(opens);
  throw new RangeError("these opening hours never open");
}

/** The instant at which so many hours of opening have passed since a start (4 office hours from Friday 16:00: Monday). */
export function addOfficeHours(calendar: Calendar, schedule: Schedule, start: string, hours: number): string {
  const from = Temporal.Instant.from(start).epochMilliseconds;
  let left = hours * 3_600_000;
  for (const { opens, closes } of spansFrom(calendar, schedule, start)) {
    const begins = Math.max(from, opens.epochMilliseconds);
    const length = closes.epochMilliseconds - begins;
    if (length <= 0) continue;
    if (left <= length) return isoInstant(Temporal.Instant.fromEpochMilliseconds(begins + left));
    left -= length;
  }
  throw new RangeError("these opening hours never open");
}

/**
 * By when staff must have acted, so that a promise which falls due at night or on a weekend is kept by people: its due
 * instant when somebody is there, else the last closing before it. Nothing, when that lies before the start: then only
 * an automatic letter can keep it (STANDARDS §2.1).
 */
export function staffTarget(
  calendar: Calendar,
  schedule: Schedule,
  startedAt: string,
  due: string,
): string | undefined {
  const started = Temporal.Instant.from(startedAt);
  const end = Temporal.Instant.from(due);
  const first = localDay(calendar, startedAt);
  for (let day = localDay(calendar, due); day >= first; day -= 1)
    for (const { opens, closes } of spansOn(calendar, schedule, dateOfDay(day)).toReversed()) {
      if (Temporal.Instant.compare(opens, end) > 0) continue;
      const target = Temporal.Instant.compare(end, closes) > 0 ? closes : end;
      return Temporal.Instant.compare(target, started) > 0 ? isoInstant(target) : undefined;
    }
  return undefined;
}

/** One spelling for instants, with milliseconds, so that they also sort as text. */
export const isoInstant = (instant: Temporal.Instant): string =>
  instant.toString({ fractionalSecondDigits: 3 });

const instantText = (instant: string) => isoInstant(Temporal.Instant.from(instant));

/** Twenty days hold at least one opening of any week, whatever holidays there are. */
const lookAhead = 20;

function* spansFrom(calendar: Calendar, schedule: Schedule, instant: string): Generator<Span> {
  const first = localDay(calendar, instant);
  let empty = 0;
  for (let day = first; empty < lookAhead; day += 1) {
    const spans = spansOn(calendar, schedule, dateOfDay(day));
    empty = spans.length === 0 ? empty + 1 : 0;
    yield* spans;
  }
}

function spansOn(calendar: Calendar, schedule: Schedule, date: Temporal.PlainDate): Span[] {
  if (!isBusinessDay(calendar, date)) return [];
  const instant = (plainTime: string) =>
    date.toZonedDateTime({ timeZone: calendar.zone, plainTime }).toInstant();
  return schedule
    .filter(({ days }) => days.includes(date.dayOfWeek))
    .map(({ from, to }) => ({ opens: instant(from), closes: instant(to) }))
    .toSorted((a, b) => Temporal.Instant.compare(a.opens, b.opens));
}
