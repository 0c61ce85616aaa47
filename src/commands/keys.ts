import type { Db } from "../database/database.ts";
import type { Keys } from "../content/keys.ts";
import { keepsWords, keysAreForeign } from "../content/content.ts";
import { loadKeys, missingKeys } from "../content/keys.ts";
import { Failure } from "./usage.ts";

/** The keys of a database; made only where nothing is kept yet. */
export async function keysOf(db: Db, folder: string): Promise<Keys> {
  const missing = missingKeys(folder);
  if (missing.length > 0 && (await keepsWords(db)))
    throw new Failure(
      `${missing.join(", ")} missing from ${folder}, and the database holds words that only they open; nothing was changed. Put the key files back (REDRESS_KEYS).`,
    );
  const keys = loadKeys(folder);
  if (await keysAreForeign(db, keys))
    throw new Failure(
      `the keys in ${folder} do not open what this database holds; nothing was changed. Put the right key files back (REDRESS_KEYS).`,
    );
  return keys;
}
