import type pg from "pg";
import { readModels, refold } from "../../casework/complaints/projections/read-models.ts";
import { keysIn } from "../../record/content/keys.ts";
import { openDatabase, unhurried } from "../../engine/database/database.ts";
import { migrate } from "../../engine/database/migrate.ts";
import { inScratchDatabase } from "../../engine/database/scratch.ts";
import { verify, type Verdict } from "../../record/journal/verify.ts";
import { load } from "./loading.ts";
import type { Opener } from "./secrets.ts";

/**
 * The restore drill: loads a backup into a scratch database beside the real one and verifies all of it with the keys that
 * came out of the backup, and no others. Takes as much room as the database, for as long as it runs.
 */
export async function prove(owner: pg.PoolConfig, file: string, opener: Opener): Promise<Verdict> {
  return inScratchDatabase(owner, async (scratch) => {
    const { keys } = await load({ owner: scratch, file, opener });
    await migrate(scratch);
    const db = openDatabase({ ...scratch, ...unhurried, max: 4 });
    try {
      await refold(db);
      return await verify(
        db,
        keysIn((name) => keys.get(name)!),
        readModels,
      );
    } finally {
      await db.destroy();
    }
  });
}
