import type { SeriesOption } from "echarts";
import type { ChartPoint, ControlChart } from "../charts.ts";
import type { Telling } from "../telling/line.ts";
import { chartWords, type ChartWords } from "../../../texts/report-charts.ts";
import { numeral, periodInShort, periodInWords, quantity, unitInWords } from "../../../texts/quantities.ts";
import { base, frame, categories, legend, values, type Drawn, type TableCell } from "./drawn.ts";
import type { Look } from "./look.ts";

/** Months along the way, limits that stay, and signals that differ in shape as well as in colour. */
export function controlChart(
  code: "rate" | "proposalDays" | "redress" | "gravest",
  chart: ControlChart,
  { language }: Telling,
): Drawn {
  const w = chartWords(language);
  const { unit, points, stretches } = chart;
  const signals = points.filter((point) => point.signals.length > 0);
  const latest = points.findLast(({ value }) => value !== undefined);
  const run = stretches.at(-1)?.kind === "run";
  const refused =
    latest === undefined ? (stretches.find((each) => each.refused)?.refused ?? "no-values") : undefined;
  const said =
    latest && `${periodInWords(language, latest.period)}: ${quantity(language, unit, latest.value!)}`;
  return {
    code,
    title: code === "rate" && unit === "complaints" ? w.counts : w[code],
    how: run ? w.read.run : w.read.control,
    alt: `${w.alt.control(points.length, said ?? "–", signals.length)} ${w.alt.table}`,
    notes: stretches.flatMap(({ from, cause }) =>
      cause ? [w.newLimits(periodInWords(language, from), cause)] : [],
    ),
    table: tableOf(chart, w, (period) => periodInWords(language, period)),
    ...(refused && { refused }),
    height: 280,
    option: (look) => ({
      ...base(look),
      // On a phone the legend takes two lines.
      grid: frame({ top: signals.length > 0 ? 52 : 30 }),
      legend: legend(look, [
        unitInWords(language, unit),
        { name: run ? w.axis.median : w.axis.centre, icon: solid },
        ...(points.some(({ upper }) => upper !== undefined) ? [{ name: w.axis.limits, icon: dashed }] : []),
        ...(signals.length > 0 ? [{ name: w.axis.signal, icon: "diamond" }] : []),
      ]),
      tooltip: {
        trigger: "axis",
        valueFormatter: (value) => (typeof value === "number" ? quantity(language, unit, value) : "–"),
      },
      xAxis: categories(
        look,
        points.map(({ period }) => periodInShort(language, period)),
        { boundaryGap: true },
      ),
      yAxis: values(look, (value) => numeral(language, axisUnit(unit), value).replace(/[.,]00(?=\D*$)/, "")),
      series: seriesOf(chart, w, unitInWords(language, unit), look, run),
    }),
  };
}

const solid = "path://M0 0H20V2H0z";
const dashed = "path://M0 0H5V2H0z M7.5 0H12.5V2H7.5z M15 0H20V2H15z";

// Gridlines at 2, 4, 6 need no decimals; values do.
const axisUnit = (unit: ControlChart["unit"]) => (unit === "per-100" ? ("days" as const) : unit);

function seriesOf(
  { points, stretches }: ControlChart,
  w: ChartWords,
  name: string,
  look: Look,
  run: boolean,
): SeriesOption[] {
  const column = (pick: (point: ChartPoint) => number | undefined) =>
    points.map((point) => pick(point) ?? "-");
  const starts = new Set(stretches.slice(1).map(({ from }) => from));
  // Lines of different limits are not joined: each stretch is drawn by itself.
  const apart = (pick: (point: ChartPoint) => number | undefined) => {
    const begin = points.map(({ period }) => starts.has(period));
    return [...begin.keys()]
      .filter((index) => index === 0 || begin[index])
      .map((from, which, all) =>
        points.map((point, index) =>
          index >= from && index < (all[which + 1] ?? Infinity) ? (pick(point) ?? "-") : "-",
        ),
      );
  };
  const quiet = { type: "line", symbol: "none", silent: true, tooltip: { show: false } } as const;
  const limits = [(point: ChartPoint) => point.lower, (point: ChartPoint) => point.upper];
  return [
    {
      name,
      type: "line",
      data: column(({ value }) => value),
      symbol: "circle",
      symbolSize: 7,
      lineStyle: { color: look.main, width: 2 },
      itemStyle: { color: look.main },
      z: 3,
    },
    ...apart(({ centre }) => centre).map((data) => ({
      ...quiet,
      name: run ? w.axis.median : w.axis.centre,
      data,
      lineStyle: { color: look.quiet, width: 1.5 },
      itemStyle: { color: look.quiet },
    })),
    ...limits.flatMap((pick) =>
      apart(pick).map((data) => ({
        ...quiet,
        name: w.axis.limits,
        data,
        step: "middle" as const,
        lineStyle: { color: look.quiet, width: 1.5, type: "dashed" as const },
        itemStyle: { color: look.quiet },
      })),
    ),
    {
      name: w.axis.signal,
      type: "scatter",
      data: column(({ value, signals }) => (signals.length > 0 ? value : undefined)),
      symbol: "diamond",
      symbolSize: 15,
      itemStyle: { color: look.signal, borderColor: look.ground, borderWidth: 1.5 },
      tooltip: { show: false },
      z: 4,
    },
  ];
}

function tableOf({ unit, points }: ControlChart, w: ChartWords, name: (period: string) => string) {
  const counted = points.some(({ n }) => n !== undefined);
  const limited = points.some(({ upper }) => upper !== undefined);
  const cell = (value: number | undefined): TableCell => (value === undefined ? "–" : { value, unit });
  const { axis } = w;
  return {
    head: [
      axis.period,
      axis.value,
      ...(counted ? [axis.of] : []),
      axis.centre,
      ...(limited ? [axis.lower, axis.upper] : []),
      axis.signal,
    ],
    rows: points.map(({ period, value, n, centre, lower, upper, signals }) => [
      name(period),
      cell(value),
      ...(counted
        ? [
            n === undefined
              ? "–"
              : ({ value: n, unit: unit === "per-100" ? "people" : "complaints" } as const),
          ]
        : []),
      cell(centre),
      ...(limited ? [cell(lower), cell(upper)] : []),
      signals.map((signal) => w.signals[signal]).join(", "),
    ]),
  };
}
