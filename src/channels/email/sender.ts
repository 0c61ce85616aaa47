import type { Desk } from "../../complaints/desk.ts";
import { contactDigest } from "../../content/finding.ts";
import { open } from "../../content/content.ts";
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
