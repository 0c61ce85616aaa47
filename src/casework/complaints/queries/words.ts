import type { Db } from "../../../engine/database/database.ts";
import type { Keys } from "../../../record/content/keys.ts";
import { open } from "../../../record/content/content.ts";

type Words = ReadonlyMap<number, Record<string, string>>;

/** The words of each version of one complaint but these; none once they were erased. Files are left where they are. */
export async function wordsOf(
  db: Db,
  keys: Keys,
  complaintId: string,
  except: readonly number[] = [],
): Promise<Words> {
  return (await wordsOfAll(db, keys, [complaintId], except))(complaintId);
}

/** The same of several complaints at once. */
export async function wordsOfAll(
  db: Db,
  keys: Keys,
  complaintIds: readonly string[],
  except: readonly number[] = [],
): Promise<(complaintId: string) => Words> {
  const all = new Map<string, Map<number, Record<string, string>>>();
  const kept = await open(db, keys, complaintIds, { withoutFiles: true, except });
  for (const { ownerId, version, name, clear } of kept) {
    const words = all.getOrInsertComputed(ownerId, () => new Map<number, Record<string, string>>());
    words.getOrInsertComputed(version, () => ({}))[name] = clear.toString();
  }
  return (complaintId) => all.get(complaintId) ?? new Map();
}
