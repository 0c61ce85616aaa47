import type { Action, ProgrammePage } from "../../../src/improvement/contract.ts";
import { improvementWords } from "../../../src/words/improvement.ts";
import type { Language } from "../../../src/words/catalogue.ts";
import type { ChartOptions } from "../../components/drawing.ts";

type InEffect = Action & { effectiveOn: string };

/** The actions that took effect in a month. */
export const effectsIn = ({ actions }: Pick<ProgrammePage, "actions">, month: string): InEffect[] =>
  actions.filter(
    (action): action is InEffect => action.effectiveOn !== undefined && action.effectiveOn.startsWith(month),
  );

/** Bars of complaints by month, and a line where an action took effect. */
export function programmeChart(programme: ProgrammePage, language: Language): ChartOptions {
  const w = improvementWords(language);
  const short = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
    month: "short",
    year: "2-digit",
    timeZone: "UTC",
  });
  const label = (month: string) => short.format(Date.parse(`${month}-15T12:00:00Z`));
  const { months } = programme;
  return {
    grid: { left: 36, right: 12, top: 40, bottom: 48 },
    tooltip: { trigger: "axis" },
    xAxis: {
      type: "category",
      data: months.map(({ month }) => label(month)),
      axisLabel: { rotate: 45, hideOverlap: true },
    },
    yAxis: { type: "value", minInterval: 1 },
    series: [
      {
        type: "bar",
        name: w.complaintsColumn,
        data: months.map(({ complaints }) => complaints ?? null),
        itemStyle: { color: "#4c7bd9" },
        markLine: {
          symbol: ["none", "none"],
          silent: true,
          lineStyle: { color: "#2f9e73", width: 2, type: "solid" },
          label: { formatter: "{b}", position: "end", color: "#2f9e73" },
          data: months.flatMap(({ month }) => {
            const numbers = effectsIn(programme, month).map(({ number }) => number);
            return numbers.length > 0 ? [{ name: numbers.join(", "), xAxis: label(month) }] : [];
          }),
        },
      },
    ],
  };
}
