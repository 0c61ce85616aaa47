import type { Access } from "../database/outside.ts";
import { refold } from "../complaints/projections/read-models.ts";
import { mustBeFinished } from "../backup/unfinished.ts";
import { openDatabase, unhurried } from "../database/database.ts";
import { oneAtATime } from "../database/guarded.ts";
import { migrate } from "../database/migrate.ts";
import { prepareQueue } from "../queue/queue.ts";

/**
 * Brings a database to this version: tables, queues, read models. What is missing is read from the database and never from
 * what this start has done, so the step may be cut anywhere and repeated; any number of nodes may begin it at once, and
 * each waits for the one before. Answers the migrations that were applied now.
 */
export async function prepareDatabase(
  { owner, app }: Access,
  progress?: (complaints: number) => void,
  { restoring = false } = {},
): Promise<string[]> {
  return oneAtATime(owner, async () => {
    if (!restoring) await mustBeFinished(owner);
    const applied = await migrate(owner);
    await prepareQueue(owner);
    const db = openDatabase({ ...app, ...unhurried });
    try {
      await refold(db, progress);
    } finally {
      await db.destroy();
    }
    return applied;
  });
}
