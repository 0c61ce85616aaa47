import type { Desk } from "../../complaints/desk.ts";
import { contactDigest } from "../../content/finding.ts";
import { open } from "../../content/content.ts";
import { takesNoAnswer } from "./address.ts";
import type { Mail } from "./parsing.ts";

/** Whether we know the address a message claims to come from. It is a claim: it opens nothing. */
export type Sender = "none" | "new" | "known" | "complainant" | "other-address";

export async function senderOf(desk: Desk, { from }: Mail, answered: string | undefined): Promise<Sender> {
  if (!from?.address) return "none";
  const { db, keys } = desk;
  if (answered !== undefined) {
    const [own] = await open(db, keys, [answered], { version: 1, names: ["email"] });
    const same = own?.clear.toString().trim().toLowerCase() === from.address.toLowerCase();
    return same ? "complainant" : "other-address";
  }
  const before = await db
    .selectFrom("complaint_contact")
    .select("complaint_id")
    .where("digest", "=", contactDigest(keys, from.address))
    .limit(1)
    .executeTakeFirst();
  return before ? "known" : "new";
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
