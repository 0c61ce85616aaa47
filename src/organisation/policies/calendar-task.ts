import type { Desk } from "../../record/desk.ts";
import { dateOf } from "../../core/calendar/calendar.ts";
import { settingAt } from "../office/settings.ts";
import { tell } from "../office/notices.ts";
import { atWork, withRole } from "../office/people.ts";
import { firstRun } from "../../engine/queue/periods.ts";

/** From 1 November on, once a month, until somebody has confirmed the holidays of the coming year. */
export async function askForCalendar(desk: Desk): Promise<void> {
  const now = desk.now();
  const policy = await desk.policyAt(now);
  const today = dateOf(await desk.calendar(policy), now);
  const year = await unconfirmedYear(desk, today);
  if (year === undefined) return;
  await desk.db.transaction().execute(async (tx) => {
    const month = today.toPlainYearMonth().toString();
    if (!(await firstRun(tx, `calendar ${year}`, month, now))) return;
    const people = withRole(await atWork(tx), "admin", "manager");
    await tell(tx, desk, people, { kind: "calendar", subject: `${year} ${month}`, facts: { year } });
  });
}

/** The year whose holidays somebody should look at: the next one from November on, else the present one. */
export async function unconfirmedYear(
  { db }: Pick<Desk, "db">,
  today: Temporal.PlainDate,
): Promise<number | undefined> {
  if (today.month < 11) return undefined;
  const year = today.year + 1;
  return (await settingAt(db, `calendar-confirmed:${year}`)) ? undefined : year;
}
