import type { Figures } from "../contract.ts";
import { isNone, type Telling } from "../telling/line.ts";
import { chartWords } from "../../../texts/report-charts.ts";
import { figureWords } from "../../../texts/report-figures.ts";
import { numeral, unitInWords } from "../../../texts/quantities.ts";
import { base, frame, categories, values, type Drawn } from "./drawn.ts";

/** How long the open ones have been open. */
export function agesChart({ open: { ages } }: Figures, { language }: Telling): Drawn {
  const w = chartWords(language);
  const buckets = isNone(ages) ? [] : ages;
  const names = buckets.map(({ from, to }) =>
    figureWords(language).open.ageShort(String(from), to === undefined ? undefined : String(to)),
  );
  const told = buckets.map(({ count }, index) => `${names[index]}: ${count}`);
  return {
    code: "ages",
    title: w.ages,
    how: w.read.ages,
    alt: `${w.alt.list(told.join(", "))} ${w.alt.table}`,
    notes: [],
    table: {
      head: [w.axis.age, w.axis.complaints],
      rows: buckets.map(({ count }, index) => [names[index]!, { value: count, unit: "complaints" }]),
    },
    ...(isNone(ages) && { refused: ages.refused }),
    height: 200,
    option: (look) => ({
      ...base(look),
      grid: frame({ bottom: 22 }),
      xAxis: categories(look, names, {
        name: unitInWords(language, "business-days"),
        nameLocation: "middle",
        nameGap: 26,
        nameTextStyle: { color: look.quiet, fontFamily: look.font },
      }),
      yAxis: values(look, (value) => numeral(language, "complaints", value), { minInterval: 1 }),
      series: [
        {
          type: "bar",
          barMaxWidth: 56,
          silent: true,
          itemStyle: { color: look.main },
          label: {
            show: true,
            position: "top",
            color: look.ink,
            fontFamily: look.font,
          },
          data: buckets.map(({ count }) => count),
        },
      ],
    }),
  };
}
