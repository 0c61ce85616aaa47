import { sql } from "kysely";
import type { Desk } from "../../complaints/desk.ts";
import type { Tx } from "../../database/database.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { handle, receive } from "../../complaints/handle.ts";
import { open } from "../../content/content.ts";
import { lettersNamed } from "../../content/tokens.ts";
import { automaticSign, bounceSign } from "./automatic.ts";
import { bouncedLetter } from "./bounces.ts";
import { guessLanguage } from "./language.ts";
import { earlierTwin, place, type Placing } from "./ledger.ts";
import { header, parseMail, type Mail } from "./parsing.ts";

const mailRoom = { kind: "system", id: "mail-room" } as const;

/** Finds the one disposition of a stored message; it and all that follows from it commit together. Harmless when repeated. */
export async function placeMessage(desk: Desk, intakeId: string): Promise<void> {
  const [raw] = await open(desk.db, desk.keys, [intakeId], { version: 0, names: ["raw"] });
  if (!raw) throw new Error("a message in the ledger has no bytes");
  const mail = await parseMail(raw.clear).catch(() => undefined);
  await desk.db.transaction().execute(async (tx) => {
    const message = await tx
      .selectFrom("intake_message")
      .selectAll()
      .where("id", "=", intakeId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (message.disposition !== null) return;
    // Delivered several times at the same moment: one after another, so that the first is the earlier one.
    await sql`select pg_advisory_xact_lock(hashtextextended(${message.digest.toString("hex")}, 1))`.execute(
      tx,
    );
    const twin = await earlierTwin(tx, message);
    const placing: Placing = twin
      ? {
          disposition: "duplicate",
          reason: "same-bytes",
          ...(twin.complaint_id && { complaintId: twin.complaint_id }),
        }
      : mail
        ? await throughStages(tx, desk, intakeId, message.received_at, mail)
        : { disposition: "quarantine", reason: "unreadable" };
    await place(tx, intakeId, placing, desk.now());
  });
}

/** The stages in their order; the first that recognises the message decides. */
async function throughStages(
  tx: Tx,
  desk: Desk,
  intakeId: string,
  receivedAt: string,
  mail: Mail,
): Promise<Placing> {
  const policy = await desk.policyAt(receivedAt, tx);
  const bounce = bounceSign(mail);
  if (bounce) return takeBounce(tx, desk, receivedAt, bounce, mail);
  if (isOurOwn(desk, mail, policy)) return { disposition: "automatic", reason: "own-mail" };
  const automatic = automaticSign(mail);
  const answered = await complaintAnswered(tx, desk, mail);
  if (automatic)
    return { disposition: "automatic", reason: automatic, ...(answered && { complaintId: answered }) };
  return answered
    ? joinReply(tx, desk, intakeId, receivedAt, answered, mail)
    : becomeComplaint(tx, desk, intakeId, receivedAt, mail, policy);
}

/** From our own address, or a letter of ours that came back: answering would be talking to ourselves. */
const isOurOwn = ({ keys }: Desk, mail: Mail, { channels }: Policy) =>
  untagged(mail.from?.address) === untagged(channels.email) ||
  lettersNamed(keys, header(mail, "message-id")).length > 0;

/** An address without the tag that some add after a plus sign. */
const untagged = (address = "") => address.toLowerCase().replace(/\+[^@]*(?=@)/, "");

/** A reply belongs to a complaint only by a Message-ID that we alone can have made; a subject proves nothing. */
async function complaintAnswered(tx: Tx, desk: Desk, mail: Mail): Promise<string | undefined> {
  const named = lettersNamed(desk.keys, `${header(mail, "in-reply-to")} ${header(mail, "references")}`);
  if (named.length === 0) return undefined;
  const letter = await tx
    .selectFrom("letter")
    .select("complaint_id")
    .where("id", "in", named)
    .limit(1)
    .executeTakeFirst();
  return letter?.complaint_id;
}

/** A letter of ours that came back is owed again; what reports something else, or nothing provable, is only kept. */
async function takeBounce(
  tx: Tx,
  desk: Desk,
  receivedAt: string,
  sign: string,
  mail: Mail,
): Promise<Placing> {
  const found = await bouncedLetter(tx, desk, mail);
  if (!found) return { disposition: "bounce", reason: sign };
  const { letterId, complaintId, permanent, status } = found;
  const verdicts = { letter: letterId, ...(status && { status }) };
  if (!permanent) return { disposition: "bounce", reason: "delayed", complaintId, verdicts };
  const letter = await tx
    .updateTable("letter")
    .set({ state: "bounced", last_error: status ?? "bounced", next_attempt_at: null })
    .where("id", "=", letterId)
    .where("state", "<>", "bounced")
    .returning("kind")
    .executeTakeFirst();
  if (letter)
    await handle(
      desk,
      mailRoom,
      complaintId,
      { do: "record-bounce", letterId, kind: letter.kind, at: receivedAt, ...(status && { status }) },
      { tx },
    );
  return { disposition: "bounce", reason: "undeliverable", complaintId, verdicts };
}

async function joinReply(
  tx: Tx,
  desk: Desk,
  intakeId: string,
  receivedAt: string,
  complaintId: string,
  mail: Mail,
): Promise<Placing> {
  const words = mail.text || mail.subject || noText[guessLanguage(mail.subject)];
  const outcome = await handle(
    desk,
    mailRoom,
    complaintId,
    { do: "record-message", via: "email", at: receivedAt, words, intakeId, files: mail.files },
    { tx },
  );
  if ("refused" in outcome) return { disposition: "quarantine", reason: outcome.refused, complaintId };
  return { disposition: "reply", complaintId, verdicts: { notes: mail.notes } };
}

const noText = { en: "(The message has no text.)", de: "(Die Nachricht enthält keinen Text.)" };

async function becomeComplaint(
  tx: Tx,
  desk: Desk,
  intakeId: string,
  receivedAt: string,
  mail: Mail,
  policy: Policy,
): Promise<Placing> {
  const language = guessLanguage(`${mail.subject}\n${mail.text}`);
  const { from, subject, text, files } = mail;
  const receipt = {
    platform: platformOf(mail, policy),
    channel: "email" as const,
    receivedAt,
    // Only asked for when it is placed a month after it reached us.
    receivedAtReason: "Placed long after it had reached the mailbox.",
    complainant: { language, ...(from && { email: from.address }), ...(from?.name && { name: from.name }) },
    subject: { kind: "other" as const },
    ...(subject && { summary: subject }),
    statement: text || noText[language],
    intakeId,
    files,
  };
  const outcome = await receive(desk, mailRoom, receipt, { tx });
  if (!("kind" in outcome) || outcome.kind !== "recorded")
    return { disposition: "quarantine", reason: "refused" in outcome ? outcome.refused : outcome.kind };
  return {
    disposition: "complaint",
    complaintId: outcome.complaintId,
    verdicts: { notes: mail.notes, ...(!from && { sender: "none" }) },
  };
}

/** The platform whose domain the message was written to, else the first: it can be corrected, it cannot be lost. */
function platformOf({ to }: Mail, { platforms }: Policy): string {
  const domains = to.map(({ address }) => address?.split("@").at(-1)?.toLowerCase() ?? "");
  return (platforms.find(({ hosts }) => hosts.some((host) => domains.includes(host))) ?? platforms[0]!).code;
}
