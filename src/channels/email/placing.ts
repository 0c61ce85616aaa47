import { sql } from "kysely";
import type { Desk } from "../../complaints/desk.ts";
import type { Tx } from "../../database/database.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { handle, receive } from "../../complaints/handle.ts";
import { keyedDigest } from "../../content/keys.ts";
import { open } from "../../content/content.ts";
import { withReasons } from "../../content/holding.ts";
import { bouncedLetter } from "./bounces.ts";
import { examine, type Verdicts } from "./examining.ts";
import { earlierTwin, place, type Placing } from "./ledger.ts";
import type { Mail } from "./parsing.ts";
import { redact } from "./redacting.ts";
import type { MailRoom } from "./room.ts";
import { fromItsWriter } from "./sender.ts";

const mailRoom = { kind: "system", id: "mail-room" } as const;

/** What a person decided in place of the stages. */
export type Ruling = { as: "complaint" } | { as: "reply"; complaintId: string };

type Message = {
  id: string;
  mailbox: string;
  digest: Buffer;
  received_at: string;
  due_at: string;
  imported: boolean;
  uid: number | null;
};

/** All that is known of a message when its disposition is found. */
type Case = { room: MailRoom; message: Message; mail: Mail; verdicts: Verdicts; policy: Policy };

/** Finds the one disposition of a stored message; it and all that follows from it commit together. Harmless when repeated. */
export async function placeMessage(room: MailRoom, intakeId: string, ruling?: Ruling): Promise<void> {
  const { desk, parser } = room;
  const [raw] = await open(desk.db, desk.keys, [intakeId], { version: 0, names: ["raw"] });
  if (!raw) throw new Error("a message in the ledger has no bytes");
  const message = await desk.db
    .selectFrom("intake_message")
    .selectAll()
    .where("id", "=", intakeId)
    .executeTakeFirstOrThrow();
  if (message.disposition !== null) return;
  const parsed = await parser.parse(raw.clear);
  const policy = await desk.policyAt(message.received_at);
  const mail = typeof parsed === "string" ? parsed : fromItsWriter(parsed, policy.channels.email);
  const known =
    typeof mail === "string"
      ? mail
      : { room, message, mail, verdicts: await examine(room, mail, policy), policy };
  const inOneTransaction = () =>
    desk.db.transaction().execute(async (tx) => {
      const { disposition } = await tx
        .selectFrom("intake_message")
        .select("disposition")
        .where("id", "=", intakeId)
        .forUpdate()
        .executeTakeFirstOrThrow();
      if (disposition !== null) return;
      await place(tx, intakeId, await dispose(tx, desk, message, known, ruling), desk.now());
    });
  await room.numbering(inOneTransaction);
}

async function dispose(
  tx: Tx,
  desk: Desk,
  message: Message,
  known: Case | string,
  ruling: Ruling | undefined,
): Promise<Placing> {
  // Delivered several times at the same moment: one after another, so that the first is the earlier one.
  await sql`select pg_advisory_xact_lock(hashtextextended(${message.digest.toString("hex")}, 1))`.execute(tx);
  const twin = ruling ? undefined : await earlierTwin(tx, message);
  if (twin)
    return {
      disposition: "duplicate",
      reason: "same-bytes",
      ...(twin.complaint_id && { complaintId: twin.complaint_id }),
    };
  if (typeof known === "string") return { disposition: "quarantine", reason: known };
  const { mail, verdicts } = known;
  const messageDigest = mail.messageId && keyedDigest(desk.keys.lookup, "message-id", mail.messageId);
  const sameId = messageDigest && (await knownMessageId(tx, message.id, messageDigest));
  const placing = await (ruling ? byRuling(tx, known, ruling) : byVerdicts(tx, known));
  return {
    ...placing,
    verdicts: { ...verdicts, ...(sameId && { sameMessageId: true }), ...placing.verdicts },
    ...(messageDigest && { messageDigest }),
  };
}

