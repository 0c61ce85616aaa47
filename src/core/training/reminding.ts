import type { Standing } from "./standing.ts";

/** What to tell somebody now: so many days before the last day or, with 0, that it has passed. */
export type Reminder = { days: number; endsOn: string };

/**
 * The reminder that a day has come to. Of several that have passed, as after an outage, only the latest is told; whoever
 * was never trained has nothing that ends.
 */
export function reminderOn(
  day: string,
  standing: Standing,
  remindDays: readonly number[],
): Reminder | undefined {
  if (!standing.trained) return standing.ended ? { days: 0, endsOn: standing.ended } : undefined;
  const left = Temporal.PlainDate.from(day).until(standing.until, { largestUnit: "days" }).days;
  const days = remindDays.filter((each) => left <= each).toSorted((a, b) => a - b)[0];
  return days === undefined ? undefined : { days, endsOn: standing.until };
}
