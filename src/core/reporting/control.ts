import type { Chart, ChartPoint } from "../statistics/control-chart.ts";
import type { Refused } from "../statistics/figure.ts";
import { cChart, countChart, type CountBaseline, type Counted } from "../statistics/count-chart.ts";
import {
  countsOverTime,
  figureOverTime,
  rateOverTime,
  withLimits,
  type Phase,
} from "../statistics/phases.ts";
import { tChart, xmrChart, type XmrBaseline } from "../statistics/xmr-chart.ts";

/** Frozen limits of a stretch, as they are kept: which chart they belong to says which of the two they are. */
export type Limits = CountBaseline | XmrBaseline;

/** Where limits begin: at the first period of all, and wherever somebody decided so. */
export type Start = { from: string; cause?: string; limits?: Limits };

/** One point a period, with what it stands for in the report of that period. */
export type Measured = { period: string; value?: number; count?: number; of?: number };

export type DrawnPoint = {
  period: string;
  value?: number;
  n?: number;
  centre?: number;
  lower?: number;
  upper?: number;
  signals: ("outside" | "run" | "near-limit" | "trend")[];
  side?: "above" | "below" | "rising" | "falling";
};
export type DrawnStretch = {
  from: string;
  to: string;
  kind: "u" | "u'" | "c" | "xmr" | "t" | "run" | "none";
  refused?: string;
  cause?: string;
  centre?: number;
  shifted?: boolean;
};
export type Drawn = {
  points: DrawnPoint[];
  stretches: DrawnStretch[];
  /** Limits that were computed for the first time, to be kept: they hold from then on. */
  frozen: { from: string; limits: Limits }[];
};

type Control = { kind: DrawnStretch["kind"]; chart: Chart<Limits> };
/** How one stretch is drawn: with the limits it has, or with those it now gets. */
type Draw = (
  part: readonly Measured[],
  limits: Limits | undefined,
) => Control | { run: { median: number; signal: boolean } } | Refused<string>;

function drawn(measured: readonly Measured[], starts: readonly Start[], draw: Draw, scale = 1): Drawn {
  const first = measured[0]?.period;
  if (first === undefined) return { points: [], stretches: [], frozen: [] };
  const later = starts.filter(({ from }) => from > first && measured.some(({ period }) => period === from));
  // What was kept for a period before the first that is known holds for it too.
  const opening = starts.findLast(({ from }) => from <= first) ?? { from: first };
  const all: Drawn = { points: [], stretches: [], frozen: [] };
  for (const [index, start] of [{ ...opening, from: first }, ...later].entries()) {
    const until = later[index]?.from;
    const part = measured.filter(
      ({ period }) => period >= start.from && (until === undefined || period < until),
    );
    const found = draw(part, start.limits);
    const stretch = {
      from: start.from,
      to: part.at(-1)?.period ?? start.from,
      ...(start.cause && { cause: start.cause }),
    };
    if ("chart" in found) {
      if (start.limits === undefined) all.frozen.push({ from: start.from, limits: found.chart.baseline });
      all.stretches.push({ ...stretch, kind: found.kind, centre: found.chart.baseline.centre * scale });
      all.points.push(...part.map((each, at) => pointOf(each, found.chart, at, scale)));
    } else {
      all.stretches.push(
        "run" in found
          ? { ...stretch, kind: "run", centre: found.run.median * scale, shifted: found.run.signal }
          : { ...stretch, kind: "none", refused: found.refused },
      );
      all.points.push(...part.map((each) => ({ ...plain(each, scale), signals: [] })));
    }
  }
  return all;
}

const plain = ({ period, value, count }: Measured, scale: number) => ({
  period,
  ...(value !== undefined && { value: value * scale }),
  ...(count !== undefined && { n: count }),
});

