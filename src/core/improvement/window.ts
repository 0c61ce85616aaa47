/** First and last local date ("2026-11-30"), both included. */
export type Days = { from: string; to: string };

/** How long is looked at before and after: so many days, or so many whole months (equal cohorts of participants). */
export type Window = { unit: "days" | "months"; length: number };

/** 90 days before and after, unless somebody says otherwise (STANDARDS §4.4). */
export const usualWindow: Window = { unit: "days", length: 90 };
export const longest = { days: 730, months: 24 } as const;

/**
 * The two stretches that are compared. The day, or in months the month, in which an action takes effect belongs to
 * neither: a complaint of that day may still be about what was before.
 */
export function windowsAround(effectiveOn: string, { unit, length }: Window): { before: Days; after: Days } {
  const day = Temporal.PlainDate.from(effectiveOn);
  if (unit === "days")
    return {
      before: days(day.subtract({ days: length }), day.subtract({ days: 1 })),
      after: days(day.add({ days: 1 }), day.add({ days: length })),
    };
  const first = day.with({ day: 1 });
  const next = first.add({ months: 1 });
  return {
    before: days(first.subtract({ months: length }), first.subtract({ days: 1 })),
    after: days(next, next.add({ months: length }).subtract({ days: 1 })),
  };
}

const days = (from: Temporal.PlainDate, to: Temporal.PlainDate): Days => ({
  from: from.toString(),
  to: to.toString(),
});

export const lengthOf = ({ from, to }: Days): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days + 1;

/** The months that a stretch touches, each with the share of its days that lie within. */
export function monthsOf({ from, to }: Days): { month: string; share: number }[] {
  const last = Temporal.PlainDate.from(to);
  const months: { month: string; share: number }[] = [];
  for (let day = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(day, last) <= 0;) {
    const end = day.with({ day: day.daysInMonth });
    const within = Temporal.PlainDate.compare(end, last) < 0 ? end : last;
    months.push({
      month: day.toPlainYearMonth().toString(),
      share: (within.day - day.day + 1) / day.daysInMonth,
    });
    day = end.add({ days: 1 });
  }
  return months;
}

/**
 * Participants of a stretch: those of each month, by the share of its days that lie within. Nothing when a month is not
 * known, because half a denominator makes a rate that looks right.
 */
export function participantsWithin(
  stretch: Days,
  known: ReadonlyMap<string, number | undefined>,
): number | undefined {
  let sum = 0;
  for (const { month, share } of monthsOf(stretch)) {
    const participants = known.get(month);
    if (participants === undefined) return undefined;
    sum += participants * share;
  }
  // Shares of months are fractions; a hundredth of a participant is enough to say.
  return Math.round(sum * 100) / 100;
}
