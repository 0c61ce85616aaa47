import type { Desk } from "../../record/desk.ts";
import { open } from "../../record/content/content.ts";
import { indexProgramme } from "../../record/content/finding.ts";

const work = "programmes made comparable";

/** Complaints that were received before programmes could be compared; looked for once, because that reads all words. */
export async function fillProgrammes({ db, keys, now }: Desk): Promise<void> {
  if (await db.selectFrom("period_run").select("run_at").where("work", "=", work).executeTakeFirst()) return;
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
  await db
    .insertInto("period_run")
    .values({ work, period: "once", run_at: now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
