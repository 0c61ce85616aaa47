import type { Desk } from "../complaints/desk.ts";
import { dateOf } from "../core/calendar/calendar.ts";
import { tell } from "../office/notices.ts";
import { openAnswers } from "./answers.ts";

/** Tells the managers, once a day, that low answers have waited for longer than the one business day that we give us. */
export async function remindOfAnswers(desk: Desk): Promise<void> {
  const now = desk.now();
  const count = await openAnswers(desk, now);
  if (count === 0) return;
  const policy = await desk.policyAt(now);
  const subject = `survey ${dateOf(await desk.calendar(policy), now).toString()}`;
  const domain = policy.channels.email.split("@").at(-1)!;
  await desk.db.transaction().execute(async (tx) => {
    const people = await tx
      .selectFrom("person")
      .select(["id", "roles"])
      .where("disabled_at", "is", null)
      .execute();
    for (const { id, roles } of people)
      if (roles.includes("manager"))
        await tell(tx, desk.queue, { personId: id, kind: "survey", subject, facts: { count } }, domain, now);
  });
}
