/** Months of the report are "2026-11", and begin at midnight on the wall of the office (STANDARDS §4.1). */
export const monthOf = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth().toString();

/** From its first instant until just before the first of the next month. */
export type Span = { from: string; before: string };

export function spanOfMonth(month: string, zone: string): Span {
  const first = (each: string) =>
    Temporal.PlainYearMonth.from(each)
      .toPlainDate({ day: 1 })
      .toZonedDateTime(zone)
      .toInstant()
      .toString({ fractionalSecondDigits: 3 });
  return { from: first(month), before: first(addMonths(month, 1)) };
}

export const addMonths = (month: string, months: number): string =>
  Temporal.PlainYearMonth.from(month).add({ months }).toString();

/** The twelve months that a Pareto of causes looks back over, and the like; the last one included. */
export const monthsUpTo = (last: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addMonths(last, index - count + 1));

/** Whole days from one local date ("2026-11-30") to another; negative when it is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;
