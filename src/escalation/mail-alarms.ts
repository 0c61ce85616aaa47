import type { Desk } from "../complaints/desk.ts";
import type { Tx } from "../database/database.ts";
import { responsible } from "../office/people.ts";
import { tell } from "../office/notices.ts";

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
      for (const alarm of alarms) await tellAll(tx, desk, alarm, now);
    });
}

async function tellAll(
  tx: Tx,
  desk: Desk,
  alarm: { subject: string; facts: Record<string, unknown> },
  now: string,
): Promise<void> {
  const { contacts } = await responsible(tx);
  const admins = await tx
    .selectFrom("person")
    .select(["id", "roles"])
    .where("disabled_at", "is", null)
    .execute();
  const people = new Set([
    ...contacts,
    ...admins.filter(({ roles }) => roles.includes("admin")).map(({ id }) => id),
  ]);
  const { channels } = await desk.policyAt(now, tx);
  const domain = channels.email.split("@").at(-1)!;
  for (const personId of people)
    await tell(tx, desk.queue, { personId, kind: "mailbox", ...alarm }, domain, now);
}
