import { findingOutcomes } from "../../../core/complaint/events.ts";
import type { Figures } from "../contract.ts";
import type { Telling } from "../telling/line.ts";
import { domain } from "../../../texts/domain.ts";
import { chartWords } from "../../../texts/report-charts.ts";
import { figureWords } from "../../../texts/report-figures.ts";
import { numeral, periodInShort } from "../../../texts/quantities.ts";
import { base, frame, categories, legend, values, type Drawn } from "./drawn.ts";
import { patterns } from "./look.ts";

/** Quarters on top of each other by outcome; pattern and colour say the same. */
export function outcomesChart({ charts: { outcomes } }: Figures, { language }: Telling): Drawn {
  const w = chartWords(language);
  const named: Record<string, string> = { ...domain(language).finding, ...figureWords(language).outcomes };
  const kinds = [...findingOutcomes, "withdrawn", "undecided"].filter((kind) =>
    outcomes.some((quarter) => (quarter.outcomes[kind] ?? 0) > 0),
  );
  const called = (kind: string) => named[kind] ?? kind;
  const quarters = outcomes.map(({ quarter }) => periodInShort(language, quarter));
  const latest = outcomes.at(-1);
  const told = kinds.map((kind) => `${called(kind)} ${latest?.outcomes[kind] ?? 0}`);
  return {
    code: "outcomes",
    title: w.outcomes,
    how: w.read.outcomes,
    alt: `${w.alt.list(`${quarters.at(-1) ?? ""}: ${told.join(", ")}`)} ${w.alt.table}`,
    notes: [],
    table: {
      head: [w.axis.quarter, ...kinds.map(called)],
      rows: outcomes.map((quarter, index) => [
        quarters[index]!,
        ...kinds.map((kind) => ({ value: quarter.outcomes[kind] ?? 0, unit: "complaints" as const })),
      ]),
    },
    ...(kinds.length === 0 && { refused: "no-cases" }),
    height: 300,
    option: (look) => ({
      ...base(look),
      grid: frame({ top: 80 }),
      aria: { enabled: true, ...patterns(look), label: { enabled: false } },
      legend: legend(look),
      tooltip: { trigger: "axis" },
      xAxis: categories(look, quarters),
      yAxis: values(look, (value) => numeral(language, "complaints", value), { minInterval: 1 }),
      series: kinds.map((kind, index) => ({
        name: called(kind),
        type: "bar" as const,
        stack: "outcomes",
        barMaxWidth: 56,
        itemStyle: { color: look.kinds[index]!, borderColor: look.ground, borderWidth: 1 },
        data: outcomes.map((quarter) => quarter.outcomes[kind] ?? 0),
      })),
    }),
  };
}
