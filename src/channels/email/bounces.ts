import type { Desk } from "../../complaints/desk.ts";
import type { Tx } from "../../database/database.ts";
import { lettersNamed } from "../../content/tokens.ts";
import { header, type Mail } from "./parsing.ts";

/** What a report says of one letter of ours. */
export type Bounce = { letterId: string; complaintId: string; permanent: boolean; status?: string };

/** Reports quote what they are about; more than this of it proves nothing more. */
const quoted = 200_000;

/**
 * The letter that a report is about, found only by a Message-ID that we alone can have made: a report that names none,
 * or a forged one, changes nothing (E-15).
 */
export async function bouncedLetter(tx: Tx, { keys }: Desk, mail: Mail): Promise<Bounce | undefined> {
  const said = everythingIn(mail);
  const named = lettersNamed(keys, said);
  if (named.length === 0) return undefined;
  const letter = await tx
    .selectFrom("letter")
    .select(["id", "complaint_id"])
    .where("id", "in", named)
    .limit(1)
    .executeTakeFirst();
  return letter && { letterId: letter.id, complaintId: letter.complaint_id, ...verdictOf(said) };
}

const everythingIn = (mail: Mail): string =>
  [
    header(mail, "in-reply-to"),
    header(mail, "references"),
    mail.text,
    ...mail.files
      .filter(({ type }) => /^(message|text)\//.test(type))
      .map(({ bytes }) => Buffer.from(bytes.subarray(0, quoted)).toString("latin1")),
  ]
    .join("\n")
    .slice(0, 2 * quoted);

/** RFC 3464: `delayed`, `relayed` or a 4.x.x status may still arrive; a plain text of an old server may not. */
function verdictOf(said: string): Pick<Bounce, "permanent" | "status"> {
  const action = /^action:\s*(\w+)/im.exec(said)?.[1]?.toLowerCase();
  const status = /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(said)?.[1];
  const permanent = action === undefined ? !status?.startsWith("4") : action === "failed";
  return { permanent, ...(status && { status }) };
}
