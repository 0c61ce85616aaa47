import { sql } from "kysely";
import type { Counting } from "./counting.ts";
import { businessDaysAfter } from "../../../core/calendar/calendar.ts";
import { timesTaken } from "../../../core/statistics/times.ts";
import { ofEachClock } from "./promises.ts";

/** How long the promises took that were kept in the period: acknowledgements in hours, the others in business days. */
export async function countTimes(counting: Counting) {
  const hours = await hoursOfAcknowledgements(counting);
  const days = await businessDaysByClock(counting);
  return ofEachClock((kind) => timesTaken(kind === "acknowledgement" ? hours : (days.get(kind) ?? [])));
}

/** Acknowledged before a receipt that was corrected to a later date is at once. */
async function hoursOfAcknowledgements({ db, span: { from, before } }: Counting): Promise<number[]> {
  const { rows } = await sql<{ hours: number[] | null }>`
    select array_agg(greatest(0, extract(epoch from met_at - started_at) / 3600)::float8) as hours
    from complaint_clock
    where kind = 'acknowledgement' and met_at >= ${from} and met_at < ${before}`.execute(db);
  return rows[0]?.hours ?? [];
}

/** By pairs of dates, which are few, however many complaints there are. */
async function businessDaysByClock({ db, span: { from, before }, calendar }: Counting) {
  const { zone } = calendar;
  const { rows } = await sql<{ kind: string; started: string; met: string; complaints: number }>`
    select kind, (started_at at time zone ${zone})::date as started, (met_at at time zone ${zone})::date as met,
      count(*) as complaints
    from complaint_clock
    where kind = any(${["proposal", "implementation", "follow_up"]}) and met_at >= ${from} and met_at < ${before}
    group by 1, 2, 3`.execute(db);
  const days = new Map<string, number[]>();
  for (const { kind, started, met, complaints } of rows) {
    const taken = businessDaysAfter(calendar, Temporal.PlainDate.from(started), Temporal.PlainDate.from(met));
    const known = days.getOrInsertComputed(kind, () => []);
    for (let each = 0; each < complaints; each += 1) known.push(taken);
  }
  return days;
}
