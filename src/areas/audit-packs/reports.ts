import { spanOf } from "../../core/reporting/periods.ts";
import { documentName, makeDocument } from "../reports/documents/making.ts";
import { showReport } from "../reports/documents/showing.ts";
import type { Shown } from "../reports/documents/shown.ts";
import { written, type Entry } from "../../engine/packing/packing.ts";
import type { Contributor, Pack } from "./pack.ts";

/** The latest version of every monthly and yearly report whose period lies wholly in the range. */
export const reports: Contributor = async (pack) => {
  const { desk, who, language, span, zone, typesetter } = pack;
  const rows = await desk.db
    .selectFrom("report")
    .select("period")
    .distinct()
    .where("kind", "in", ["month", "year"])
    .orderBy("period")
    .execute();
  const entries: Entry[] = [];
  for (const { period } of rows) {
    const { from, before } = spanOf(period, zone);
    if (isBefore(from, span.from) || isBefore(span.before, before)) continue;
    const shown = await showReport(desk, who, period, language);
    if (!shown) continue;
    const told = withoutNames(shown, pack);
    for (const kind of ["pdf", "csv"] as const) {
      const bytes = await makeDocument(kind, told, typesetter);
      if (bytes) entries.push(written(`reports/${documentName(told, kind)}`, bytes));
    }
  }
  return entries;
};

// As instants: the same one is written with and without fractions of a second.
const isBefore = (a: string, b: string) => Temporal.Instant.compare(a, b) < 0;

/** Reasons and causes are typed by people and may say names: they are left out as soon as any name is to be hidden. */
function withoutNames(shown: Shown, { redaction, colleague, complaint }: Pack): Shown {
  const { report } = shown;
  if (redaction === "none") return shown;
  const { reason: _, ...rest } = report;
  const { open, charts } = report.figures;
  const unsaid = <C extends { stretches: { cause?: string | undefined }[] }>(chart: C): C => ({
    ...chart,
    stretches: chart.stretches.map(({ cause: __, ...stretch }) => stretch),
  });
  const overdue = open.overdue.map((each) => ({ ...each, reference: complaint(each.reference) }));
  return {
    ...shown,
    madeBy: /^[0-9a-f-]{36}$/.test(report.madeBy) ? colleague(report.madeBy) : shown.madeBy,
    report: {
      ...rest,
      figures: {
        ...report.figures,
        open: { ...open, overdue },
        charts: {
          ...charts,
          rate: unsaid(charts.rate),
          proposalDays: unsaid(charts.proposalDays),
          redress: unsaid(charts.redress),
          gravest: unsaid(charts.gravest),
        },
      },
    },
  };
}
