import { isBusinessDay, type Calendar } from "./calendar.ts";
import { isoInstant } from "./due.ts";

/** ISO weekdays (1 Monday … 7 Sunday) and local times ("09:00") at which a desk is open, on business days only. */
export type OpeningHours = { days: number[]; from: string; to: string };

export function openAt(calendar: Calendar, hours: OpeningHours, instant: string): boolean {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(calendar.zone);
  const time = local.toPlainTime();
  return (
    opensOn(calendar, hours, local.toPlainDate()) &&
    Temporal.PlainTime.compare(time, hours.from) >= 0 &&
    Temporal.PlainTime.compare(time, hours.to) < 0
  );
}

/** The next instant at which the desk opens; when it is open now, the opening after this one. */
export function nextOpening(calendar: Calendar, hours: OpeningHours, instant: string): string {
  const now = Temporal.Instant.from(instant);
  let date = now.toZonedDateTimeISO(calendar.zone).toPlainDate();
  for (let looked = 0; looked < 60; looked += 1, date = date.add({ days: 1 })) {
    const opening = date.toZonedDateTime({ timeZone: calendar.zone, plainTime: hours.from }).toInstant();
    if (opensOn(calendar, hours, date) && Temporal.Instant.compare(opening, now) > 0)
      return isoInstant(opening);
  }
  throw new RangeError("these opening hours never open");
}

const opensOn = (calendar: Calendar, { days }: OpeningHours, date: Temporal.PlainDate) =>
  days.includes(date.dayOfWeek) && isBusinessDay(calendar, date);
