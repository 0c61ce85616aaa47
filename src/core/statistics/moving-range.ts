import { ascending, mean } from "./figure.ts";
import { middle } from "./times.ts";

/** Mean range of two values of a normal distribution, in sigma (2/√π, as tables round it). */
export const d2 = 1.128;

/** |xᵢ − xᵢ₋₁| for each point; missing at the first, and where either of the two values is. */
export const movingRanges = (values: readonly (number | undefined)[]): (number | undefined)[] =>
  values.map((value, index) => {
    const before = index === 0 ? undefined : values[index - 1];
    return value === undefined || before === undefined ? undefined : Math.abs(value - before);
  });

export type RangeAverage = {
  average?: "mean" | "median";
  /** Leaves out, once, ranges of so many mean ranges or more (L. S. Nelson, J. Quality Technology 14 (1982): 3.267). */
  screen?: number;
};

/** Missing when there is no range at all. */
export function averageRange(
  ranges: readonly (number | undefined)[],
  { average = "mean", screen = Infinity }: RangeAverage = {},
): number | undefined {
  const known = ranges.filter((range) => range !== undefined);
  if (known.length === 0) return undefined;
  const first = mean(known);
  const kept = known.filter((range) => range < screen * first);
  if (kept.length === 0) return first;
  return average === "median" ? middle(ascending(kept)) : mean(kept);
}
