import type { Desk } from "../../record/desk.ts";
import type { Tx } from "../../engine/database/database.ts";
import { ownsComplaints } from "../../core/access/access.ts";
import { reminderOn, type Reminder } from "../../core/training/reminding.ts";
import { firstRun } from "../../engine/queue/periods.ts";
import { tell } from "../../organisation/office/notices.ts";
import { atWork, managersOf } from "../../organisation/office/people.ts";
import { workload } from "../../casework/routing/people.ts";
import { dayIn, isGateShut, standingIn } from "./gate.ts";
import { trainingRecords, type Records } from "./records.ts";

/**
 * Once a day tells whose training ends soon or has ended, and the managers how many there are. What was told of which
 * last day is stored, so an outage only makes it later, and nobody is told the same twice.
 */
export async function remindOfTraining(desk: Desk): Promise<void> {
  const now = desk.now();
  const { zone } = await desk.policyAt(now);
  const today = dayIn(zone, now);
  if (await wasDone(desk, today)) return;
  await desk.db.transaction().execute(async (tx) => {
    if (!(await firstRun(tx, "training", today, now))) return;
    const records = await trainingRecords(tx, zone);
    if (!isGateShut(records, today)) return;
    const people = await atWork(tx);
    const told: (Reminder & { person: string })[] = [];
    for (const { id } of people.filter(({ roles }) => ownsComplaints(roles))) {
      const reminder = await claim(tx, records, id, today, now);
      if (!reminder) continue;
      told.push({ person: id, ...reminder });
      const { endsOn, days } = reminder;
      await tell(tx, desk, [id], {
        kind: "training",
        subject: `${endsOn} ${days}`,
        facts: { to: "self", endsOn, days, lacks: lacksOf(records, id, today) },
      });
    }
    if (told.length === 0) return;
    const ended = told.filter(({ days }) => days === 0).map(({ person }) => person);
    const owned = (await workload(tx)).filter(({ person }) => ended.includes(person));
    const facts = {
      to: "managers",
      ending: told.length - ended.length,
      ended: ended.length,
      open: owned.reduce((sum, { open }) => sum + open, 0),
    };
    await tell(tx, desk, managersOf(people), { kind: "training", subject: `managers ${today}`, facts });
  });
}

/** Asked before each minute's transaction, because it is true in all but one minute of a day. */
const wasDone = async ({ db }: Desk, today: string): Promise<boolean> =>
  (await db
    .selectFrom("period_run")
    .select("period")
    .where("work", "=", "training")
    .where("period", "=", today)
    .executeTakeFirst()) !== undefined;

/** What is due to be told and was not yet. */
async function claim(
  tx: Tx,
  records: Records,
  person: string,
  today: string,
  now: string,
): Promise<Reminder | undefined> {
  const reminder = reminderOn(today, standingIn(records, person, today), records.rules.remindDays);
  if (!reminder) return undefined;
  const added = await tx
    .insertInto("training_reminder")
    .values({ person_id: person, ends_on: reminder.endsOn, days: reminder.days, told_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("days")
    .executeTakeFirst();
  return added && reminder;
}

/** What to do about it: attend a session, confirm the policy, or both. */
function lacksOf(records: Records, person: string, today: string): string[] {
  const standing = standingIn(records, person, today);
  return standing.trained ? [standing.ends] : standing.lacks;
}
