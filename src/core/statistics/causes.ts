import { isCount, sum, type Refused } from "./figure.ts";

export type CauseCount = { cause: string; count: number };

export type ParetoCause = CauseCount & {
  /** Of all complaints, 0 to 1. */
  share: number;
  /** This cause and those before it, 0 to 1. */
  cumulative: number;
  /** Among the vital few. */
  vital: boolean;
};

/** These are no causes: they stand last, however many they are. */
export const withoutCause: readonly string[] = ["other", "unknown"];

/**
 * Causes by frequency with cumulative shares; equal ones stay in the order given. The vital few are the smallest number
 * of leading causes with at least 80 % together (J. M. Juran; STANDARDS §4.2): 14, 9, 5, 4, 2, 1, 1 are 38.9, 63.9,
 * 77.8, 88.9 … %, so the first four. Look back over twelve months; one is too small.
 */
export function pareto(
  counts: readonly CauseCount[],
  { last = withoutCause, vitalShare = 0.8 } = {},
): ParetoCause[] | Refused<"not-a-count" | "no-complaints"> {
  if (!counts.every(({ count }) => isCount(count))) return { refused: "not-a-count" };
  const total = sum(counts.map(({ count }) => count));
  if (total === 0) return { refused: "no-complaints" };
  const rank = ({ cause }: CauseCount) => 1 + last.indexOf(cause);
  const ordered = counts.toSorted((a, b) => rank(a) - rank(b) || (rank(a) ? 0 : b.count - a.count));
  let before = 0;
  return ordered.map(({ cause, count }) => {
    // Counts are compared, not shares: 4 of 5 are 80 %, and no rounding makes them less.
    const vital = count > 0 && before < vitalShare * total * (1 - 1e-12);
    before += count;
    return { cause, count, share: count / total, cumulative: before / total, vital };
  });
}
