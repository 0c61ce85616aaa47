import type { Figures } from "../contract.ts";
import { isNone, type Telling } from "../telling/line.ts";
import { domain } from "../../../texts/domain.ts";
import { chartWords } from "../../../texts/report-charts.ts";
import { numeral } from "../../../texts/quantities.ts";
import { lyingBars } from "./bars.ts";
import { legend, type Drawn } from "./drawn.ts";
import { patterns } from "./look.ts";

/** What was promised and what is paid, for each kind of measure. */
export function redressChart({ redress }: Figures, { language }: Telling): Drawn {
  const w = chartWords(language);
  const named: Record<string, string> = domain(language).measure;
  const kinds = isNone(redress) ? [] : Object.entries(redress.byType);
  const euros = (cents: number) => numeral(language, "cents", cents);
  const names = kinds.map(([kind]) => named[kind] ?? kind);
  const told = kinds.map(([, { promised }], index) => `${names[index]} ${euros(promised)}`);
  return {
    code: "redressByType",
    title: w.redressByType,
    how: w.read.redressByType,
    alt: `${w.alt.list(told.join(", "))} ${w.alt.table}`,
    notes: [],
    table: {
      head: [w.axis.kind, w.axis.promised, w.axis.paid],
      rows: kinds.map(([, { promised, paid }], index) => [
        names[index]!,
        { value: promised, unit: "cents" },
        { value: paid, unit: "cents" },
      ]),
    },
    ...(isNone(redress) ? { refused: redress.refused } : kinds.length === 0 && { refused: "no-cases" }),
    height: kinds.length * 58 + 60,
    option: (look) => ({
      ...lyingBars(
        look,
        names,
        (["promised", "paid"] as const).map((which) => ({
          name: w.axis[which],
          data: kinds.map(([, money]) => ({ value: money[which], label: euros(money[which]) })),
        })),
        (cents) => euros(cents).replace(/[.,]00(?=\D*$)/, ""),
      ),
      aria: { enabled: true, ...patterns(look), label: { enabled: false } },
      legend: legend(look),
    }),
  };
}
