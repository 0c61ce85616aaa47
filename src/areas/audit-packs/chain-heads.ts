import { visibleTo } from "../../casework/complaints/queries/visible.ts";
import { json, written } from "../../engine/packing/packing.ts";
import type { Contributor } from "./pack.ts";

/**
 * The last number of each complaint's chain. Whoever gets a dossier of one later sees by it that nothing of what was
 * recorded up to then has been changed since.
 */
export const chainHeads: Contributor = async ({ desk, who, span, complaint }) => {
  const rows = await desk.db
    .selectFrom("complaint")
    .select(["reference", "version", "hash"])
    .where("received_at", ">=", span.from)
    .where("received_at", "<", span.before)
    .where(visibleTo(who))
    .orderBy("reference")
    .execute();
  const heads = rows.map(({ reference, version, hash }) => ({
    complaint: complaint(reference),
    facts: version,
    head: hash.toString("hex"),
  }));
  return [written("chain-heads.json", json(heads))];
};