function pointOf(each: Measured, { points, signals }: Chart<Limits>, at: number, scale: number): DrawnPoint {
  const { centre, lower, upper }: Partial<ChartPoint> = points[at] ?? {};
  const here = signals.filter((signal) => signal.at.includes(at));
  return {
    ...plain(each, scale),
    ...(centre !== undefined && { centre: centre * scale }),
    ...(lower !== undefined && { lower: lower * scale }),
    ...(upper !== undefined && Number.isFinite(upper) && { upper: upper * scale }),
    signals: [...new Set(here.map(({ rule }) => rule))],
    ...(here[0] && { side: here[0].side }),
  };
}

const fromPhases = <C extends Chart<Limits>>(
  phases: Phase<C>[] | Refused<string>,
  kindOf: (chart: C) => DrawnStretch["kind"],
): ReturnType<Draw> => {
  if ("refused" in phases) return phases;
  const [phase] = phases;
  if (!phase) return { refused: "too-few" };
  if ("refused" in phase) return phase;
  return phase.chart === "run" ? { run: phase.run } : { kind: kindOf(phase.control), chart: phase.control };
};

const ratesOf = (part: readonly Measured[]): Counted[] =>
  part.map(({ count = 0, of = 0 }) => ({ count, of }));

/**
 * Complaints per 100 participants; a month whose participants are not complete is a gap. While none is, complaints are
 * counted without them (STANDARDS §4.2, figure 2).
 */
export function drawRate(measured: readonly Measured[], starts: readonly Start[]): Drawn & { per: boolean } {
  const per = measured.some(({ of }) => of !== undefined && of > 0);
  if (!per) {
    const counts = measured.map(({ period, count = 0 }) => ({ period, count, value: count }));
    return { ...drawn(counts, startsOf(starts, "c"), drawCounts), per };
  }
  const rates = measured.map(({ period, count = 0, of }) =>
    of !== undefined && of > 0 ? { period, count, of, value: count / of } : { period, count },
  );
  const draw: Draw = (part, limits) =>
    limits
      ? control(
          (limits as CountBaseline).kind,
          countChart((limits as CountBaseline).kind, ratesOf(part), { baseline: limits as CountBaseline }),
        )
      : fromPhases(rateOverTime(ratesOf(part)), (chart) => chart.baseline.kind as "u" | "u'");
  return { ...drawn(rates, startsOf(starts, "u"), draw, 100), per };
}

/** Limits of counts are none for rates, and the other way round. */
const startsOf = (starts: readonly Start[], kind: "c" | "u"): Start[] =>
  starts.map(({ limits, ...start }) =>
    limits && "kind" in limits && limits.kind.startsWith(kind) ? { ...start, limits } : start,
  );

const control = (kind: string, chart: Chart<Limits> | Refused<string>): Control | Refused<string> =>
  "refused" in chart ? chart : { kind: kind as DrawnStretch["kind"], chart };

const drawCounts: Draw = (part, limits) => {
  const counts = part.map(({ count = 0 }) => count);
  return limits
    ? control("c", cChart(counts, { baseline: limits as CountBaseline }))
    : fromPhases(countsOverTime(counts), () => "c");
};

/** One figure a period, such as median days to a proposal or cents of redress. */
export const drawFigure = (measured: readonly Measured[], starts: readonly Start[]): Drawn =>
  drawn(measured, starts, (part, limits) => {
    const values = part.map(({ value }) => value);
    return limits
      ? control("xmr", xmrChart(values, { baseline: limits as XmrBaseline, floor: 0 }))
      : fromPhases(figureOverTime(values), () => "xmr");
  });

/**
 * Days between rare complaints: each point is one, its period the day on which it was received. The first has no days
 * before it, so limits come from thirteen complaints, which have twelve times between them.
 */
export const drawRare = (measured: readonly Measured[], starts: readonly Start[]): Drawn =>
  drawn(measured, starts, (part, limits) => {
    const days = part.map(({ value }) => value);
    if (limits) return control("t", tChart(days, { baseline: limits as XmrBaseline }));
    const found = withLimits(days, (freeze) => tChart(days, { freeze }));
    return found === undefined ? { refused: "too-few" } : control("t", found);
  });
