import { Unusable } from "../../engine/database/unusable.ts";
import type { Db } from "../../engine/database/database.ts";
import { keepsWords, keysAreForeign } from "./content.ts";
import { loadKeys, missingKeys, type Keys } from "./keys.ts";

/** The keys of a database; made only where nothing is kept yet. */
export async function keysOf(db: Db, folder: string): Promise<Keys> {
  const missing = missingKeys(folder);
  if (missing.length > 0 && (await keepsWords(db)))
    throw new Unusable(
      `${missing.join(", ")} missing from ${folder}, and the database holds words that only they open; nothing was changed. Put the key files back (REDRESS_KEYS).`,
    );
  const keys = loadKeys(folder);
  if (await keysAreForeign(db, keys))
    throw new Unusable(
      `the keys in ${folder} do not open what this database holds; nothing was changed. Put the right key files back (REDRESS_KEYS).`,
    );
  return keys;
}
