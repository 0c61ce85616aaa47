import {
  draw,
  fewestPoints,
  isInBaseline,
  type Chart,
  type ChartOptions,
  type ChartPoint,
} from "./control-chart.ts";
import { logGamma } from "./distributions.ts";
import { mean, sum, type Refused } from "./figure.ts";
import { averageRange, movingRanges, type RangeAverage } from "./moving-range.ts";
import { wheelerRules } from "./signals.ts";

/** Frozen limits: plain data, to be recorded when they are decided. */
export type XmrBaseline = {
  centre: number;
  /** The average moving range. */
  range: number;
  sigma: number;
  /** Upper limit of the moving ranges (URL). */
  rangeLimit: number;
  points: number;
};

export type XmrOptions = ChartOptions<XmrBaseline> &
  RangeAverage & {
    /** How many average ranges the limits lie from the centre: 2.66; 3 / 1.128 unrounded; 3.145 for median ranges. */
    factor?: number;
    /** How many average ranges their own limit is: 3.268; 3.267 from tables; 3.865 for median ranges. */
    rangeFactor?: number;
    /** Sigma from the standard deviation, s / c₄, as some textbooks have it; a shift widens it, and so hides itself. */
    sigmaFrom?: "ranges" | "standard-deviation";
    /** The least the figure can be: 0 for durations. */
    floor?: number;
  };

export type XmrChart = Chart<XmrBaseline> & { ranges: { value?: number; outside: boolean }[] };

export type NoXmrChart = Refused<"not-a-number" | "too-few" | "no-spread">;

/**
 * Individual values and moving ranges, for a figure a month such as median days or cost: X̄ ± 2.66 mR̄, ranges up to
 * 3.268 mR̄ (W. A. Shewhart; D. J. Wheeler, Understanding Variation; STANDARDS §4.3). In the unit of the values.
 * A missing value is a gap: no range reaches over it. An excluded one is left out, and a range reaches over it.
 * 3.0, 4.0, 3.5, 4.5, 3.0, 3.5, 4.0, 5.0, 3.5, 4.0, 3.0, 4.5: X̄ 3.7917, mR̄ 0.9545, limits 1.2526–6.3308, URL 3.1195.
 */
export function xmrChart(
  values: readonly (number | undefined)[],
  options: XmrOptions = {},
): XmrChart | NoXmrChart {
  if (!values.every((value) => value === undefined || Number.isFinite(value)))
    return { refused: "not-a-number" };
  const baseline = options.baseline ?? xmrBaseline(values, options);
  if ("refused" in baseline) return baseline;
  const { centre, sigma, rangeLimit } = baseline;
  const { floor = -Infinity } = options;
  const drawn = draw(
    values.map((value) => ({ value, centre, sigma })),
    options,
    wheelerRules,
    { floor },
  );
  const ranges = movingRanges(values).map((range) =>
    range === undefined ? { outside: false } : { value: range, outside: range > rangeLimit * (1 + 1e-9) },
  );
  return { baseline, ...drawn, ranges };
}

export function xmrBaseline(
  values: readonly (number | undefined)[],
  options: XmrOptions = {},
): XmrBaseline | NoXmrChart {
  const { factor = options.average === "median" ? 3.145 : 2.66 } = options;
  const { rangeFactor = options.average === "median" ? 3.865 : 3.268 } = options;
  const chosen = values.filter((_, index) => isInBaseline(index, options));
  const known = chosen.filter((value) => value !== undefined);
  const range = averageRange(movingRanges(chosen), options);
  if (known.length < fewestPoints || range === undefined) return { refused: "too-few" };
  const sigma =
    options.sigmaFrom === "standard-deviation" ? deviation(known) / c4(known.length) : (factor * range) / 3;
  // All values alike, but for rounding: limits would lie on the centre, and the next half day would be a false alarm.
  if (sigma <= 1e-12 * known.reduce((most, value) => Math.max(most, Math.abs(value)), 0))
    return { refused: "no-spread" };
  return { centre: mean(known), range, sigma, rangeLimit: rangeFactor * range, points: known.length };
}

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1));
}

/** How much too small the standard deviation of n normal values is on average: √(2/(n − 1)) Γ(n/2) / Γ((n − 1)/2). */
const c4 = (n: number): number => Math.sqrt(2 / (n - 1)) * Math.exp(logGamma(n / 2) - logGamma((n - 1) / 2));

const power = 3.6;

/**
 * Days between rare complaints (safety, discrimination), where a month has too few for a rate: an XmR chart of
 * y = days^(1/3.6), turned back by y^3.6 (L. S. Nelson, J. Quality Technology 26 (1994) 239; STANDARDS §4.3).
 * A point above the limit is a longer time than usual. Baseline and z are those of y. Two on one day are 0 days apart.
 */
export function tChart(
  days: readonly (number | undefined)[],
  options: Omit<XmrOptions, "floor"> = {},
): Chart<XmrBaseline> | NoXmrChart {
  if (days.some((each) => each !== undefined && each < 0)) return { refused: "not-a-number" };
  const chart = xmrChart(
    days.map((each) => each && each ** (1 / power)),
    { ...options, floor: 0 },
  );
  if ("refused" in chart) return chart;
  const back = ({ value, centre, lower, upper, ...rest }: ChartPoint, index: number): ChartPoint => ({
    ...rest,
    ...(value !== undefined && { value: days[index]! }),
    centre: centre! ** power,
    lower: lower! ** power,
    upper: upper! ** power,
  });
  return { baseline: chart.baseline, points: chart.points.map(back), signals: chart.signals };
}
