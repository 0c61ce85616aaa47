import type { Desk } from "../../record/desk.ts";
import { caretakers } from "../../organisation/office/people.ts";
import { tell } from "../../organisation/office/notices.ts";

/** So long a mailbox may be out of reach, as servers are now and then, before somebody is told. */
const patience = { minutes: 10 };
/** Half of the 48 hours in which a message that was set aside may still turn out to be a complaint. */
const halfTime = { hours: 24 };

/** Each outage, each loss and each day of waiting is told once; the app shows the state at any time. */
export async function raiseMailAlarms(desk: Desk): Promise<void> {
  const now = desk.now();
  const before = (by: Temporal.DurationLike) =>
    Temporal.Instant.from(now).subtract(by).toString({ fractionalSecondDigits: 3 });
  const after = Temporal.Instant.from(now).add(halfTime).toString({ fractionalSecondDigits: 3 });
  const silent = await desk.db
    .selectFrom("mailbox")
    .select(["name", "state", "state_since", "last_error"])
    .where("state", "in", ["unreachable", "refused", "no-folder"])
    .where("state_since", "<=", before(patience))
    .execute();
  const vanished = await desk.db
    .selectFrom("mailbox")
    .select(["name", "vanished"])
    .where("vanished", ">", 0)
    .execute();
  const waiting = await desk.db
    .selectFrom("intake_message")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("disposition", "=", "quarantine")
    .where("reason", "<>", "before-start")
    .where("due_at", "<=", after)
    .executeTakeFirstOrThrow();
  const alarms = [
    ...silent.map(({ name, state, state_since, last_error }) => ({
      subject: `${name} ${state_since}`,
      facts: { problem: state, mailbox: name, since: state_since, error: last_error },
    })),
    ...vanished.map(({ name, vanished: count }) => ({
      subject: `${name} vanished ${count}`,
      facts: { problem: "vanished", mailbox: name, count },
    })),
    ...(waiting.count > 0
      ? [
          {
            subject: `quarantine ${now.slice(0, 10)}`,
            facts: { problem: "quarantine", count: waiting.count },
          },
        ]
      : []),
  ];
  if (alarms.length > 0)
    await desk.db.transaction().execute(async (tx) => {
      const people = await caretakers(tx);
      for (const alarm of alarms) await tell(tx, desk, people, { kind: "mailbox", ...alarm });
    });
}
