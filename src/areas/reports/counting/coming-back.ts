import { sql } from "kysely";
import type { Counting } from "./counting.ts";
import { maturedMonth } from "../../../core/statistics/coming-back.ts";
import { spanOfMonth } from "../../../core/statistics/month.ts";
import { proportion } from "../../../core/statistics/proportion.ts";

/**
 * Of the complaints closed three months before, the share that came back within 90 days: opened again, or followed by one
 * that a person confirmed as its repeat, or by one of the same person about the same category.
 */
export async function countComingBack({ db, calendar: { zone } }: Counting, period: string) {
  const month = maturedMonth(period);
  const { from, before } = spanOfMonth(month, zone);
  // Each way of coming back begins with the few that were closed, and follows an index from there.
  const { rows } = await sql<{ closed: number; back: number }>`
    with closed as materialized (
      select opening.complaint_id as id, opening.number, complaint.category, opening.closed_at,
        (opening.closed_at at time zone ${zone})::date + 90 as last_day
      from complaint_opening opening join complaint on complaint.id = opening.complaint_id
      where opening.closed_at >= ${from} and opening.closed_at < ${before}),
    later as (
      select closed.id, closed.number, closed.closed_at, closed.last_day, again.opened_at as at
      from closed join complaint_opening again on again.complaint_id = closed.id and again.number > closed.number
      union all
      select closed.id, closed.number, closed.closed_at, closed.last_day, complaint.received_at
      from closed join complaint_repeat repeat on repeat.of_id = closed.id
        join complaint on complaint.id = repeat.complaint_id
      union all
      select closed.id, closed.number, closed.closed_at, closed.last_day, complaint.received_at
      from closed join complaint_contact known on known.complaint_id = closed.id
        join complaint_contact same on same.digest = known.digest and same.complaint_id <> closed.id
        join complaint on complaint.id = same.complaint_id and complaint.category = closed.category)
    select (select count(*) from closed) as closed, count(distinct (id, number)) as back
    from later where at >= closed_at and (at at time zone ${zone})::date <= last_day`.execute(db);
  const { closed, back } = rows[0]!;
  return { month, rate: proportion(back, closed) };
}
