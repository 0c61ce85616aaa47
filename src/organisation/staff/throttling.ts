import { sql } from "kysely";
import type { Db, Tx } from "../../engine/database/database.ts";

/** Free tries before the delay, which then doubles up to a quarter of an hour. It delays; it locks nobody out. */
const freeTries = 5;
const longestDelay = 900;

/**
 * Whether somebody may try these secrets now. A try counts as failed before it is compared: comparing takes a while, and
 * a thousand guesses at the same moment are a thousand. Counted by keyed digest, so that no address is kept.
 */
export const mayTry = (db: Db, digests: Buffer[], now: string): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const names = digests.map((digest) => digest.toString("hex")).toSorted();
    // In one order, so that no two wait for each other.
    await sql`select pg_advisory_xact_lock(hashtextextended(name, 3)) from unnest(${names}::text[]) as name`.execute(
      tx,
    );
    if (await mustWait(tx, digests, now)) return false;
    await countTry(tx, digests, now);
    return true;
  });

async function mustWait(tx: Tx, digests: Buffer[], now: string): Promise<boolean> {
  const rows = await tx
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

async function countTry(tx: Tx, digests: Buffer[], now: string): Promise<void> {
  await tx
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
