import type { Desk } from "../../record/desk.ts";
import type { Tx } from "../../engine/database/database.ts";
import { lettersNamed } from "../../record/content/tokens.ts";
import { isSpamReport, reportsFailure } from "./delivery-reports.ts";
import { header, type Mail } from "./parsing.ts";

/** What a report says of one letter of ours; no outcome where it says nothing of its delivery. */
export type Bounce = {
  letterId: string;
  complaintId: string;
  outcome?: "undeliverable" | "delayed";
  status?: string;
};

/** Reports quote what they are about; more than this of it proves nothing more. */
const quoted = 200_000;

/**
 * The letter that a report is about, found only by a Message-ID that we alone can have made: a report that names none,
 * or a forged one, changes nothing (E-15).
 */
export async function bouncedLetter(
  tx: Tx,
  { keys }: Desk,
  mail: Mail,
  sign: string,
): Promise<Bounce | undefined> {
  // Some quote the Message-ID without its brackets, and below pages of explanation.
  const like = everythingIn(mail).matchAll(/[0-9a-f-]{36}\.[0-9a-f]{20}@/g);
  const named = lettersNamed(keys, [...like.take(100)].map(([id]) => `<${id}`).join(" "));
  if (named.length === 0) return undefined;
  const letter = await tx
    .selectFrom("letter")
    .select(["id", "complaint_id"])
    .where("id", "in", named)
    .limit(1)
    .executeTakeFirst();
  return letter && { letterId: letter.id, complaintId: letter.complaint_id, ...verdictOf(mail, sign) };
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

/** Also as it is called where addresses are not only ASCII (RFC 6533). */
const partsOf = ({ files }: Mail, type: string): string =>
  files
    .filter((file) => file.type.replace("/global-", "/") === type)
    .map(({ bytes }) => Buffer.from(bytes.subarray(0, quoted)).toString("latin1"))
    .join("\n");

/**
 * RFC 3464 where it is followed: `failed` is for good, `delayed` may still arrive, `delivered`, `relayed` and `expanded`
 * are no failure. The plain text of an old server is a failure unless it says that it goes on trying. A report of spam
 * (RFC 5965), or a note of absence without a return path, is about a letter that did arrive.
 */
export function verdictOf(mail: Mail, sign: string): Pick<Bounce, "outcome" | "status"> {
  const report = partsOf(mail, "message/delivery-status");
  const said = report || mail.text;
  const status = /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(said)?.[1];
  const outcome = outcomeOf(mail, sign, said, status);
  return { ...(outcome && { outcome }), ...(status && { status }) };
}

function outcomeOf(
  mail: Mail,
  sign: string,
  said: string,
  status: string | undefined,
): Bounce["outcome"] | undefined {
  const actions = [...said.matchAll(/^action:\s*(\w+)/gim)].map(([, action]) => action!.toLowerCase());
  if (actions.includes("failed")) return "undeliverable";
  if (actions.includes("delayed")) return "delayed";
  if (actions.length > 0 || status?.startsWith("2") || isSpamReport(mail)) return undefined;
  if (status !== undefined) return status.startsWith("4") ? "delayed" : "undeliverable";
  if (arrived.test(mail.subject)) return undefined;
  if (goesOn.test(`${mail.subject}\n${mail.text.slice(0, 4000)}`)) return "delayed";
  return sign === "empty-return-path" && !reportsFailure(mail) ? undefined : "undeliverable";
}

/** Exchange's receipts of delivery, in the languages of its servers here, where a gateway took their form away. */
const arrived = /^(delivered|relayed|expanded|zugestellt|weitergeleitet|erweitert)\s*:/i;
const goesOn =
  /\bdelay(ed)?\b|vorübergehende[sr]? (problem|fehler)|warning message only|not yet been delivered|no action is required|(will|wird|still) (be |keep |continue |weiterhin )?(to )?(retr|try)|verzögert|erneut versucht/iu;
