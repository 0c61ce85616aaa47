import { isCount } from "./figure.ts";
import type { Span } from "./month.ts";
import { proportion, type NoProportion, type Proportion } from "./proportion.ts";

/** A promise with the instant at which it fell due (ISO 8601), and what became of it. */
export type Promised = {
  dueAt: string;
  metAt?: string;
  /** When it ceased to apply: withdrawn, or nobody to answer to. */
  notApplicableAt?: string;
};

/** The promises that fell due in a month. Those still open after their due instant are late, and so is the rest. */
export type Cohort = { excluded: number; onTime: number; late: number; openOverdue: number };

/**
 * Sorts the promises whose due instant lies in the month, as known at `asOf`; not those that were kept in it, or the
 * month would look better the longer people are left waiting. One that ceased to apply before it was due is left out
 * whether it had been kept or not: to count only the kept ones would flatter. Not yet due and open: counted nowhere.
 */
export function cohortOf(promises: readonly Promised[], { from, before }: Span, asOf: string): Cohort {
  const cohort: Cohort = { excluded: 0, onTime: 0, late: 0, openOverdue: 0 };
  for (const { dueAt, metAt, notApplicableAt } of promises) {
    const known = (instant: string | undefined) => instant !== undefined && !isBefore(asOf, instant);
    if (isBefore(dueAt, from) || !isBefore(dueAt, before)) continue;
    if (known(notApplicableAt) && isBefore(notApplicableAt!, dueAt)) cohort.excluded += 1;
    else if (known(metAt)) cohort[isBefore(dueAt, metAt!) ? "late" : "onTime"] += 1;
    else if (isBefore(dueAt, asOf)) cohort.openOverdue += 1;
  }
  return cohort;
}

const isBefore = (a: string, b: string): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b)) < 0;

/**
 * The share kept of all that were due (STANDARDS §4.2): 20 due, 1 withdrawn, 15 on time, 2 late, 2 open are 15 of 19,
 * 78.9 %; 15 of the 17 that were done, 88.2 %, would be wrong.
 */
export function onTimeRate({
  excluded,
  onTime,
  late,
  openOverdue,
}: Cohort): (Proportion & { excluded: number }) | NoProportion {
  if (![excluded, late, openOverdue].every(isCount)) return { refused: "not-a-count" };
  const kept = proportion(onTime, onTime + late + openOverdue);
  return "refused" in kept ? kept : { ...kept, excluded };
}
