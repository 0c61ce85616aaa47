import { sql } from "kysely";
import type { Standing } from "../../../core/reporting/findings.ts";
import type { Counting } from "./counting.ts";
import { dateOf } from "../../../core/calendar/calendar.ts";
import { smallestShown } from "../../../core/statistics/small-cells.ts";
import { standingOut } from "../../../core/statistics/standing-out.ts";

/** So many months have to be known before anything can be unusual. */
const fewestMonths = 6;

type Exposure = { before: number; now: number };

/** What there is more, or less, of than in the twelve months before than chance explains; never what could reveal a person. */
export async function countStandingOut(
  { db, span: { from, before }, calendar }: Counting,
  months: number,
  exposure: Exposure,
): Promise<Standing[]> {
  if (months < fewestMonths) return [];
  const since = dateOf(calendar, from).subtract({ months }).toZonedDateTime(calendar.zone).toInstant();
  const { rows } = await sql<{
    category: string | null;
    programme: string | null;
    cause: string | null;
    past: number;
    now: number;
  }>`
    select category, programme, root_cause as cause,
      count(*) filter (where received_at < ${from}) as past, count(*) filter (where received_at >= ${from}) as now
    from complaint where received_at >= ${since.toString()} and received_at < ${before}
    group by 1, 2, 3`.execute(db);
  const compared = (what: Standing["what"], codeOf: (row: (typeof rows)[number]) => string | null) =>
    [...Map.groupBy(rows, codeOf)].flatMap(([code, group]): Standing[] => {
      if (code === null) return [];
      const past = group.reduce((sum, row) => sum + row.past, 0);
      const now = group.reduce((sum, row) => sum + row.now, 0);
      const found = standingOut(
        { complaints: past, exposure: exposure.before },
        { complaints: now, exposure: exposure.now },
      );
      if ("refused" in found || !found.side) return [];
      if (found.side === "more" && now < smallestShown) return [];
      const { usual, chance, side } = found;
      return [{ what, ...(what !== "all" && { code }), side, count: now, usual, chance }];
    });
  return [
    ...compared("all", () => "all"),
    ...compared("category", ({ category }) => category),
    ...compared("programme", ({ programme }) => programme),
    ...compared("cause", ({ cause }) => cause),
  ];
}
