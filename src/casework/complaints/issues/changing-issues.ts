import { sql } from "kysely";
import type { Asked } from "../handle.ts";
import type { Desk } from "../../../record/desk.ts";
import type { Tx } from "../../../engine/database/database.ts";
import { keep } from "../../../record/content/content.ts";
import { makeOnce } from "../requests.ts";

export type Named = { name: string; description?: string | undefined; closed: boolean };
type Changed =
  | { id: string }
  | { kind: "unknown" }
  | { kind: "stale"; version: number }
  | { kind: "key-reused" };

/** Opens an issue; the same request again answers the same one. */
export async function openIssue(desk: Desk, named: Named, by: string, asked: Asked): Promise<Changed> {
  return makeOnce(desk, asked, async (tx, id) => {
    await tx.insertInto("systemic_issue").values({ id, opened_at: desk.now(), opened_by: by }).execute();
    await save(tx, desk, id, 1, named, by);
  });
}

export async function changeIssue(
  desk: Desk,
  id: string,
  version: number,
  named: Named,
  by: string,
): Promise<Changed> {
  return desk.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx);
    const latest = await tx
      .selectFrom("systemic_issue_state")
      .select("version")
      .where("issue_id", "=", id)
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirst();
    if (!latest) return { kind: "unknown" };
    if (latest.version !== version) return { kind: "stale", version: latest.version };
    await save(tx, desk, id, version + 1, named, by);
    return { id };
  });
}

/** Its name and description are words, kept like those of a complaint, under a key of its own. */
async function save(
  tx: Tx,
  { keys, now }: Desk,
  id: string,
  version: number,
  { name, description, closed }: Named,
  by: string,
): Promise<void> {
  const words = new Map([["name", Buffer.from(name)]]);
  if (description) words.set("description", Buffer.from(description));
  await keep(tx, keys, id, version, words);
  await tx
    .insertInto("systemic_issue_state")
    .values({ issue_id: id, version, closed, recorded_at: now(), recorded_by: by })
    .execute();
}
