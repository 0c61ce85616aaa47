import { sql } from "kysely";
import type { Tx } from "../../engine/database/database.ts";

/** Deletes words, salts and data keys of these owners; only the erasing role may. The chain still verifies afterwards. */
export async function eraseContent(tx: Tx, ownerIds: readonly string[]): Promise<void> {
  if (ownerIds.length === 0) return;
  await sql`set local role redress_erase`.execute(tx);
  await tx.deleteFrom("content").where("owner_id", "in", ownerIds).execute();
  await tx.deleteFrom("data_key").where("owner_id", "in", ownerIds).execute();
  await sql`reset role`.execute(tx);
  await tx.deleteFrom("complaint_programme").where("complaint_id", "in", ownerIds).execute();
  await tx.deleteFrom("complaint_contact").where("complaint_id", "in", ownerIds).execute();
}
