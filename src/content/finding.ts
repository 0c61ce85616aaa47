import { sql } from "kysely";
import type { Db, Tx } from "../database/database.ts";
import { keyedDigest, type Keys } from "./keys.ts";

/** Whether one searches by words of this name: not by files, nor by what is worth money. */
export const isFindable = (name: string): boolean => !/^(file|code:|iban:)/.test(name);

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

/** Words of one version of a complaint that can be searched. */
export type Spoken = { complaintId: string; version: number; words: string };

/** Adds words to what can be searched; both stemmers, because one customer writes German and the next English. */
export async function indexWords(tx: Tx, ...spoken: readonly Spoken[]): Promise<void> {
  if (spoken.length === 0) return;
  // A tsvector holds at most a megabyte; the beginning of a very long text is what one searches by.
  const texts = spoken.map(({ words }) => words.slice(0, 200_000));
  await sql`insert into complaint_search (complaint_id, version, words)
    select complaint_id, version, to_tsvector('german', text) || to_tsvector('english', text)
    from unnest(${spoken.map(({ complaintId }) => complaintId)}::uuid[], ${spoken.map(({ version }) => version)}::int[], ${texts}::text[]) as spoken (complaint_id, version, text)
    on conflict do nothing`.execute(tx);
}

/** The condition for a search text; nothing in it can be an operator that fails. */
export const matching = (text: string) =>
  sql<boolean>`exists (select from complaint_search s where s.complaint_id = complaint.id
    and (s.words @@ websearch_to_tsquery('german', ${text}) or s.words @@ websearch_to_tsquery('english', ${text})))`;

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

/** After a crash the unlogged table is empty although there are complaints. */
export async function searchIsLost(db: Db): Promise<boolean> {
  const { rows } = await sql<{ lost: boolean }>`select
    exists (select from content where version = 1) and not exists (select from complaint_search) as lost`.execute(
    db,
  );
  return rows[0]?.lost ?? false;
}
