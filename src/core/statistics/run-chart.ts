import { binomialQuantile } from "./distributions.ts";
import { ascending, type Refused } from "./figure.ts";
import { middle } from "./times.ts";

export type RunChart = {
  median: number;
  /** Values that are not on the median. */
  useful: number;
  longestRun: number;
  longestRunLimit: number;
  crossings: number;
  crossingsLimit: number;
  /** A run longer than its limit, or fewer crossings than theirs: not chance alone. */
  signal: boolean;
};

export type RunOptions = {
  /** Median of the first so many values. */
  freeze?: number;
  /** Positions (from 0) that count neither for the median nor for runs. */
  exclude?: readonly number[];
  /** A median that was decided earlier. */
  median?: number;
};

/**
 * For less than twelve months of data (STANDARDS §4.3): the longest run on one side of the median is a signal above
 * round(log₂ n) + 3, crossings of it below the 5 % quantile of Binomial(n − 1, ½) (J. Anhøj & A. V. Olesen, PLoS ONE 9
 * (2014) e113825). n leaves out values on the median, which neither break a run nor lengthen it. 12: 7, 3; 24: 8, 8.
 */
export function runChart(
  values: readonly (number | undefined)[],
  { freeze = Infinity, exclude = [], median }: RunOptions = {},
): RunChart | Refused<"not-a-number" | "too-few" | "no-spread"> {
  const known = values.map((value, index) => (exclude.includes(index) ? undefined : value));
  const measured = known.filter((value) => value !== undefined);
  if (![...measured, median ?? 0].every(Number.isFinite)) return { refused: "not-a-number" };
  const base = ascending(known.slice(0, freeze).filter((value) => value !== undefined));
  if (measured.length < 2 || (median === undefined && base.length === 0)) return { refused: "too-few" };
  const centre = median ?? middle(base);
  const sides = measured.map((value) => Math.sign(value - centre)).filter((side) => side !== 0);
  if (sides.length === 0) return { refused: "no-spread" };
  const runs = runLengths(sides);
  const longestRun = runs.reduce((most, length) => Math.max(most, length), 0);
  const crossings = runs.length - 1;
  const longestRunLimit = Math.round(Math.log2(sides.length)) + 3;
  const crossingsLimit = binomialQuantile(0.05, sides.length - 1, 0.5);
  const signal = longestRun > longestRunLimit || crossings < crossingsLimit;
  return {
    median: centre,
    useful: sides.length,
    longestRun,
    longestRunLimit,
    crossings,
    crossingsLimit,
    signal,
  };
}

function runLengths(sides: readonly number[]): number[] {
  const lengths: number[] = [];
  sides.forEach((side, index) => {
    if (side === sides[index - 1]) lengths[lengths.length - 1]! += 1;
    else lengths.push(1);
  });
  return lengths;
}
