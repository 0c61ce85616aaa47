import type { EChartsOption } from "echarts";
import { base, frame, categories, values } from "./drawn.ts";
import type { Look } from "./look.ts";

export type Bars = { name: string; data: { value: number; label: string; strong?: boolean }[] };

/** Bars that lie, because what they stand for has a long name; the first stands on top. */
export function lyingBars(
  look: Look,
  names: string[],
  series: Bars[],
  format: (value: number) => string,
): EChartsOption {
  return {
    ...base(look),
    grid: frame({ top: series.length > 1 ? 26 : 4, right: 78 }),
    xAxis: values(look, format, { minInterval: 1 }),
    yAxis: categories(look, names, {
      inverse: true,
      axisLabel: {
        color: look.ink,
        width: 120,
        lineHeight: 13,
        overflow: "break",
        fontFamily: look.font,
        interval: 0,
      },
    }),
    series: series.map(({ name, data }, index) => ({
      name,
      type: "bar" as const,
      barMaxWidth: 22,
      itemStyle: { color: look.kinds[index]! },
      label: {
        show: true,
        position: "right" as const,
        color: look.ink,
        fontFamily: look.font,
        formatter: ({ dataIndex }: { dataIndex: number }) => data[dataIndex]!.label,
      },
      data: data.map(({ value, strong }) => ({
        value,
        ...(strong === false && { itemStyle: { color: look.line, borderColor: look.quiet } }),
      })),
    })),
  };
}
