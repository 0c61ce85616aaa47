import { sql } from "kysely";
import type { Counting } from "./counting.ts";
import { maturedMonth } from "../../core/statistics/coming-back.ts";
import { spanOfMonth } from "../../core/statistics/month.ts";
import { proportion } from "../../core/statistics/proportion.ts";

/**
 * Of the complaints closed three months before, the share that came back within 90 days: opened again, or followed by one
 * that a person confirmed as its repeat, or by one of the same person about the same category.
 */
export async function countComingBack({ db, calendar: { zone } }: Counting, period: string) {
  const month = maturedMonth(period);
  const { from, before } = spanOfMonth(month, zone);
  const { rows } = await sql<{ closed: number; back: number }>`
    select count(*) as closed, count(*) filter (where
      exists (select from complaint_opening again
        where again.complaint_id = complaint.id and again.number > opening.number
          and (again.opened_at at time zone ${zone})::date - (opening.closed_at at time zone ${zone})::date <= 90)
      or exists (select from complaint later
        where later.received_at >= opening.closed_at
          and (later.received_at at time zone ${zone})::date - (opening.closed_at at time zone ${zone})::date <= 90
          and later.id <> complaint.id
          and (later.id in (select complaint_id from complaint_repeat where of_id = complaint.id)
            or (later.category = complaint.category and later.id in (
              select same.complaint_id from complaint_contact known
              join complaint_contact same on same.digest = known.digest
              where known.complaint_id = complaint.id))))) as back
    from complaint_opening opening join complaint on complaint.id = opening.complaint_id
    where opening.closed_at >= ${from} and opening.closed_at < ${before}`.execute(db);
  const { closed, back } = rows[0]!;
  return { month, rate: proportion(back, closed) };
}
