import { sql } from "kysely";
import type { Counting } from "./counting.ts";
import { dateOf } from "../../../core/calendar/calendar.ts";
import { pareto } from "../../../core/statistics/causes.ts";

/** Why what was looked into had happened: over twelve months, because one is too small, and in the period alone. */
export async function countCauses({ db, span: { from, before }, calendar }: Counting) {
  const yearBefore = dateOf(calendar, before)
    .subtract({ months: 12 })
    .toZonedDateTime(calendar.zone)
    .toInstant()
    .toString();
  const { rows } = await sql<{ cause: string; complaints: number; in_period: number }>`
    select coalesce(root_cause, 'unknown') as cause, count(*) as complaints,
      count(*) filter (where received_at >= ${from}) as in_period
    from complaint
    where received_at >= ${yearBefore} and received_at < ${before} and outcome is not null
    group by 1 order by 1`.execute(db);
  return {
    pareto: pareto(rows.map(({ cause, complaints }) => ({ cause, count: complaints }))),
    period: Object.fromEntries(
      rows.flatMap(({ cause, in_period }) => (in_period > 0 ? [[cause, in_period]] : [])),
    ),
  };
}
