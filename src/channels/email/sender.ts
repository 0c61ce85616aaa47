import { sql } from "kysely";
import type { Desk } from "../../record/desk.ts";
import { contactDigest } from "../../record/content/finding.ts";
import { open } from "../../record/content/content.ts";
import { takesNoAnswer } from "./address.ts";
import type { Mail } from "./parsing.ts";
import type { MailRoom } from "./room.ts";

/** Whether we know the address a message claims to come from. It is a claim: it opens nothing. */
export type Sender = "none" | "new" | "known" | "complainant" | "other-address";

export async function senderOf(
  { desk, known }: Pick<MailRoom, "desk" | "known">,
  { from }: Mail,
  answered: string | undefined,
): Promise<Sender> {
  if (!from?.address) return "none";
  const { db, keys } = desk;
  if (answered !== undefined) {
    const [own] = await open(db, keys, [answered], { version: 1, names: ["email"] });
    const same = own?.clear.toString().trim().toLowerCase() === from.address.toLowerCase();
    return same ? "complainant" : "other-address";
  }
  return (await known(contactDigest(keys, from.address))) ? "known" : "new";
}

/** Whether somebody with these addresses has complained before. */
export async function knownContacts({ db }: Desk, digests: readonly Buffer[]): Promise<boolean[]> {
  const { rows } = await sql<{ known: boolean }>`
    select exists (select from complaint_contact c where c.digest = asked.digest) as known
    from unnest(${digests}::bytea[]) with ordinality as asked (digest, place) order by place`.execute(db);
  return rows.map(({ known }) => known);
}

/** An address without the tag that some add after a plus sign. */
export const untagged = (address = ""): string => address.toLowerCase().replace(/\+[^@]*(?=@)/, "");

/**
 * The message as from the person who wrote it: a form on a web site sends in our own name, or in that of an address
 * that nobody reads, and says in Reply-To for whom.
 */
export function fromItsWriter(mail: Mail, ours: string): Mail {
  const { from, replyTo } = mail;
  const others = (address: string) => untagged(address) !== untagged(ours) && !takesNoAnswer(address);
  return from && replyTo && !others(from.address) && others(replyTo.address)
    ? { ...mail, from: replyTo }
    : mail;
}
