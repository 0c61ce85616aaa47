import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { instantIn } from "./naming.ts";

/** So many of each are kept: the last of every day, week and month that has one. */
const kept = { days: 7, weeks: 4, months: 12 };

/**
 * Deletes those of our nights' backups in this folder that nobody needs any more. What was made by hand, or by another Redress,
 * stays. Answers their names.
 */
export function prune(folder: string, proven: string | undefined, ours: ReadonlySet<string>): string[] {
  const gone = superfluous(
    readdirSync(folder).filter((name) => ours.has(name)),
    proven,
  );
  for (const name of gone) rmSync(join(folder, name));
  return gone;
}

/** Which of these names are backups that can go; never the one that was proven last. */
export function superfluous(names: readonly string[], proven: string | undefined): string[] {
  const latestFirst = names
    .flatMap((name) => {
      const instant = instantIn(name);
      return instant ? [{ name, at: Temporal.Instant.from(instant).toZonedDateTimeISO("UTC") }] : [];
    })
    .toSorted((a, b) => Temporal.ZonedDateTime.compare(b.at, a.at));
  const newestOfEach = (period: (at: Temporal.ZonedDateTime) => string, most: number) => {
    const newest = new Map<string, string>();
    for (const { name, at } of latestFirst) newest.getOrInsert(period(at), name);
    return [...newest.values()].slice(0, most);
  };
  const keep = new Set([
    proven,
    ...newestOfEach((at) => at.toPlainDate().toString(), kept.days),
    ...newestOfEach((at) => `${at.yearOfWeek} ${at.weekOfYear}`, kept.weeks),
    ...newestOfEach((at) => at.toPlainDate().toPlainYearMonth().toString(), kept.months),
  ]);
  return latestFirst.map(({ name }) => name).filter((name) => !keep.has(name));
}
