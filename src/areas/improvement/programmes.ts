import { sql } from "kysely";
import type { Desk } from "../../record/desk.ts";
import type { Staff } from "../../core/access/access.ts";
import type { ProgrammePage } from "./contract.ts";
import { readsActions } from "../../core/access/improvement.ts";
import { monthOf, monthsUpTo, spanOfMonth } from "../../core/statistics/month.ts";
import { suppressSmall } from "../../core/statistics/small-cells.ts";
import { visibleTo } from "../../casework/complaints/queries/visible.ts";
import { taxonomy } from "../../organisation/office/taxonomies/taxonomies.ts";
import { participantsOf } from "../participants/months.ts";
import { listActions } from "./actions.ts";

/** The complaints about a programme by month, and the actions for it; nothing when the catalogue knows no such code. */
export async function programmePage(
  desk: Desk,
  who: Staff,
  code: string,
  count: number,
): Promise<ProgrammePage | undefined> {
  const { entries } = await taxonomy(desk.db, "programmes");
  const entry = entries.find((each) => each.code === code);
  if (!entry) return undefined;
  const now = desk.now();
  const { zone } = await desk.policyAt(now);
  const months = monthsUpTo(monthOf(now, zone), count);
  const [counts, participants, actions] = await Promise.all([
    countsOf(desk, who, code, months, zone),
    participantsOf(desk.db, months),
    listActions(desk, who, { programme: code }),
  ]);
  return {
    code,
    en: entry.en,
    de: entry.de,
    months: months.map((month, index) => {
      const known = participants[index]!;
      const took = known.complete ? known.byProgramme[code] : undefined;
      return { month, ...counts[index], ...(took !== undefined && { participants: took }) };
    }),
    actions,
  };
}

/** Whoever may not read complaints gets no number so small that it could reveal a person. */
async function countsOf(
  { db }: Desk,
  who: Staff,
  code: string,
  months: readonly string[],
  zone: string,
): Promise<{ complaints?: number; fewerThan?: number }[]> {
  const reads = readsActions(who.roles);
  const rows = await db
    .selectFrom("complaint")
    .where("programme", "=", code)
    .where("received_at", ">=", spanOfMonth(months[0]!, zone).from)
    .where(reads ? visibleTo(who) : visibleTo({ kind: "system", id: "programme page" }))
    .select([
      sql<string>`to_char(received_at at time zone ${zone}, 'YYYY-MM')`.as("month"),
      ({ fn }) => fn.countAll<number>().as("count"),
    ])
    .groupBy("month")
    .execute();
  const countOf = new Map(rows.map(({ month, count }) => [month, count]));
  const cells = months.map((name) => ({ name, count: countOf.get(name) ?? 0 }));
  if (reads) return cells.map(({ count }) => ({ complaints: count }));
  const shown = suppressSmall(cells, { totalShown: false });
  if ("refused" in shown) throw new RangeError(shown.refused);
  return shown.map((cell) =>
    "count" in cell ? { complaints: cell.count } : "fewerThan" in cell ? { fewerThan: cell.fewerThan } : {},
  );
}
