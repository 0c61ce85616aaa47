import type { Desk } from "../../record/desk.ts";
import type { Db } from "../../engine/database/database.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { readReference } from "../../core/complaint/reference.ts";
import { lettersNamed } from "../../record/content/tokens.ts";
import type { Mail } from "./parsing.ts";

/** A reply belongs to a complaint only by a Message-ID that we alone can have made; a subject proves nothing. */
export async function complaintAnswered({ keys }: Desk, db: Db, mail: Mail): Promise<string | undefined> {
  const named = lettersNamed(keys, answers(mail));
  if (named.length === 0) return undefined;
  const letter = await db
    .selectFrom("letter")
    .select("complaint_id")
    .where("id", "in", named)
    .limit(1)
    .executeTakeFirst();
  return letter?.complaint_id;
}

/** What a message answers; some programs write the header twice, or lose the brackets. */
const answers = ({ headers }: Mail): string =>
  ["in-reply-to", "references"]
    .flatMap((name) => headers.get(name) ?? [])
    .join(" ")
    .replace(/(^|[\s,])(?=[0-9a-f-]{36}\.)/g, "$1<");

/** Names a letter as ours are named, without being able to prove it. */
export const namesForged = ({ keys }: Desk, mail: Mail): boolean =>
  /<[0-9a-f-]{36}\.[0-9a-f]{20}@/.test(answers(mail)) && lettersNamed(keys, answers(mail)).length === 0;

/** The reference that the subject speaks of: a hint for people, who decide whether it belongs there. */
export function mentioned(
  { subject }: Mail,
  { organisation: { referencePrefix } }: Policy,
): string | undefined {
  for (const [found] of subject.matchAll(/[A-Z]{1,6}[-\s–—._/]?\d{4}[-\s–—._/]?\d{6,9}[-\s–—._/]?\d/gi)) {
    const read = readReference(found, referencePrefix);
    if ("reference" in read) return read.reference;
  }
  return undefined;
}
