import { sql } from "kysely";
import type { OverdueCase } from "../figures.ts";
import type { Counting } from "./counting.ts";
import { businessDaysAfter, dateOf } from "../../../core/calendar/calendar.ts";
import { clockKinds } from "../../../core/complaint/events.ts";
import { openAges } from "../../../core/statistics/open-age.ts";

/** A report that lists more is not read; the register shows the rest. */
const longest = 200;
const owed = [...clockKinds, "next_proposal"];

/** What was open at the end of the period: how old by the last day of it, and what was beyond its date. */
export async function countOpen(counting: Counting) {
  const cutOff = cutOffOf(counting);
  const ages = await agesOfOpen(counting, cutOff);
  const { cases, inAll } = await overdueCases(counting, cutOff);
  return { ages: openAges(ages), overdue: cases, overdueInAll: inAll };
}

/** The last day of the period: complaints received on it are 0 business days old. */
const cutOffOf = ({ calendar, span }: Counting): Temporal.PlainDate =>
  dateOf(calendar, span.before).subtract({ days: 1 });

async function agesOfOpen(
  { db, span: { before }, calendar }: Counting,
  cutOff: Temporal.PlainDate,
): Promise<number[]> {
  const { rows } = await sql<{ received: string; complaints: number }>`
    select (complaint.received_at at time zone ${calendar.zone})::date as received, count(*) as complaints
    from (
      select complaint_id from complaint_opening where opened_at < ${before} and closed_at is null
      union all
      select complaint_id from complaint_opening where opened_at < ${before} and closed_at >= ${before}
    ) opening join complaint on complaint.id = opening.complaint_id
    group by 1`.execute(db);
  return rows.flatMap(({ received, complaints }) => {
    const age = businessDaysAfter(calendar, Temporal.PlainDate.from(received), cutOff);
    return Array.from({ length: complaints }, () => age);
  });
}

async function overdueCases(
  { db, span: { before }, calendar }: Counting,
  cutOff: Temporal.PlainDate,
): Promise<{ cases: OverdueCase[]; inAll: number }> {
  const { rows } = await sql<{
    id: string;
    reference: string;
    stage: string;
    received_at: string;
    kind: string;
    due_at: string;
    late_reason: string | null;
    in_all: number;
  }>`
    with late as materialized (
      select complaint_id, kind, due_at, late_reason from complaint_clock
      where met_at is null and not_applicable is null and ended_at is null and due_at < ${before}
        and kind = any(${owed})
      union all
      select complaint_id, kind, due_at, late_reason from complaint_clock
      where met_at >= ${before} and kind = any(${owed}) and not_applicable is null and due_at < ${before}
      union all
      select complaint_id, kind, due_at, late_reason from complaint_clock
      where ended_at >= ${before} and met_at is null and not_applicable is null and due_at < ${before}
        and kind = any(${owed}))
    select complaint.id, complaint.reference, complaint.stage, complaint.received_at, clock.kind, clock.due_at,
      clock.late_reason, (select count(*) from late) as in_all
    from (select * from late order by due_at, complaint_id limit ${longest}) clock
      join complaint on complaint.id = clock.complaint_id
    order by clock.due_at, complaint.reference`.execute(db);
  const cases = rows.map((row) => ({
    complaintId: row.id,
    reference: row.reference,
    stage: row.stage,
    clock: row.kind,
    dueAt: row.due_at,
    age: businessDaysAfter(calendar, dateOf(calendar, row.received_at), cutOff),
    ...(row.late_reason && { lateReason: row.late_reason }),
  }));
  return { cases, inAll: rows[0]?.in_all ?? 0 };
}
