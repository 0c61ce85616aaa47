import type { Db } from "../../database/database.ts";
import type { Keys } from "../../content/keys.ts";
import { open } from "../../content/content.ts";

/** The words of each version of one complaint but these; none once they were erased. Files are left where they are. */
export async function wordsOf(
  db: Db,
  keys: Keys,
  complaintId: string,
  except: readonly number[] = [],
): Promise<ReadonlyMap<number, Record<string, string>>> {
  const words = new Map<number, Record<string, string>>();
  for (const { version, name, clear } of await open(db, keys, [complaintId], { withoutFiles: true, except }))
    words.getOrInsertComputed(version, () => ({}))[name] = clear.toString();
  return words;
}
