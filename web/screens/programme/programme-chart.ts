import type { Action, ProgrammePage } from "../../../src/areas/improvement/contract.ts";
import { improvementWords } from "../../../src/texts/improvement.ts";
import type { Language } from "../../../src/texts/catalogue.ts";
import { base, categories, frame, values, type Drawn } from "../../../src/areas/reports/drawing/drawn.ts";

type InEffect = Action & { effectiveOn: string };

/** The actions that took effect in a month. */
export const effectsIn = ({ actions }: Pick<ProgrammePage, "actions">, month: string): InEffect[] =>
  actions.filter(
    (action): action is InEffect => action.effectiveOn !== undefined && action.effectiveOn.startsWith(month),
  );

/** Bars of complaints by month, and a line where an action took effect. */
export function programmeChart(
  programme: ProgrammePage,
  language: Language,
): Pick<Drawn, "alt" | "height" | "option"> {
  const w = improvementWords(language);
  const short = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
    month: "short",
    year: "2-digit",
    timeZone: "UTC",
  });
  const label = (month: string) => short.format(Date.parse(`${month}-15T12:00:00Z`));
  const { months } = programme;
  return {
    alt: w.chart,
    height: 300,
    option: (look) => ({
      ...base(look),
      grid: frame({ top: 40 }),
      tooltip: { trigger: "axis" },
      xAxis: categories(
        look,
        months.map(({ month }) => label(month)),
      ),
      yAxis: values(look, String, { minInterval: 1 }),
      series: [
        {
          type: "bar",
          name: w.complaintsColumn,
          data: months.map(({ complaints }) => complaints ?? null),
          itemStyle: { color: look.main },
          markLine: {
            symbol: ["none", "none"],
            silent: true,
            lineStyle: { color: look.kinds[2]!, width: 2, type: "solid" },
            label: { formatter: "{b}", position: "end", color: look.ink },
            data: months.flatMap(({ month }) => {
              const numbers = effectsIn(programme, month).map(({ number }) => number);
              return numbers.length > 0 ? [{ name: numbers.join(", "), xAxis: label(month) }] : [];
            }),
          },
        },
      ],
    }),
  };
}
