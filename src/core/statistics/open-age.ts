import { isCount, type Refused } from "./figure.ts";

/** The last business day of each bucket; the fifth is open-ended (STANDARDS §4.2). */
export const ageBuckets = [2, 5, 10, 20] as const;

export type AgeBucket = { from: number; to?: number; count: number };

/**
 * How many open complaints are 0–2, 3–5, 6–10, 11–20 and more business days old, counted strictly after the day of
 * receipt up to and including the cut-off (`businessDaysAfter` in core/calendar). Empty buckets are there, with 0.
 */
export function openAges(
  ages: readonly number[],
  ends: readonly number[] = ageBuckets,
): AgeBucket[] | Refused<"not-a-count"> {
  if (!ages.every(isCount)) return { refused: "not-a-count" };
  return [...ends, undefined].map((to, index) => {
    const from = index === 0 ? 0 : ends[index - 1]! + 1;
    const count = ages.filter((age) => age >= from && (to === undefined || age <= to)).length;
    return to === undefined ? { from, count } : { from, to, count };
  });
}
