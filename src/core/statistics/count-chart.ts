import {
  draw,
  fewestPoints,
  isInBaseline,
  type Chart,
  type ChartOptions,
  type Placed,
} from "./control-chart.ts";
import { isCount, isExposure, sum, type Refused } from "./figure.ts";
import { averageRange, d2, movingRanges, type RangeAverage } from "./moving-range.ts";
import { countRules } from "./signals.ts";

/** A count and what it is out of: complaints of participants, late ones of all that were due. */
export type Counted = { count: number; of: number };

/**
 * `c` counts, where what they are out of does not change or is not known; `u` complaints per participant; `p` a share,
 * `np` the same as a number of cases; `u'` and `p'` with Laney's wider limits, where months differ by more than chance.
 */
export type CountKind = "c" | "u" | "u'" | "p" | "p'" | "np";

/** Frozen limits: plain data, to be recorded when they are decided. */
export type CountBaseline = {
  kind: CountKind;
  /** Mean count (c), complaints per unit (u) or share (p, np). */
  centre: number;
  /** How many times as far the points scatter as chance alone would; missing where no two are neighbours. */
  sigmaZ?: number;
  /** By how much the limits were widened: 1 but for u' and p'. */
  widened: number;
  points: number;
};

export type CountOptions = ChartOptions<CountBaseline> &
  RangeAverage & {
    /** Laney's charts also where sigma z is below 1, as some programs draw them; ours never narrow. */
    narrow?: boolean;
  };

export type NoCountChart = Refused<
  "not-a-count" | "more-than-all" | "no-participants" | "too-few" | "no-spread"
>;

/**
 * Limits at centre ± 3 sigma (Montgomery, Introduction to Statistical Quality Control, ch. 7; STANDARDS §4.3), not
 * below 0 and for shares not above 1: c ± 3√c; u: Σc/Σn ± 3√(ū/nᵢ); p: ± 3√(p̄(1 − p̄)/nᵢ). Primed (D. B. Laney,
 * Quality Engineering 14 (2002) 531): 3 sigma × σ_z, σ_z = mean|zᵢ − zᵢ₋₁| / 1.128. A point out of 0 is a gap.
 * Values are per unit: multiply by 100 for complaints per 100 participants.
 * Σc = 66 of Σn = 1600: ū 0.04125; at n = 125 the limit is 0.0957, so 12 complaints (0.0960) are a signal and 11 none.
 */
export function countChart(
  kind: CountKind,
  counted: readonly Counted[],
  options: CountOptions = {},
): Chart<CountBaseline> | NoCountChart {
  const baseline = options.baseline ?? countBaseline(kind, counted, options);
  if ("refused" in baseline) return baseline;
  const bad = refusal(kind, counted);
  if (bad) return bad;
  const { centre, widened } = baseline;
  const placed = counted.map(({ count, of }): Placed => {
    if (of === 0) return undefined;
    const unit = unitOf(kind, of);
    const sigma = sigmaOf(kind, centre, unit) * widened;
    return kind === "np"
      ? { value: count, centre: centre * of, sigma: sigma * of }
      : { value: count / unit, centre, sigma };
  });
  const ceiling = (index: number) => (kind === "np" ? counted[index]!.of : isShare(kind) ? 1 : Infinity);
  return { baseline, ...draw(placed, options, countRules, { floor: 0, ceiling }) };
}

/** Complaints where the number of participants is not known. A month that was not counted is undefined, not 0. */
export const cChart = (
  counts: readonly (number | undefined)[],
  options: CountOptions = {},
): Chart<CountBaseline> | NoCountChart =>
  countChart(
    "c",
    counts.map((count) => (count === undefined ? { count: 0, of: 0 } : { count, of: 1 })),
    options,
  );

/** Centre and scatter of the points that limits are to be computed from. */
export function countBaseline(
  kind: CountKind,
  counted: readonly Counted[],
  options: CountOptions = {},
): CountBaseline | NoCountChart {
  const chosen = counted.filter((_, index) => isInBaseline(index, options));
  const bad = refusal(kind, chosen);
  if (bad) return bad;
  const used = chosen.filter(({ of }) => of > 0);
  if (kind !== "c" && used.length === 0 && chosen.length > 0) return { refused: "no-participants" };
  if (used.length < fewestPoints) return { refused: "too-few" };
  const units = sum(used.map(({ of }) => unitOf(kind, of)));
  const centre = sum(used.map(({ count }) => count)) / units;
  // Nothing ever happened, or always: limits would lie on the centre, and the first difference would be a false alarm.
  if (centre === 0 || (isShare(kind) && centre === 1)) return { refused: "no-spread" };
  const z = ({ count, of }: Counted) => {
    const unit = unitOf(kind, of);
    return of === 0 ? undefined : (count / unit - centre) / sigmaOf(kind, centre, unit);
  };
  const range = averageRange(movingRanges(chosen.map(z)), options);
  const sigmaZ = range === undefined ? undefined : range / d2;
  const primed = kind.endsWith("'") && sigmaZ !== undefined;
  const widened = primed ? Math.max(options.narrow ? 0 : 1, sigmaZ) : 1;
  if (widened === 0) return { refused: "no-spread" };
  return { kind, centre, ...(sigmaZ !== undefined && { sigmaZ }), widened, points: used.length };
}

const isShare = (kind: CountKind): boolean => kind.includes("p");

/** A count on its own is out of one. */
const unitOf = (kind: CountKind, of: number): number => (kind === "c" ? 1 : of);

const sigmaOf = (kind: CountKind, centre: number, of: number): number =>
  Math.sqrt((isShare(kind) ? centre * (1 - centre) : centre) / of);

function refusal(kind: CountKind, counted: readonly Counted[]): NoCountChart | undefined {
  if (!counted.every(({ count, of }) => isCount(count) && isExposure(of))) return { refused: "not-a-count" };
  // For c and u a complaint may come out of no participants: the month is a gap all the same.
  const tooMany = isShare(kind) && counted.some(({ count, of }) => count > of);
  return tooMany ? { refused: "more-than-all" } : undefined;
}
