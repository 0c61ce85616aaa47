import type { Figures } from "../contract.ts";
import { isNone, type Telling } from "../telling/line.ts";
import { chartWords } from "../../../texts/report-charts.ts";
import { numeral } from "../../../texts/quantities.ts";
import { lyingBars } from "./bars.ts";
import { categories, values, type Drawn } from "./drawn.ts";

/** Pareto's bars, the vital few darker, with the share that they make together. */
export function causesChart({ causes: { pareto } }: Figures, { language, nameOf }: Telling): Drawn {
  const w = chartWords(language);
  const known = isNone(pareto) ? [] : pareto;
  const share = (value: number) => numeral(language, "share", value);
  const names = known.map(({ cause }) => nameOf("cause", cause));
  const told = known.slice(0, 4).map(({ count }, index) => `${names[index]} ${count}`);
  return {
    code: "causes",
    title: w.causes,
    how: w.read.causes,
    alt: `${w.alt.list(told.join(", "))} ${w.alt.table}`,
    notes: [],
    table: {
      head: [w.axis.cause, w.axis.complaints, w.axis.share, w.axis.cumulative, w.axis.vital],
      rows: known.map(({ count, share: part, cumulative, vital }, index) => [
        names[index]!,
        { value: count, unit: "complaints" },
        { value: part, unit: "share" },
        { value: cumulative, unit: "share" },
        vital ? "●" : "",
      ]),
    },
    ...(isNone(pareto) ? { refused: pareto.refused } : known.length === 0 && { refused: "no-complaints" }),
    height: known.length * 38 + 40,
    option: (look) => {
      const data = known.map(({ count, vital }) => ({
        value: count,
        label: numeral(language, "complaints", count),
        strong: vital,
      }));
      const bars = lyingBars(look, names, [{ name: w.axis.complaints, data }], (value) =>
        numeral(language, "complaints", value),
      );
      // Beside the bars and not over them, where the line would run through their numbers.
      const beside = { xAxisIndex: 1, yAxisIndex: 1 };
      return {
        ...bars,
        grid: [
          { ...(bars.grid as object), right: "42%" },
          { left: "62%", right: 62, top: 4, bottom: 24 },
        ],
        xAxis: [
          bars.xAxis as object,
          values(look, (value) => share(value).replace(/[.,]0(?=\D*$)/, ""), {
            gridIndex: 1,
            max: 1,
            interval: 0.4,
          }),
        ],
        yAxis: [
          bars.yAxis as object,
          categories(look, names, { gridIndex: 1, inverse: true, axisLabel: { show: false } }),
        ],
        series: [
          ...(bars.series as object[]),
          {
            ...beside,
            type: "line",
            name: w.axis.cumulative,
            data: known.map(({ cumulative }) => cumulative),
            symbol: "circle",
            symbolSize: 7,
            silent: true,
            lineStyle: { color: look.signal, width: 2 },
            itemStyle: { color: look.signal },
            label: {
              show: true,
              position: "right",
              color: look.ink,
              fontFamily: look.font,
              formatter: ({ dataIndex }: { dataIndex: number }) => share(known[dataIndex]!.cumulative),
            },
          },
        ],
      };
    },
  };
}
