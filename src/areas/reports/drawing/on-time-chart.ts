import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams, SeriesOption } from "echarts";
import { clockKinds } from "../../../core/complaint/events.ts";
import type { Figures } from "../contract.ts";
import type { Telling } from "../telling/line.ts";
import { domain } from "../../../texts/domain.ts";
import { chartWords } from "../../../texts/report-charts.ts";
import { interval, numeral, periodInShort, periodInWords } from "../../../texts/quantities.ts";
import { base, categories, values, type Drawn } from "./drawn.ts";
import type { Look } from "./look.ts";

const height = 116;

/** One small chart for each promise, one below the other: the share kept on time and how sure that is. */
export function onTimeChart({ charts: { onTime } }: Figures, { language }: Telling): Drawn {
  const w = chartWords(language);
  const names = domain(language).clock;
  const periods = [...new Set(onTime.map(({ period }) => period))];
  const shown = clockKinds.filter((clock) => onTime.some((point) => point.clock === clock));
  const of = (clock: string, period: string) =>
    onTime.find((point) => point.clock === clock && point.period === period);
  const latest = shown.flatMap((clock) => {
    const point = of(clock, periods.at(-1)!);
    return point ? [`${names[clock]} ${numeral(language, "share", point.share)}`] : [];
  });
  return {
    code: "onTime",
    title: w.onTime,
    how: w.read.onTime,
    alt: `${w.alt.onTime(latest.join(", "))} ${w.alt.table}`,
    notes: [],
    table: {
      head: [w.axis.period, w.axis.clock, w.axis.kept, w.axis.due, w.axis.share, w.axis.interval],
      rows: onTime.map((point) => [
        periodInWords(language, point.period),
        names[point.clock as keyof typeof names] ?? point.clock,
        { value: point.count, unit: "complaints" },
        { value: point.of, unit: "complaints" },
        { value: point.share, unit: "share" },
        interval(language, "share", point.lower, point.upper),
      ]),
    },
    ...(onTime.length === 0 && { refused: "no-cases" }),
    height: Math.max(1, shown.length) * height + 10,
    option: (look) => ({
      ...base(look),
      title: shown.map((clock, index) => ({
        text: names[clock],
        left: 0,
        top: index * height,
        padding: 0,
        textStyle: { fontSize: 12, fontWeight: 600, color: look.ink, fontFamily: look.font },
      })),
      grid: shown.map((_, index) => ({ left: 44, right: 12, top: index * height + 26, height: height - 54 })),
      xAxis: shown.map((_, gridIndex) =>
        categories(
          look,
          periods.map((period) => periodInShort(language, period)),
          { gridIndex },
        ),
      ),
      yAxis: shown.map((_, gridIndex) =>
        values(look, (value) => numeral(language, "share", value).replace(/[.,]0(?=\D*$)/, ""), {
          gridIndex,
          max: 1,
          interval: 0.5,
        }),
      ),
      series: shown.flatMap((clock, index) =>
        seriesOf(
          periods.map((period) => of(clock, period)),
          index,
          look,
        ),
      ),
    }),
  };
}

type Kept = Figures["charts"]["onTime"][number] | undefined;

function seriesOf(points: Kept[], index: number, look: Look): SeriesOption[] {
  const axes = { xAxisIndex: index, yAxisIndex: index };
  return [
    {
      ...axes,
      type: "custom",
      silent: true,
      renderItem: (_: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
        const [x, low] = api.coord([api.value(0), api.value(1)]) as [number, number];
        const [, high] = api.coord([api.value(0), api.value(2)]) as [number, number];
        return {
          type: "line",
          shape: { x1: x, y1: low, x2: x, y2: high },
          style: { stroke: look.quiet, lineWidth: 3, opacity: 0.55 },
        };
      },
      data: points.flatMap((point, at) => (point ? [[at, point.lower, point.upper]] : [])),
    },
    {
      ...axes,
      type: "scatter",
      symbolSize: 10,
      silent: true,
      itemStyle: { color: look.main, borderColor: look.ground, borderWidth: 1 },
      data: points.flatMap((point, at) => (point ? [[at, point.share]] : [])),
    },
  ];
}
