import { createHash, timingSafeEqual } from "node:crypto";
import type { Db, Tx } from "../../engine/database/database.ts";
import { keyedDigest, type Keys } from "./keys.ts";

const digest = (token: string) => createHash("sha256").update(token).digest();

/** The secret in a customer's link: 256 bits, the same in each letter, and only its digest is stored. */
export const linkToken = (keys: Keys, complaintId: string): string =>
  keyedDigest(keys.links, "link", complaintId).toString("base64url");

export async function issueLinks(
  tx: Tx,
  keys: Keys,
  links: readonly { complaintId: string; at: string }[],
): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map(({ complaintId, at }) => ({
    token_digest: digest(linkToken(keys, complaintId)),
    complaint_id: complaintId,
    created_at: at,
  }));
  await tx
    .insertInto("customer_link")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The complaint behind a customer's link; nothing for a wrong or withdrawn one. */
export async function complaintByLink(db: Db, token: string): Promise<string | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined;
  const row = await db
    .selectFrom("customer_link")
    .select("complaint_id")
    .where("token_digest", "=", digest(token))
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return row?.complaint_id;
}

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The 60-bit code beside a reference (12 signs of Crockford's base 32, in threes), derived, so that none is stored. */
export function statusCode(keys: Keys, complaintId: string): string {
  const signs = [...keyedDigest(keys.links, "code", complaintId).subarray(0, 12)].map(
    (byte) => alphabet[byte % 32],
  );
  return signs.join("").replace(/(...)(?=.)/g, "$1-");
}

/** Compares in constant time what a person typed; O and I are read as 0 and 1, L as 1. */
export function isStatusCode(keys: Keys, complaintId: string, typed: string): boolean {
  const plain = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return timingSafeEqual(digest(plain), digest(statusCode(keys, complaintId).replaceAll("-", "")));
}

/** Our Message-IDs carry an 80-bit tag, so that a reply is known by what only we can have issued. */
export const messageId = (keys: Keys, letterId: string, domain: string): string =>
  `<${letterId}.${tag(keys, letterId)}@${domain}>`;

const tag = (keys: Keys, letterId: string) =>
  keyedDigest(keys.links, "message-id", letterId).subarray(0, 10).toString("hex");

/** The letters that a header (In-Reply-To, References) names with a true tag; forged ones are as if not there. */
export function lettersNamed(keys: Keys, header: string): string[] {
  const named = header.slice(0, 10_000).matchAll(/<([0-9a-f-]{36})\.([0-9a-f]{20})@/g);
  return [...named]
    .filter(([, id, mac]) => timingSafeEqual(digest(tag(keys, id!)), digest(mac!)))
    .map(([, id]) => id!);
}
