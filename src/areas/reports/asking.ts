import type { Desk } from "../../record/desk.ts";
import { dateOf } from "../../core/calendar/calendar.ts";
import { firstDayOf, nextPeriod, reportDueAt } from "../../core/reporting/periods.ts";

/**
 * Why there is no report of a period: it is not over, or its report is made on the first business day after it; it does
 * not add up; or it lies before everything we know.
 */
export async function whyNotYet(
  desk: Desk,
  period: string,
): Promise<"report-not-due" | "report-refused" | "unknown"> {
  const now = desk.now();
  const calendar = await desk.calendar(await desk.policyAt(now));
  try {
    const over = firstDayOf(nextPeriod(period));
    if (Temporal.PlainDate.compare(over, dateOf(calendar, now)) > 0) return "report-not-due";
    if (reportDueAt(period, calendar) > now) return "report-not-due";
  } catch {
    // No such week, or a year that the calendar does not know.
    return "unknown";
  }
  const refused = await desk.db
    .selectFrom("report_refusal")
    .select("period")
    .where("period", "=", period)
    .executeTakeFirst();
  return refused ? "report-refused" : "unknown";
}
