import type { Access } from "../engine/database/outside.ts";
import { refold } from "../casework/complaints/projections/read-models.ts";
import { mustBeFinished } from "../areas/backup/unfinished.ts";
import { openDatabase, unhurried } from "../engine/database/database.ts";
import { oneAtATime } from "../engine/database/guarded.ts";
import { migrate } from "../engine/database/migrate.ts";
import { prepareQueue } from "../engine/queue/queue.ts";

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
