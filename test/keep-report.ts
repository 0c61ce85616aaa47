import type { Desk } from "../src/record/desk.ts";
import type { Report } from "../src/areas/reports/contract.ts";

/** Keeps a made-up report as if it had been counted, for stories about what is shown and sent. */
export async function keepReport({ db }: Desk, report: Report): Promise<void> {
  for (const { version, asOf, hash, madeBy, reason } of report.versions.toReversed())
    await db
      .insertInto("report")
      .values({
        period: report.period,
        kind: report.kind,
        version,
        as_of: asOf,
        hash,
        figures: JSON.stringify(report.figures),
        differences: JSON.stringify(version === 1 ? [] : report.differences),
        reason: reason ?? null,
        made_by: madeBy,
      })
      .execute();
}
