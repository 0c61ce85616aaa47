import type { Calendar } from "../core/calendar/calendar.ts";
import { addBusinessDays } from "../core/calendar/calendar.ts";
import { isoInstant } from "../core/calendar/opening-hours.ts";

/** The days of the year that the demo tells: thirteen months that end today. */
export type OfficeDays = {
  /** Months from the first to this one. */
  months: readonly Temporal.PlainYearMonth[];
  /** The month so many before this one. */
  ago: (months: number) => Temporal.PlainYearMonth;
  /** A time on the n-th business day of a month. */
  on: (month: Temporal.PlainYearMonth, businessDay: number, time: string) => string;
  at: (date: Temporal.PlainDate, time: string) => string;
  begin: string;
  end: string;
  today: Temporal.PlainDate;
};

export function officeDays(calendar: Calendar, end: string, count: number): OfficeDays {
  const today = Temporal.Instant.from(end).toZonedDateTimeISO(calendar.zone).toPlainDate();
  const last = today.toPlainYearMonth();
  const ago = (months: number) => last.subtract({ months });
  const at = (date: Temporal.PlainDate, time: string) =>
    isoInstant(date.toZonedDateTime({ timeZone: calendar.zone, plainTime: time }).toInstant());
  const months = Array.from({ length: count }, (_, index) => ago(count - 1 - index));
  return {
    months,
    ago,
    at,
    on: (month, businessDay, time) =>
      at(addBusinessDays(calendar, month.toPlainDate({ day: 1 }).subtract({ days: 1 }), businessDay), time),
    begin: at(months[0]!.toPlainDate({ day: 1 }), "08:00"),
    end,
    today,
  };
}
