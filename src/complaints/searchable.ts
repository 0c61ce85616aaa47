import type { Desk } from "./desk.ts";
import { open } from "../content/content.ts";
import { indexWords, isFindable, searchIsLost } from "../content/finding.ts";

/** Fills the search table again after a crash emptied it: it is unlogged so that no dump holds its words. */
export async function refillSearch({ db, keys }: Desk): Promise<number> {
  if (!(await searchIsLost(db))) return 0;
  const rows = await db.selectFrom("complaint").select(["id", "reference"]).execute();
  for (const { id, reference } of rows)
    await db.transaction().execute(async (tx) => {
      const kept = (await open(tx, keys, [id])).filter(
        ({ version, name }) => version > 0 && isFindable(name),
      );
      for (const [version, words] of Map.groupBy(kept, (each) => each.version))
        await indexWords(
          tx,
          id,
          version,
          [reference, ...words.map(({ clear }) => clear.toString())].join("\n"),
        );
    });
  return rows.length;
}
