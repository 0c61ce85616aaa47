import type { Figures } from "../contract.ts";
import type { Telling } from "../telling/line.ts";
import { chartWords } from "../../../texts/report-charts.ts";
import { figureWords } from "../../../texts/report-figures.ts";
import { numeral } from "../../../texts/quantities.ts";
import { lyingBars } from "./bars.ts";
import type { Drawn } from "./drawn.ts";

const states = ["open", "overdue", "closed", "effective", "not_shown", "ineffective"] as const;

export function actionsChart({ actions }: Figures, { language }: Telling): Drawn {
  const w = chartWords(language);
  const named = figureWords(language).actions;
  const told = states.map((state) => `${named[state]} ${actions[state]}`);
  return {
    code: "actions",
    title: w.actions,
    how: w.read.actions,
    alt: `${w.alt.list(told.join(", "))} ${w.alt.table}`,
    notes: [],
    table: {
      head: [w.axis.state, w.axis.count],
      rows: states.map((state) => [named[state], { value: actions[state], unit: "actions" }]),
    },
    ...(states.every((state) => actions[state] === 0) && { refused: "no-cases" }),
    height: 220,
    option: (look) =>
      lyingBars(
        look,
        states.map((state) => named[state]),
        [
          {
            name: w.axis.count,
            data: states.map((state) => ({
              value: actions[state],
              label: numeral(language, "actions", actions[state]),
              strong: state !== "closed" && state !== "not_shown",
            })),
          },
        ],
        (value) => numeral(language, "actions", value),
      ),
  };
}
