import type { Db, Tx } from "../../engine/database/database.ts";
import { keyedDigest, type Keys } from "./keys.ts";

/** The names of the words that these owners keep about something: `iban:…`, `payee:…`. */
export async function wordNames(
  db: Db,
  ownerIds: readonly string[],
  about: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom("content")
    .select("name")
    .distinct()
    .where("owner_id", "in", ownerIds)
    .where(({ or, eb }) => or(about.map((what) => eb("name", "like", `${what}:%`))))
    .execute();
  return rows.map(({ name }) => name);
}

/** An address or number as it is compared: an exact look-up that tells a stolen dump nothing. */
export const contactDigest = (keys: Keys, contact: string): Buffer =>
  keyedDigest(keys.lookup, "contact", contact.trim().toLowerCase());

export async function indexContacts(
  tx: Tx,
  keys: Keys,
  contacts: readonly { complaintId: string; contact: string }[],
): Promise<void> {
  if (contacts.length === 0) return;
  const rows = contacts.map(({ complaintId, contact }) => ({
    complaint_id: complaintId,
    digest: contactDigest(keys, contact),
  }));
  await tx
    .insertInto("complaint_contact")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A programme as it is compared, whatever the spaces and capitals. */
export async function indexProgramme(tx: Tx, keys: Keys, complaintId: string, programme: string) {
  const spelled = programme.trim().toLowerCase().replace(/\s+/g, " ");
  await tx
    .insertInto("complaint_programme")
    .values({ complaint_id: complaintId, digest: keyedDigest(keys.lookup, "programme", spelled) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
