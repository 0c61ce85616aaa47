import type { Desk } from "../../record/desk.ts";
import { later } from "./pauses.ts";

/** Letters whose pause is over, and those that were never tried because no way out was configured then. */
export async function requeueLetters(desk: Desk): Promise<void> {
  const now = desk.now();
  const due = await desk.db
    .selectFrom("letter")
    .select("id")
    .where("state", "=", "queued")
    .where(({ or, and, eb }) =>
      or([
        eb("next_attempt_at", "<=", now),
        and([eb("next_attempt_at", "is", null), eb("created_at", "<=", later(now, { minutes: -1 }))]),
      ]),
    )
    .orderBy("created_at")
    .limit(500)
    .execute();
  await desk.db.transaction().execute(async (tx) => {
    for (const { id } of due) await desk.queue.add(tx, "send-letter", { letterId: id });
  });
}

/** Messages without a disposition although their turn is long past: none is forgotten. */
export async function requeueMessages(desk: Desk): Promise<void> {
  const stuck = await desk.db
    .selectFrom("intake_message")
    .select("id")
    .where("disposition", "is", null)
    .where("received_at", "<=", later(desk.now(), { minutes: -5 }))
    .limit(500)
    .execute();
  await desk.db.transaction().execute(async (tx) => {
    for (const { id } of stuck) await desk.queue.add(tx, "place-message", { intakeId: id });
  });
}
