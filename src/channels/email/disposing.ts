import type { Desk } from "../../record/desk.ts";
import type { Tx } from "../../engine/database/database.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { handle } from "../../casework/complaints/handle.ts";
import { withReasons } from "../../record/content/holding.ts";
import { bouncedLetter } from "./bounces.ts";
import type { Verdicts } from "./examining.ts";
import type { Placing } from "./ledger.ts";
import type { Mail } from "./parsing.ts";
import { redact } from "./redacting.ts";

export const mailRoom = { kind: "system", id: "mail-room" } as const;

/** What a person decided in place of the stages. */
export type Ruling = { as: "complaint" } | { as: "reply"; complaintId: string };

/** A line of the ledger that has no disposition yet. */
export type Message = {
  id: string;
  mailbox: string;
  digest: Buffer;
  received_at: string;
  due_at: string;
  imported: boolean;
  uid: number | null;
};

type Stored = { message: Message; ruling: Ruling | undefined };

/** All that is known of a message when its disposition is found. */
export type Readable = Stored & { mail: Mail; verdicts: Verdicts; policy: Policy };

/** Of one that cannot be read, only why. */
export type Case = Readable | (Stored & { unreadable: string });

/** What becomes of a message by a person's ruling, or by what the stages found; a complaint is yet to be made. */
export async function dispose(tx: Tx, desk: Desk, known: Readable): Promise<Placing | "complaint"> {
  const { ruling, verdicts } = known;
  if (ruling) return ruling.as === "reply" ? joinReply(tx, desk, known, ruling.complaintId) : "complaint";
  const { bounce, own, automatic, doubt, answers } = verdicts;
  if (bounce !== false) return takeBounce(tx, desk, known, bounce);
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
  return answers === false ? "complaint" : joinReply(tx, desk, known, answers);
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
async function takeBounce(tx: Tx, desk: Desk, { message, mail }: Readable, sign: string): Promise<Placing> {
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

export const filesOf = ({ mail, verdicts }: Readable) => withReasons(mail.files, verdicts.held);

async function joinReply(tx: Tx, desk: Desk, known: Readable, complaintId: string): Promise<Placing> {
  const { message, mail, verdicts } = known;
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

export const noText = { en: "(The message has no text.)", de: "(Die Nachricht enthält keinen Text.)" };
