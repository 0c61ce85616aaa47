import type { Calendar } from "../../core/calendar/calendar.ts";
import type { Chance } from "./chance.ts";
import { addBusinessDays, dateOf, isBusinessDay } from "../../core/calendar/calendar.ts";
import { isoInstant } from "../../core/calendar/opening-hours.ts";

/** When somebody goes on: staff while the office is open, customers at any time. */
export type Waiting = {
  /** About so many hours later, whatever the time. */
  hours: (n: number) => string;
  /** About so many hours later, moved to when the office is open. */
  officeHours: (n: number) => string;
  /** Some time on the n-th business day after. */
  businessDays: (n: number) => string;
};

export function waitingFrom(now: () => string, calendar: Calendar, chance: Chance): Waiting {
  const later = (hours: number) =>
    isoInstant(
      Temporal.Instant.from(now()).add({
        minutes: Math.max(1, Math.round(hours * 60 * (0.6 + 0.8 * chance.part()))),
      }),
    );
  const at = (date: Temporal.PlainDate) =>
    isoInstant(
      date
        .toZonedDateTime({ timeZone: calendar.zone, plainTime: "09:05" })
        .add({ minutes: chance.below(420) })
        .toInstant(),
    );
  return {
    hours: later,
    officeHours: (n) => {
      const instant = later(n);
      const { hour } = Temporal.Instant.from(instant).toZonedDateTimeISO(calendar.zone);
      const date = dateOf(calendar, instant);
      if (isBusinessDay(calendar, date) && hour >= 9 && hour < 17) return instant;
      return at(addBusinessDays(calendar, date, 1));
    },
    businessDays: (n) => at(addBusinessDays(calendar, dateOf(calendar, now()), n)),
  };
}
