import { sql } from "kysely";
import type { Db } from "../database/database.ts";

/** Free tries before the delay, which then doubles up to a quarter of an hour. It delays; it locks nobody out. */
const freeTries = 5;
const longestDelay = 900;

/** Whether one of these secrets' guessers must wait; counted by keyed digest, so that no address is kept. */
export async function mustWait(db: Db, digests: Buffer[], now: string): Promise<boolean> {
  const rows = await db
    .selectFrom("failed_attempt")
    .select(["failures", "last_at"])
    .where("digest", "in", digests)
    .execute();
  return rows.some(({ failures, last_at }) => {
    if (failures < freeTries) return false;
    const seconds = Math.min(2 ** (failures - freeTries), longestDelay);
    return Temporal.Instant.compare(Temporal.Instant.from(last_at).add({ seconds }), now) > 0;
  });
}

export async function countFailure(db: Db, digests: Buffer[], now: string): Promise<void> {
  await db
    .insertInto("failed_attempt")
    .values(digests.map((digest) => ({ digest, failures: 1, last_at: now })))
    .onConflict((conflict) =>
      conflict.column("digest").doUpdateSet({ failures: sql`failed_attempt.failures + 1`, last_at: now }),
    )
    .execute();
}

export async function forgetFailures(db: Db, digests: Buffer[]): Promise<void> {
  await db.deleteFrom("failed_attempt").where("digest", "in", digests).execute();
}
