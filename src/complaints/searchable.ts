import type { Desk } from "./desk.ts";
import { open } from "../content/content.ts";
import { indexProgramme, indexWords, isFindable, searchIsLost } from "../content/finding.ts";
import { unsearchable } from "./queries/hidden.ts";

/** Fills the search table again after a crash emptied it: it is unlogged so that no dump holds its words. */
export async function refillSearch(desk: Desk): Promise<number> {
  await fillProgrammes(desk);
  const { db, keys } = desk;
  if (!(await searchIsLost(db))) return 0;
  const rows = await db.selectFrom("complaint").select(["id", "reference"]).execute();
  for (const { id, reference } of rows)
    await db.transaction().execute(async (tx) => {
      const unread = await tx
        .selectFrom("complaint_event")
        .select("version")
        .where("complaint_id", "=", id)
        .where("type", "in", [...unsearchable])
        .execute();
      const except = unread.map(({ version }) => version);
      const kept = (await open(tx, keys, [id], { except })).filter(
        ({ version, name }) => version > 0 && isFindable(name),
      );
      for (const [version, words] of Map.groupBy(kept, (each) => each.version))
        await indexWords(tx, {
          complaintId: id,
          version,
          words: [reference, ...words.map(({ clear }) => clear.toString())].join("\n"),
        });
    });
  return rows.length;
}

/** Complaints that were received before programmes could be compared. */
async function fillProgrammes({ db, keys }: Desk): Promise<void> {
  const rows = await db
    .selectFrom("content")
    .leftJoin("complaint_programme", "complaint_programme.complaint_id", "content.owner_id")
    .select("content.owner_id")
    .where("content.version", "=", 1)
    .where("content.name", "=", "programme")
    .where("complaint_programme.complaint_id", "is", null)
    .execute();
  for (const { owner_id } of rows)
    await db.transaction().execute(async (tx) => {
      const [programme] = await open(tx, keys, [owner_id], { version: 1, names: ["programme"] });
      if (programme) await indexProgramme(tx, keys, owner_id, programme.clear.toString());
    });
}
