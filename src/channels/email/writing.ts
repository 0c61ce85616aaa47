import MailComposer from "nodemailer/lib/mail-composer";
import type { Desk } from "../../complaints/desk.ts";
import type { LetterKind } from "../../core/complaint/letters.ts";
import { publicStatus } from "../../complaints/queries/public-status.ts";
import { keep, open } from "../../content/content.ts";
import { linkToken, statusCode } from "../../content/tokens.ts";
import { compose } from "../../letters/composing.ts";
import { templateFor } from "../../letters/templates.ts";
import { isAddress } from "./address.ts";

type Owed = {
  id: string;
  complaint_id: string;
  version: number;
  kind: string;
  message_id: string;
  written: boolean;
};
export type Written = { envelope: { from: string; to: string }; raw: Buffer };

const nameOf = (letterId: string) => `letter:${letterId}`;

/** The finished letter: written at its first attempt, kept with the complaint's words, and read from there afterwards. */
export async function writeLetter(desk: Desk, letter: Owed, to: string): Promise<Written | undefined> {
  const { channels } = await desk.policyAt(desk.now());
  const envelope = { from: channels.email, to };
  const raw = letter.written ? await keptLetter(desk, letter) : await writeOnce(desk, letter, to);
  return raw && { envelope, raw };
}

export async function keptLetter(
  { db, keys }: Desk,
  letter: Pick<Owed, "id" | "complaint_id">,
): Promise<Buffer | undefined> {
  const [kept] = await open(db, keys, [letter.complaint_id], { version: 0, names: [nameOf(letter.id)] });
  return kept?.clear;
}

/** Where a letter that still waits goes to; null where there is no address that could be written to. */
export async function recipientOf({ db, keys }: Desk, letterId: string): Promise<string | null | undefined> {
  const letter = await db
    .selectFrom("letter")
    .select("complaint_id")
    .where("id", "=", letterId)
    .where("state", "=", "queued")
    .executeTakeFirst();
  if (!letter) return undefined;
  const [email] = await open(db, keys, [letter.complaint_id], { version: 1, names: ["email"] });
  const address = email?.clear.toString().trim();
  return address !== undefined && isAddress(address) ? address : null;
}

async function writeOnce(desk: Desk, letter: Owed, to: string): Promise<Buffer | undefined> {
  const status = await publicStatus(desk, letter.complaint_id, letter.version);
  if (!status || status.erased) return undefined;
  const policy = await desk.policy(status.policyVersion);
  const { db, keys, url } = desk;
  const token = linkToken(keys, letter.complaint_id);
  const code = statusCode(keys, letter.complaint_id);
  const person = await ownerName(desk, letter.complaint_id);
  const template = await templateFor(db, { kind: letter.kind as LetterKind, language: status.language });
  const composed = compose(template, { status, policy, url, token, code, ...(person && { person }) });
  const thread = await customersMessageId(desk, letter.complaint_id);
  const raw = await new MailComposer({
    from: { name: policy.organisation.name, address: policy.channels.email },
    // The address alone: a display name of the customer's choosing could say anything.
    to: { name: "", address: to },
    ...composed,
    messageId: letter.message_id,
    date: new Date(Temporal.Instant.from(desk.now()).epochMilliseconds),
    headers: {
      "Auto-Submitted": letter.kind === "acknowledgement" ? "auto-replied" : "auto-generated",
      "Content-Language": status.language,
    },
    ...(thread && { inReplyTo: thread, references: thread }),
    xMailer: false,
  } as object)
    .compile()
    .build();
  // Kept at the first writing only: when two workers race, both send what was kept first.
  const first = await db.transaction().execute(async (tx) => {
    const claimed = await tx
      .updateTable("letter")
      .set({ template_version: template.version, written_at: desk.now() })
      .where("id", "=", letter.id)
      .where("written_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (claimed) await keep(tx, keys, letter.complaint_id, 0, new Map([[nameOf(letter.id), raw]]));
    return claimed !== undefined;
  });
  return first ? raw : keptLetter(desk, letter);
}

/** With whom the complaint lies when the letter is written: a name to ask for. */
async function ownerName({ db }: Desk, complaintId: string): Promise<string | undefined> {
  const owner = await db
    .selectFrom("complaint")
    .innerJoin("person", "person.id", "complaint.owner_id")
    .select("person.name")
    .where("complaint.id", "=", complaintId)
    .executeTakeFirst();
  return owner?.name;
}

/** The Message-ID under which the customer wrote, so that our letter appears beneath it in their mail program. */
async function customersMessageId({ db, keys }: Desk, complaintId: string): Promise<string | undefined> {
  const message = await db
    .selectFrom("intake_message")
    .select("id")
    .where("complaint_id", "=", complaintId)
    .where("disposition", "=", "complaint")
    .executeTakeFirst();
  if (!message) return undefined;
  // Its headers are enough, however large it is.
  const [raw] = await open(db, keys, [message.id], { version: 0, names: ["raw"], firstPart: true });
  return raw && messageIdIn(raw.clear);
}

/** Read from the headers alone, without a parser: a message that no parser survives was answered all the same. */
function messageIdIn(raw: Buffer): string | undefined {
  const headers = raw
    .subarray(0, 256 * 1024)
    .toString("latin1")
    .split(/\r?\n\r?\n/, 1)[0]!;
  return /^message-id:\s*(<[^<>\s]{3,250}>)\s*$/im.exec(headers)?.[1];
}
