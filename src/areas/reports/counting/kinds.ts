import { sql } from "kysely";
import type { Standing } from "../../../core/reporting/findings.ts";
import type { Cell, ShownCell } from "../../../core/statistics/small-cells.ts";
import type { Counting } from "./counting.ts";
import { suppressSmall } from "../../../core/statistics/small-cells.ts";

export type Kinds = {
  byPlatform: Cell[];
  bySeverity: Cell[];
  byProgramme: ShownCell[];
  byCategory: ShownCell[];
};

/**
 * What the complaints of the period were about. Where few of a kind could reveal a person, they are not told; what stands
 * out is told if it can be, and another kind is hidden beside the small ones.
 */
export async function countKinds(
  { db, span: { from, before } }: Counting,
  standing: readonly Standing[],
): Promise<Kinds> {
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
  const spare = (what: Standing["what"]) =>
    standing.flatMap((each) => (each.what === what && each.code !== undefined ? [each.code] : []));
  return {
    byPlatform: by(({ platform }) => platform),
    bySeverity: by(({ severity }) => severity),
    byProgramme: shown(
      by(({ programme }) => programme),
      spare("programme"),
    ),
    byCategory: shown(
      by(({ category }) => category),
      spare("category"),
    ),
  };
}

function shown(cells: readonly Cell[], spare: readonly string[]): ShownCell[] {
  const found = suppressSmall(cells, { spare });
  if ("refused" in found) throw new Error("a database counts in whole numbers");
  return found;
}

/** What stands out, without the programmes and categories whose number is hidden: a sentence would tell it. */
export const shownIn = (
  { byProgramme, byCategory }: Pick<Kinds, "byProgramme" | "byCategory">,
  standing: readonly Standing[],
): Standing[] => {
  const isHidden = (cells: readonly ShownCell[], code?: string) =>
    cells.some((cell) => cell.name === code && !("count" in cell));
  return standing.filter(
    ({ what, code }) =>
      !(what === "programme" && isHidden(byProgramme, code)) &&
      !(what === "category" && isHidden(byCategory, code)),
  );
};
