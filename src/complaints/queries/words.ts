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
  const names = await db
    .selectFrom("content")
    .select("name")
    .distinct()
    .where("owner_id", "=", complaintId)
    .where("version", ">", 0)
    .execute();
  const wanted = names.map(({ name }) => name).filter((name) => !/^file:\d+$/.test(name));
  const words = new Map<number, Record<string, string>>();
  if (wanted.length === 0) return words;
  for (const { version, name, clear } of await open(db, keys, [complaintId], { names: wanted, except }))
    words.getOrInsertComputed(version, () => ({}))[name] = clear.toString();
  return words;
}
