import type { Chart } from "./control-chart.ts";
import { countChart, type CountBaseline, type Counted, type NoCountChart } from "./count-chart.ts";
import { sum, type Refused } from "./figure.ts";
import { runChart, type RunChart } from "./run-chart.ts";
import { xmrChart, type NoXmrChart, type XmrChart, type XmrOptions } from "./xmr-chart.ts";

/** A recorded decision that from some point on (from 0) new limits hold, because an action took effect. */
export type Rebaseline = { from: number; cause: string };

/** Months under one set of limits: a control chart once there are twelve, before that a run chart. */
export type Phase<Control> = {
  from: number;
  to: number;
  /** Why new limits began; not for the first phase. */
  cause?: string;
} & ({ chart: "control"; control: Control } | { chart: "run"; run: RunChart } | Refused<string>);

export type NoPhases = Refused<"no-cause" | "no-such-point">;

/** Limits freeze after so many points, so that a slow change cannot drag them along (STANDARDS §4.3). */
export const frozenAfter = 12;

/**
 * A chart with limits from the first twelve values, or from as many more as it takes until there are any: a year without
 * redress has no spread, and must not leave every later year without a chart. Undefined while there are no twelve.
 */
export function withLimits<Control extends object>(
  values: readonly (number | undefined)[],
  control: (freeze: number) => Control | Refused<string>,
): Control | Refused<string> | undefined {
  const known = values.flatMap((value, at) => (value === undefined ? [] : [at + 1]));
  let found: Control | Refused<string> | undefined;
  for (const freeze of known.slice(frozenAfter - 1)) {
    found = control(freeze);
    if (!("refused" in found)) return found;
  }
  return found;
}

/** Complaints per participant month by month: u, with Laney's limits where months differ by more than chance. */
export const rateOverTime = (
  months: readonly Counted[],
  decisions: readonly Rebaseline[] = [],
): Phase<Chart<CountBaseline>>[] | NoPhases =>
  inPhases(months, decisions, {
    value: ({ count, of }) => (of > 0 ? count / of : undefined),
    control: (part, freeze) => rateChart("u'", part, freeze),
  });

/** Complaints alone, month by month, where nobody knows of how many participants. */
export const countsOverTime = (
  counts: readonly number[],
  decisions: readonly Rebaseline[] = [],
): Phase<Chart<CountBaseline>>[] | NoPhases =>
  inPhases(
    counts.map((count) => ({ count, of: 1 })),
    decisions,
    { value: ({ count }) => count, control: (part, freeze) => rateChart("c", part, freeze) },
  );

/** Where the limit of an average month lies below one complaint, each would be a signal: show the days between them. */
function rateChart(
  kind: "u'" | "c",
  months: readonly Counted[],
  freeze: number,
): Chart<CountBaseline> | NoCountChart | Refused<"too-rare"> {
  const chart = countChart(kind, months, { freeze });
  if ("refused" in chart) return chart;
  const { centre, points } = chart.baseline;
  const expected = (centre * sum(months.slice(0, freeze).map(({ of }) => of))) / points;
  return expected + 3 * Math.sqrt(expected) < 1 ? { refused: "too-rare" } : chart;
}

/** One figure a month, such as median days to a proposal; `floor: 0` unless it can be negative. */
export const figureOverTime = (
  months: readonly (number | undefined)[],
  decisions: readonly Rebaseline[] = [],
  options: XmrOptions = { floor: 0 },
): Phase<XmrChart>[] | NoPhases =>
  inPhases(months, decisions, {
    value: (value) => value,
    control: (part, freeze): XmrChart | NoXmrChart => xmrChart(part, { freeze, ...options }),
  });

function inPhases<Month, Control extends object>(
  months: readonly Month[],
  decisions: readonly Rebaseline[],
  {
    value,
    control,
  }: {
    value: (month: Month) => number | undefined;
    control: (part: readonly Month[], freeze: number) => Control | Refused<string>;
  },
): Phase<Control>[] | NoPhases {
  if (decisions.some(({ cause }) => cause.trim() === "")) return { refused: "no-cause" };
  const starts = new Set(decisions.map(({ from }) => from));
  const within = decisions.every(({ from }) => Number.isInteger(from) && from > 0 && from < months.length);
  if (!within || starts.size < decisions.length) return { refused: "no-such-point" };
  const ordered = decisions.toSorted((a, b) => a.from - b.from);
  return [{ from: 0 }, ...ordered].map((start, index): Phase<Control> => {
    const to = (ordered[index]?.from ?? months.length) - 1;
    const part = months.slice(start.from, to + 1);
    const phase = { ...start, to };
    const found = withLimits(part.map(value), (freeze) => control(part, freeze));
    if (found === undefined) {
      const run = runChart(part.map(value));
      return "refused" in run ? { ...phase, ...run } : { ...phase, chart: "run", run };
    }
    return "refused" in found ? { ...phase, ...found } : { ...phase, chart: "control", control: found };
  });
}
