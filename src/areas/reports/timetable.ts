import type { Desk } from "../../record/desk.ts";
import type { Made } from "./making.ts";
import { dateOf } from "../../core/calendar/calendar.ts";
import { duePeriods, periodKinds, periodOf, type PeriodKind } from "../../core/reporting/periods.ts";
import { makeReport } from "./making.ts";

/**
 * Makes every report that is due and not there, oldest first, because the charts of one are drawn from those before it.
 * Looks at what is missing and never at a tick, so an outage over the end of a month changes only the moment.
 */
export async function makeMissingReports(
  desk: Desk,
  told: (period: string, made: Made) => void = () => {},
): Promise<number> {
  const missing = await missingPeriods(desk);
  let count = 0;
  for (const period of missing) {
    const made = await makeReport(desk, period, { by: "timetable" });
    told(period, made);
    if (made.made === "report") count += 1;
    // What follows would be drawn without it.
    if (made.made === "refused" && period.length === 7) break;
  }
  return count;
}

/** Months first: weeks and years lean on them. */
export async function missingPeriods(desk: Desk): Promise<string[]> {
  const now = desk.now();
  const calendar = await desk.calendar(await desk.policyAt(now));
  const begun = await firstDays(desk);
  const rows = await desk.db.selectFrom("report").select("period").where("version", "=", 1).execute();
  const there = new Set(rows.map(({ period }) => period));
  return periodKinds.flatMap((kind) =>
    duePeriods(kind, periodOf(dateOf(calendar, begun[kind]), kind), now, calendar).filter(
      (period) => !there.has(period),
    ),
  );
}

/**
 * Months and years are reported from the first complaint on, also one of before Redress; weeks, which are for daily
 * work, from the day on which Redress was set up.
 */
async function firstDays({ db, now }: Desk): Promise<Record<PeriodKind, string>> {
  const [policy, complaint] = await Promise.all([
    db
      .selectFrom("policy_version")
      .select("published_at")
      .orderBy("published_at")
      .limit(1)
      .executeTakeFirst(),
    db.selectFrom("complaint").select("received_at").orderBy("received_at").limit(1).executeTakeFirst(),
  ]);
  const setUp = policy?.published_at ?? now();
  const first = complaint && complaint.received_at < setUp ? complaint.received_at : setUp;
  return { month: first, week: setUp, year: first };
}
