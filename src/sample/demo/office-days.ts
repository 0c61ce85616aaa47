import type { Calendar } from "../../core/calendar/calendar.ts";
import { addBusinessDays, isBusinessDay } from "../../core/calendar/calendar.ts";
import { isoInstant } from "../../core/calendar/opening-hours.ts";

/** The days of the year that the demo tells: thirteen months that end today. */
export type OfficeDays = {
  /** Months from the first to this one. */
  months: readonly Temporal.PlainYearMonth[];
  /** The month so many before this one. */
  ago: (months: number) => Temporal.PlainYearMonth;
  /** A time on the n-th business day of a month. */
  on: (month: Temporal.PlainYearMonth, businessDay: number, time: string) => string;
  at: (date: Temporal.PlainDate, time: string) => string;
  /** So many business days before today, two hours and so many more before this time of day. */
  before: (businessDays: number, hours?: number) => string;
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
    before: (businessDays, hours = 0) =>
      isoInstant(
        Temporal.Instant.from(end)
          .toZonedDateTimeISO(calendar.zone)
          .with(dayBefore(calendar, today, businessDays))
          .subtract({ hours: hours + 2 })
          .toInstant(),
      ),
    begin: at(months[0]!.toPlainDate({ day: 1 }), "08:00"),
    end,
    today,
  };
}

/** @returns the day itself for zero */
function dayBefore(calendar: Calendar, day: Temporal.PlainDate, businessDays: number) {
  for (let left = businessDays; left > 0; left -= isBusinessDay(calendar, day) ? 1 : 0)
    day = day.subtract({ days: 1 });
  const { year, month, day: ofMonth } = day;
  return { year, month, day: ofMonth };
}
