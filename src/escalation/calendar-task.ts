import type { Desk } from "../complaints/desk.ts";
import { dateOf } from "../core/calendar/calendar.ts";
import { settingAt } from "../office/settings.ts";
import { tell } from "../office/notices.ts";
import { firstRun } from "./periods.ts";

/** From 1 November on, once a month, until somebody has confirmed the holidays of the coming year. */
export async function askForCalendar(desk: Desk): Promise<void> {
  const now = desk.now();
  const policy = await desk.policyAt(now);
  const today = dateOf(await desk.calendar(policy), now);
  const year = await unconfirmedYear(desk, today);
  if (year === undefined) return;
  const domain = policy.channels.email.split("@").at(-1)!;
  await desk.db.transaction().execute(async (tx) => {
    const month = today.toPlainYearMonth().toString();
    if (!(await firstRun(tx, `calendar ${year}`, month, now))) return;
    const people = await tx
      .selectFrom("person")
      .select(["id", "roles"])
      .where("disabled_at", "is", null)
      .execute();
    for (const { id, roles } of people)
      if (roles.includes("admin") || roles.includes("manager"))
        await tell(
          tx,
          desk.queue,
          { personId: id, kind: "calendar", subject: `${year} ${month}`, facts: { year } },
          domain,
          now,
        );
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