/** The same Message-ID with other bytes is another message; a person is told, because it may be there to hide this one (E-10). */
async function knownMessageId(tx: Tx, id: string, digest: Buffer): Promise<boolean> {
  const other = await tx
    .selectFrom("intake_message")
    .select("id")
    .where("message_digest", "=", digest)
    .where("id", "<>", id)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

async function byRuling(tx: Tx, known: Case, ruling: Ruling): Promise<Placing> {
  return ruling.as === "reply" ? joinReply(tx, known, ruling.complaintId) : becomeComplaint(tx, known);
}

async function byVerdicts(tx: Tx, known: Case): Promise<Placing> {
  const { bounce, own, automatic, doubt, answers } = known.verdicts;
  if (bounce !== false) return takeBounce(tx, known, bounce);
  if (own) return { disposition: "automatic", reason: "own-mail" };
  if (automatic !== false)
    return {
      disposition: "automatic",
      reason: automatic,
      ...(answers !== false && { complaintId: answers }),
    };
  if (known.message.uid !== null && (await isFromBefore(tx, known.message)))
    return { disposition: "quarantine", reason: "before-start" };
  if (doubt !== false && answers === false) return { disposition: "quarantine", reason: doubt };
  return answers === false ? becomeComplaint(tx, known) : joinReply(tx, known, answers);
}

/**
 * What lay in a mailbox when we were first asked to collect from it, and could no longer be acknowledged in time:
 * somebody has dealt with it, or should say that nobody has.
 */
async function isFromBefore(tx: Tx, { mailbox, due_at }: Message): Promise<boolean> {
  const box = await tx
    .selectFrom("mailbox")
    .select("began_at")
    .where("name", "=", mailbox)
    .executeTakeFirst();
  return box !== undefined && due_at < box.began_at;
}

/** A letter of ours that came back is owed again; what reports something else, or nothing provable, is only kept. */
async function takeBounce(tx: Tx, { room: { desk }, message, mail }: Case, sign: string): Promise<Placing> {
  const found = await bouncedLetter(tx, desk, mail, sign);
  if (!found) return { disposition: "bounce", reason: sign };
  const { letterId, complaintId, outcome, status } = found;
  const verdicts = { letter: letterId, ...(status && { status }) };
  if (outcome !== "undeliverable")
    return { disposition: "bounce", reason: outcome ?? sign, complaintId, verdicts };
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
      {
        do: "record-bounce",
        letterId,
        kind: letter.kind,
        at: message.received_at,
        ...(status && { status }),
      },
      { tx },
    );
  return { disposition: "bounce", reason: "undeliverable", complaintId, verdicts };
}

const filesOf = ({ mail, verdicts }: Case) => withReasons(mail.files, verdicts.held);

async function joinReply(tx: Tx, known: Case, complaintId: string): Promise<Placing> {
  const { room, message, mail, verdicts } = known;
  const { desk } = room;
  const words = redact(desk.keys, mail.text || mail.subject || noText[verdicts.language], complaintId);
  const outcome = await handle(
    desk,
    mailRoom,
    complaintId,
    {
      do: "record-message",
      via: "email",
      at: message.received_at,
      words,
      intakeId: message.id,
      files: filesOf(known),
      ...(verdicts.sender !== "complainant" && { otherSender: true }),
    },
    { tx },
  );
  if ("refused" in outcome) return { disposition: "quarantine", reason: outcome.refused, complaintId };
  if ("kind" in outcome && outcome.kind === "unknown")
    return { disposition: "quarantine", reason: "unknown" };
  return { disposition: "reply", complaintId };
}

const noText = { en: "(The message has no text.)", de: "(Die Nachricht enthält keinen Text.)" };

async function becomeComplaint(tx: Tx, known: Case): Promise<Placing> {
  const { room, message, mail, verdicts, policy } = known;
  const { desk } = room;
  const { from, subject, text } = mail;
  const { language } = verdicts;
  const receipt = {
    platform: platformOf(mail, policy),
    channel: "email" as const,
    receivedAt: message.received_at,
    // Only asked for when it is placed a month after it reached us.
    receivedAtReason: message.imported
      ? "Imported from an archive."
      : "Placed long after it had reached the mailbox.",
    complainant: { language, ...(from && { email: from.address }), ...(from?.name && { name: from.name }) },
    subject: { kind: "other" as const },
    ...(subject && { summary: subject }),
    statement: redact(desk.keys, text, undefined) || noText[language],
    intakeId: message.id,
    files: filesOf(known),
    ...(message.imported && { imported: true }),
  };
  const outcome = await receive(desk, mailRoom, receipt, { tx });
  if (!("kind" in outcome) || outcome.kind !== "recorded")
    return { disposition: "quarantine", reason: "refused" in outcome ? outcome.refused : outcome.kind };
  return { disposition: "complaint", complaintId: outcome.complaintId };
}

/** The platform whose domain the message was written to, else the first: it can be corrected, it cannot be lost. */
function platformOf({ to }: Mail, { platforms }: Policy): string {
  const domains = to.map(({ address }) => address?.split("@").at(-1)?.toLowerCase() ?? "");
  return (platforms.find(({ hosts }) => hosts.some((host) => domains.includes(host))) ?? platforms[0]!).code;
}
