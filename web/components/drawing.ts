import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import { init, use, type EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([
  AriaComponent,
  BarChart,
  GridComponent,
  LegendComponent,
  LineChart,
  MarkAreaComponent,
  MarkLineComponent,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
]);

export type ChartOptions = EChartsCoreOption;

/** Draws within an element, in the colours of the page; whoever has it drawn also disposes of it. */
export function draw(element: HTMLElement, options: ChartOptions, scheme: "light" | "dark") {
  const chart = init(element, scheme === "dark" ? "dark" : undefined, { renderer: "svg" });
  chart.setOption({
    animation: false,
    backgroundColor: "transparent",
    textStyle: { fontFamily: "inherit" },
    // Patterns besides colours, for whoever tells no colours apart.
    aria: { enabled: true, decal: { show: true } },
    ...options,
  });
  return chart;
}
