import { sql } from "kysely";
import type { Tx } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import { may } from "../../core/access/access.ts";
import { dateOf } from "../../core/calendar/calendar.ts";
import { sampleSize } from "../../core/complaint/file-sample.ts";
import { duePeriods, periodOf, spanOf } from "../../core/reporting/periods.ts";
import { firstRun } from "../../engine/queue/periods.ts";
import { tell } from "../../organisation/office/notices.ts";
import { atWork } from "../../organisation/office/people.ts";

const work = "file-sample";
/** After a longer outage older files are left alone: whoever would look at them learns from newer ones. */
const monthsBack = 3;

/** With each month's report some of the files are drawn that were closed in it, once, and by chance alone. */
export async function drawFiles(desk: Desk): Promise<void> {
  const now = desk.now();
  const calendar = await desk.calendar(await desk.policyAt(now));
  const from = periodOf(dateOf(calendar, now).subtract({ months: monthsBack }), "month");
  const due = duePeriods("month", from, now, calendar);
  const drawn = await desk.db
    .selectFrom("period_run")
    .select("period")
    .where("work", "=", work)
    .where("period", ">=", from)
    .execute();
  const known = new Set(drawn.map(({ period }) => period));
  for (const month of due.filter((each) => !known.has(each)))
    await desk.db.transaction().execute(async (tx) => {
      if (!(await firstRun(tx, work, month, now))) return;
      const count = await draw(tx, month, spanOf(month, calendar.zone), now);
      if (count === 0) return;
      const reviewers = (await atWork(tx)).filter(({ roles }) => may(roles, "review-file"));
      const facts = { period: month, count };
      await tell(
        tx,
        desk,
        reviewers.map(({ id }) => id),
        { kind: "file_review", subject: month, facts },
      );
    });
}

async function draw(tx: Tx, month: string, span: { from: string; before: string }, now: string) {
  const { rows } = await sql<{ id: string; closed: number }>`
    select complaint.id, count(*) over () as closed from complaint
    where stage = 'closed' and exists (select from complaint_opening o where o.complaint_id = complaint.id
        and o.closed_at >= ${span.from} and o.closed_at < ${span.before})
      and exists (select from content where content.owner_id = complaint.id)
    order by random() limit ${sampleSize(Number.MAX_SAFE_INTEGER)}`.execute(tx);
  const closed = Number(rows[0]?.closed ?? 0);
  const files = rows.slice(0, sampleSize(closed));
  if (files.length === 0) return 0;
  await tx
    .insertInto("file_sample")
    .values(files.map(({ id }) => ({ month, complaint_id: id, closed, drawn_at: now })))
    .execute();
  return files.length;
}
