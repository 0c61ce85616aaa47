import type { Figures } from "../contract.ts";
import { findingInWords, findingPart, parts, type FindingPart } from "../../../texts/report-findings.ts";
import { reportWords } from "../../../texts/reports.ts";
import { chartWords } from "../../../texts/report-charts.ts";
import { periodInWords } from "../../../texts/quantities.ts";
import type { Telling } from "./line.ts";

type Weight = Figures["findings"][number]["weight"];
export type ToldFinding = { code: string; weight: Weight; label: string; text: string };
export type ToldPart = { part: FindingPart; title: string; findings: ToldFinding[] };

/** The first page: what changed, what we decided, what we need (STANDARDS §4.5). */
export function findingsOf(figures: Figures, telling: Telling): ToldPart[] {
  const { language, nameOf } = telling;
  const w = reportWords(language);
  const told = figures.findings.map(({ code, weight, values }) => ({
    code,
    weight,
    label: w.weight[weight],
    text: findingInWords(language, { code, values }, nameOf),
    part: findingPart(code),
  }));
  return parts.map((part) => ({
    part,
    title: w.parts[part],
    findings: [
      ...told.filter((each) => each.part === part).map(({ part: _, ...finding }) => finding),
      ...(part === "decided" ? newLimits(figures, telling) : []),
    ],
  }));
}

/** Limits that began in this period were decided on. */
function newLimits({ charts, period }: Figures, { language }: Telling): ToldFinding[] {
  const w = chartWords(language);
  return (["rate", "proposalDays", "redress", "gravest"] as const).flatMap((chart) =>
    charts[chart].stretches.flatMap(({ from, cause }) =>
      cause !== undefined && from === period
        ? [
            {
              code: `limits-${chart}`,
              weight: "note" as const,
              label: reportWords(language).weight.note,
              text: `${w[chart]}: ${w.newLimits(periodInWords(language, from), cause)}`,
            },
          ]
        : [],
    ),
  );
}
