import type { Desk } from "../../record/desk.ts";
import { dateOf } from "../../core/calendar/calendar.ts";
import { tell } from "../../organisation/office/notices.ts";
import { caretakers } from "../../organisation/office/people.ts";
import { newest } from "./runs.ts";

/** A day, and two hours in which the next one is made and proven. */
const patience = { hours: 26 };

/**
 * Tells administrators and escalation contacts, once a day, that the newest backup which is known to be good is older than
 * a day; and at once that one is not sound. Where nothing can be opened, good is what was written.
 */
export async function raiseBackupAlarm(desk: Desk, proves: boolean): Promise<void> {
  const { db } = desk;
  const now = desk.now();
  const good = await newest(db, ...(proves ? (["proven"] as const) : (["proven", "unopened"] as const)));
  const begun = await db
    .selectFrom("period_run")
    .select(({ fn }) => fn.min<string | null>("run_at").as("at"))
    .where("work", "=", "backup")
    .executeTakeFirstOrThrow();
  const since = good?.made_at ?? begun.at;
  const broken = await newest(db, "broken");
  const today = dateOf(await desk.calendar(await desk.policyAt(now)), now).toString();
  const late =
    since !== null &&
    Temporal.Instant.compare(Temporal.Instant.from(since).add(patience), Temporal.Instant.from(now)) < 0;
  const alarms = [
    ...(late ? [{ subject: `late ${today}`, facts: { problem: good ? "late" : "never", since } }] : []),
    ...(broken && (!good || broken.made_at! > good.made_at!)
      ? [{ subject: `broken ${broken.night}`, facts: { problem: "broken", file: broken.file } }]
      : []),
  ];
  if (alarms.length === 0) return;
  await db.transaction().execute(async (tx) => {
    const people = await caretakers(tx);
    for (const alarm of alarms) await tell(tx, desk, people, { kind: "backup", ...alarm });
  });
}
