import type { EChartsOption } from "echarts";
import type { Unit } from "../../../texts/quantities.ts";
import type { Look } from "./look.ts";

/** A number in a table keeps its unit, so that a spreadsheet gets a number and a reader gets words. */
export type TableCell = string | { value: number; unit: Unit };
export type ChartTable = { head: string[]; rows: TableCell[][] };

/** One chart: a picture, and beside it everything that it shows, in words and as a table of the same data. */
export type Drawn = {
  code: string;
  title: string;
  /** How to read it. */
  how: string;
  /** What somebody is told who does not see it. */
  alt: string;
  /** Further sentences: why new limits began. */
  notes: string[];
  table: ChartTable;
  /** A code, where there is nothing to draw. */
  refused?: string;
  height: number;
  option: (look: Look) => EChartsOption;
};

/** Where a chart lies in its picture; the labels of its axes stay within. */
export const frame = (more: object = {}) => ({
  left: 8,
  right: 12,
  top: 26,
  bottom: 4,
  outerBoundsMode: "same" as const,
  outerBoundsContain: "axisLabel" as const,
  ...more,
});

/** What all charts share. Nothing moves: a report is read and printed. */
export const base = (look: Look): EChartsOption => ({
  animation: false,
  backgroundColor: "transparent",
  textStyle: { fontFamily: look.font, color: look.ink, fontSize: 12 },
  grid: frame(),
});

export type LegendEntry = string | { name: string; icon: string };

export const legend = (look: Look, data?: LegendEntry[]) => ({
  show: true,
  top: 0,
  left: 0,
  itemWidth: 18,
  itemHeight: 10,
  // Where the picture is made nothing can be measured exactly.
  itemGap: 16,
  textStyle: { color: look.quiet, fontFamily: look.font, fontSize: 12 },
  ...(data && { data }),
});

export const categories = (look: Look, data: string[], more: object = {}) => ({
  type: "category" as const,
  data,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: look.line } },
  axisLabel: { color: look.quiet, hideOverlap: true, fontFamily: look.font },
  ...more,
});

export const values = (look: Look, format: (value: number) => string, more: object = {}) => ({
  type: "value" as const,
  min: 0,
  splitNumber: 4,
  axisLabel: { color: look.quiet, formatter: format, hideOverlap: true, fontFamily: look.font },
  splitLine: { lineStyle: { color: look.line, type: "dashed" as const } },
  ...more,
});
