import { signalsOf, type Rule, type Signal } from "./signals.ts";

export type ChartPoint = {
  /** Missing where nothing was measured or there was nothing to divide by; the chart has a gap there. */
  value?: number;
  /** Missing where they depend on a number of participants that is not there. */
  centre?: number;
  lower?: number;
  upper?: number;
  /** How many sigma the value lies from the centre. */
  z?: number;
  /** Whether centre and limits were computed from it. */
  inBaseline: boolean;
};

/** `baseline` is what is frozen: kept as data and given back, it draws the same limits for later points. */
export type Chart<Baseline> = { baseline: Baseline; points: ChartPoint[]; signals: Signal[] };

export type ChartOptions<Baseline> = {
  /** Limits from the first so many points, applied to all; without it from all. */
  freeze?: number;
  /** Positions (from 0) of points with a known special cause: drawn, but left out of the limits. */
  exclude?: readonly number[];
  /** Frozen limits; nothing is computed then. */
  baseline?: Baseline;
  /** How far the limits lie from the centre. */
  sigmas?: number;
  rules?: readonly Rule[];
};

/** Fewer points than this have no variation to compute limits from. */
export const fewestPoints = 2;

export const isInBaseline = (
  index: number,
  { freeze = Infinity, exclude = [], baseline }: ChartOptions<unknown>,
): boolean => baseline === undefined && index < freeze && !exclude.includes(index);

/** Where a value stands, before limits. */
export type Placed = { value: number | undefined; centre: number; sigma: number } | undefined;

/** Limits at centre ± k sigma, within what the figure can be at all, and the signals that the rules find. */
export function draw(
  placed: readonly Placed[],
  options: ChartOptions<unknown>,
  defaultRules: readonly Rule[],
  bounds: { floor?: number; ceiling?: (index: number) => number } = {},
): { points: ChartPoint[]; signals: Signal[] } {
  const { sigmas = 3, rules = defaultRules } = options;
  const { floor = -Infinity, ceiling = () => Infinity } = bounds;
  const points = placed.map((each, index): ChartPoint => {
    if (!each) return { inBaseline: false };
    const { value, centre, sigma } = each;
    const limits = {
      centre,
      lower: Math.max(floor, centre - sigmas * sigma),
      upper: Math.min(ceiling(index), centre + sigmas * sigma),
    };
    if (value === undefined) return { ...limits, inBaseline: false };
    const z = (value - centre) / sigma;
    return { value, ...limits, z, inBaseline: isInBaseline(index, options) };
  });
  return { points, signals: signalsOf(points, rules, sigmas) };
}
