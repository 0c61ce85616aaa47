import { ascending, type Refused } from "./figure.ts";

type NoTimes = Refused<"no-values" | "not-a-number">;

/** The middle value, or the mean of the two in the middle. */
export const median = (values: readonly number[]): number | NoTimes =>
  refusal(values) ?? middle(ascending(values));

/** Of at least one value, in order. */
export function middle(sorted: readonly number[]): number {
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The quantile by nearest rank, x₍⌈qn⌉₎: always a value that occurred. For 0 < q ≤ 1. */
export const nearestRank = (values: readonly number[], q: number): number | NoTimes =>
  refusal(values) ?? atRank(ascending(values), q);

// 0.07 · 100 is 7.000000000000001 here, which would be the eighth.
const atRank = (sorted: readonly number[], q: number): number =>
  sorted[Math.max(1, Math.ceil(q * sorted.length - 1e-9)) - 1]!;

/** How long something took: hours for acknowledgements, business days for the rest (STANDARDS §4.2). */
export type Times = { n: number; median: number; p90: number; longest: number };

/** 1, 2, 2, 3, 3, 4, 4, 5, 5, 5, 6, 8, 9: median 4, P90 8. Nothing takes less than no time. */
export function timesTaken(values: readonly number[]): Times | NoTimes {
  if (values.some((value) => value < 0)) return { refused: "not-a-number" };
  const sorted = ascending(values);
  return (
    refusal(values) ?? {
      n: sorted.length,
      median: middle(sorted),
      p90: atRank(sorted, 0.9),
      longest: sorted.at(-1)!,
    }
  );
}

function refusal(values: readonly number[]): NoTimes | undefined {
  if (values.length === 0) return { refused: "no-values" };
  return values.every(Number.isFinite) ? undefined : { refused: "not-a-number" };
}
