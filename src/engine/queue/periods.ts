import type { Tx } from "../database/database.ts";

/** Whether this is the first to do a period's work; in the transaction of that work, so it is done once or not at all. */
export async function firstRun(tx: Tx, work: string, period: string, now: string): Promise<boolean> {
  const added = await tx
    .insertInto("period_run")
    .values({ work, period, run_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("period")
    .executeTakeFirst();
  return added !== undefined;
}
