import type { Desk } from "./desk.ts";

/** An Idempotency-Key is kept 30 days. */
export async function forgetRequests({ db, now }: Desk): Promise<void> {
  const before = Temporal.Instant.from(now())
    .subtract({ hours: 30 * 24 })
    .toString({ fractionalSecondDigits: 3 });
  await db.deleteFrom("request").where("recorded_at", "<", before).execute();
}
