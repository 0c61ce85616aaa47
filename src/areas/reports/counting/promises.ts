import { sql } from "kysely";
import type { ClockKind } from "../../../core/complaint/events.ts";
import type { Cohort } from "../../../core/statistics/on-time.ts";
import type { Counting } from "./counting.ts";
import { clockKinds } from "../../../core/complaint/events.ts";
import { onTimeRate } from "../../../core/statistics/on-time.ts";

const nothing: Cohort = { excluded: 0, onTime: 0, late: 0, openOverdue: 0 };

/**
 * The promises that fell due in the period, as `cohortOf` in core/statistics sorts them, counted where they lie: what was
 * withdrawn before it was due is left out whether it had been kept or not, what is still open and overdue is late.
 */
export async function countPromises({ db, span: { from, before }, asOf }: Counting) {
  const { rows } = await sql<{
    kind: string;
    excluded: number;
    on_time: number;
    late: number;
    open_overdue: number;
  }>`
    with due as materialized (
      select complaint_id, kind, round, started_at, due_at, met_at, not_applicable is not null as excluded
      from complaint_clock
      where kind = any(${[...clockKinds]}) and due_at >= ${from} and due_at < ${before}),
    withdrawn as (
      select distinct due.complaint_id, due.kind, due.round
      from due join complaint_opening opening on opening.complaint_id = due.complaint_id
      where opening.closed_as = 'withdrawn' and opening.closed_at < ${before}
        and opening.closed_at >= due.started_at and opening.closed_at < due.due_at)
    select kind,
      count(*) filter (where gone) as excluded,
      count(*) filter (where not gone and met_at <= due_at) as on_time,
      count(*) filter (where not gone and met_at > due_at) as late,
      count(*) filter (where not gone and met_at is null and due_at < ${asOf}) as open_overdue
    from (
      select due.kind, due.due_at, due.met_at, due.excluded or withdrawn.kind is not null as gone
      from due left join withdrawn using (complaint_id, kind, round)) sorted
    group by kind`.execute(db);
  const cohortOf = (kind: ClockKind): Cohort => {
    const row = rows.find((each) => each.kind === kind);
    return row
      ? { excluded: row.excluded, onTime: row.on_time, late: row.late, openOverdue: row.open_overdue }
      : nothing;
  };
  return ofEachClock((kind) => {
    const cohort = cohortOf(kind);
    return { ...cohort, rate: onTimeRate(cohort) };
  });
}

export const ofEachClock = <T>(make: (kind: ClockKind) => T): Record<ClockKind, T> =>
  Object.fromEntries(clockKinds.map((kind) => [kind, make(kind)])) as Record<ClockKind, T>;
