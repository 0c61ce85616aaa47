import { createHash } from "node:crypto";
import type { Tx } from "../../database/database.ts";
import type { Desk } from "../../complaints/desk.ts";
import { keep } from "../../content/content.ts";
import { startClock } from "../../core/complaint/clocks.ts";

export type Disposition =
  | "complaint"
  | "reply"
  | "bounce"
  | "automatic"
  | "duplicate"
  | "quarantine"
  | "discarded";

type Arrival = {
  mailbox: string;
  raw: Buffer;
  /** The number that the server gave it; a server numbers anew when its uid_validity changes. */
  uid?: { validity: number; uid: number };
  /** When it reached the mailbox, where that is known and not now. */
  receivedAt?: string;
  /** From an archive: nobody expects an answer. */
  imported?: boolean;
  /** Only its beginning is here, because the whole is too large. */
  cut?: boolean;
};

/**
 * Stores the bytes of a message and its line in the intake ledger, before anything else is done with it. When this has
 * returned, the message is ours and may be acknowledged to the server that brought it.
 */
export async function storeRaw(desk: Desk, arrival: Arrival): Promise<string> {
  const { mailbox, raw, uid, imported = false, cut = false } = arrival;
  const id = crypto.randomUUID();
  const digest = createHash("sha256").update(raw).digest();
  const now = desk.now();
  const receivedAt = arrival.receivedAt && arrival.receivedAt < now ? arrival.receivedAt : now;
  const policy = await desk.policyAt(receivedAt);
  const calendar = await desk.calendar(policy);
  return desk.db.transaction().execute(async (tx) => {
    const before = uid && (await numberedAnew(tx, mailbox, digest, uid));
    if (before !== undefined) return before;
    const added = await tx
      .insertInto("intake_message")
      .values({
        id,
        mailbox,
        ...(uid && { uid_validity: uid.validity, uid: uid.uid }),
        digest,
        size: raw.length,
        received_at: receivedAt,
        imported,
        ...(cut && { disposition: "quarantine", reason: "too-large", placed_at: now }),
        // Whatever this turns out to be, its 48 hours run from now.
        due_at: startClock("acknowledgement", receivedAt, { policy, calendar }).dueAt,
      })
      .onConflict((conflict) =>
        conflict.columns(["mailbox", "uid_validity", "uid"]).where("uid", "is not", null).doNothing(),
      )
      .returning("id")
      .executeTakeFirst();
    // Another node, or we ourselves before a crash, stored it already.
    if (!added) return storedAs(tx, mailbox, uid!);
    await keep(tx, desk.keys, id, 0, new Map([["raw", raw]]));
    if (!cut) await desk.queue.add(tx, "place-message", { intakeId: id });
    return id;
  });
}

type Numbered = NonNullable<Arrival["uid"]>;

/** The same bytes under an older numbering of the mailbox are the same message: it gets its new number. */
async function numberedAnew(
  tx: Tx,
  mailbox: string,
  digest: Buffer,
  { validity, uid }: Numbered,
): Promise<string | undefined> {
  const older = tx
    .selectFrom("intake_message")
    .select("id")
    .where("digest", "=", digest)
    .where("mailbox", "=", mailbox)
    .where("uid_validity", "<>", validity)
    .orderBy("uid")
    .limit(1)
    .forUpdate();
  const message = await tx
    .updateTable("intake_message")
    .set({ uid_validity: validity, uid })
    .where("id", "=", older)
    .returning("id")
    .executeTakeFirst();
  return message?.id;
}

async function storedAs(tx: Tx, mailbox: string, { validity, uid }: Numbered): Promise<string> {
  const { id } = await tx
    .selectFrom("intake_message")
    .select("id")
    .where("mailbox", "=", mailbox)
    .where("uid_validity", "=", validity)
    .where("uid", "=", uid)
    .executeTakeFirstOrThrow();
  return id;
}

export type Placing = {
  disposition: Disposition;
  reason?: string;
  complaintId?: string;
  verdicts?: Record<string, unknown>;
  messageDigest?: Buffer;
};

/** Gives a message its one disposition. */
export async function place(
  tx: Tx,
  intakeId: string,
  { disposition, reason, complaintId, verdicts = {}, messageDigest }: Placing,
  now: string,
): Promise<void> {
  await tx
    .updateTable("intake_message")
    .set({
      disposition,
      reason: reason ?? null,
      complaint_id: complaintId ?? null,
      placed_at: now,
      verdicts: JSON.stringify(verdicts),
      ...(messageDigest && { message_digest: messageDigest }),
    })
    .where("id", "=", intakeId)
    .execute();
}

/** An earlier message with exactly these bytes, in whichever mailbox: delivered twice, not said twice. */
export async function earlierTwin(tx: Tx, message: { id: string; digest: Buffer }) {
  return tx
    .selectFrom("intake_message")
    .select(["id", "complaint_id"])
    .where("digest", "=", message.digest)
    .where("id", "<>", message.id)
    .where("disposition", "is not", null)
    .where("disposition", "<>", "duplicate")
    .orderBy("received_at")
    .limit(1)
    .executeTakeFirst();
}
