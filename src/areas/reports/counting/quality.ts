import { sql } from "kysely";
import type { Counting } from "./counting.ts";
import { proportion } from "../../../core/statistics/proportion.ts";
import { settingAt } from "../../../organisation/office/settings.ts";

/**
 * Whether the figures stand on something: what closed complaints lack, dates that had to be explained, and whether the
 * calendar of the period's year is confirmed; the week 2026-W01 begins in 2025 and is one of 2026.
 */
export async function countQuality({ db, span: { from, before } }: Counting, year: string) {
  const [closed, explained, confirmed] = await Promise.all([
    sql<{ complaints: number; without_category: number; without_cause: number }>`
      select count(*) as complaints, count(*) filter (where category is null) as without_category,
        count(*) filter (where root_cause is null and closed_as <> 'withdrawn') as without_cause
      from complaint_opening opening join complaint on complaint.id = opening.complaint_id
      where opening.closed_at >= ${from} and opening.closed_at < ${before}`.execute(db),
    sql<{ facts: number }>`
      select count(*) as facts from complaint_event
      where type in ('ReceiptDateExplained', 'ReceiptDateCorrected') and recorded_at >= ${from} and recorded_at < ${before}`.execute(
      db,
    ),
    settingAt(db, `calendar-confirmed:${year}`),
  ]);
  const { complaints, without_category, without_cause } = closed.rows[0]!;
  return {
    missingCategory: proportion(without_category, complaints),
    missingCause: proportion(without_cause, complaints),
    datesExplained: explained.rows[0]!.facts,
    calendarConfirmed: confirmed !== undefined,
  };
}
