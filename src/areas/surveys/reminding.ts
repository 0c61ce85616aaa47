import type { Desk } from "../../record/desk.ts";
import { dateOf } from "../../core/calendar/calendar.ts";
import { tell } from "../../organisation/office/notices.ts";
import { atWork, withRole } from "../../organisation/office/people.ts";
import { openAnswers } from "./answers.ts";

/** Tells the managers, once a day, that low answers have waited for longer than the one business day that we give us. */
export async function remindOfAnswers(desk: Desk): Promise<void> {
  const now = desk.now();
  const count = await openAnswers(desk, now);
  if (count === 0) return;
  const policy = await desk.policyAt(now);
  const subject = `survey ${dateOf(await desk.calendar(policy), now).toString()}`;
  await desk.db.transaction().execute(async (tx) => {
    const managers = withRole(await atWork(tx), "manager");
    await tell(tx, desk, managers, { kind: "survey", subject, facts: { count } });
  });
}
