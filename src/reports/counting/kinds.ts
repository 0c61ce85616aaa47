import { sql } from "kysely";
import type { Cell } from "../../core/statistics/small-cells.ts";
import type { Counting } from "./counting.ts";
import { suppressSmall } from "../../core/statistics/small-cells.ts";

/** What the complaints of the period were about. Where few of a kind could reveal a person, they are not told. */
export async function countKinds({ db, span: { from, before } }: Counting) {
  const { rows } = await sql<{
    platform: string;
    programme: string | null;
    category: string | null;
    severity: number | null;
    complaints: number;
  }>`
    select platform, programme, category, severity, count(*) as complaints
    from complaint where received_at >= ${from} and received_at < ${before}
    group by 1, 2, 3, 4`.execute(db);
  const by = (kindOf: (row: (typeof rows)[number]) => string | number | null): Cell[] =>
    [...Map.groupBy(rows, (row) => String(kindOf(row) ?? "none"))]
      .map(([name, group]) => ({ name, count: group.reduce((sum, { complaints }) => sum + complaints, 0) }))
      .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return {
    byPlatform: by(({ platform }) => platform),
    bySeverity: by(({ severity }) => severity),
    byProgramme: suppressSmall(by(({ programme }) => programme)),
    byCategory: suppressSmall(by(({ category }) => category)),
  };
}
