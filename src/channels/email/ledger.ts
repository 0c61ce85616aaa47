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

type Arrival = { mailbox: string; raw: Buffer; uid?: { validity: number; uid: number } };

/**
 * Stores the bytes of a message and its line in the intake ledger, before anything else is done with it. When this has
 * returned, the message is ours and may be acknowledged to the server that brought it.
 */
export async function storeRaw(desk: Desk, { mailbox, raw, uid }: Arrival): Promise<string> {
  const id = crypto.randomUUID();
  const receivedAt = desk.now();
  const policy = await desk.policyAt(receivedAt);
  const calendar = await desk.calendar(policy);
  await desk.db.transaction().execute(async (tx) => {
    await keep(tx, desk.keys, id, 0, new Map([["raw", raw]]));
    await tx
      .insertInto("intake_message")
      .values({
        id,
        mailbox,
        ...(uid && { uid_validity: uid.validity, uid: uid.uid }),
        digest: createHash("sha256").update(raw).digest(),
        size: raw.length,
        received_at: receivedAt,
        // Whatever this turns out to be, its 48 hours run from now.
        due_at: startClock("acknowledgement", receivedAt, { policy, calendar }).dueAt,
      })
      .execute();
    await desk.queue.add(tx, "place-message", { intakeId: id });
  });
  return id;
}

export type Placing = {
  disposition: Disposition;
  reason?: string;
  complaintId?: string;
  verdicts?: Record<string, unknown>;
};

/** Gives a message its one disposition. */
export async function place(
  tx: Tx,
  intakeId: string,
  { disposition, reason, complaintId, verdicts = {} }: Placing,
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
    })
    .where("id", "=", intakeId)
    .execute();
}

/** An earlier message with exactly these bytes in the same mailbox: delivered twice, not said twice. */
export async function earlierTwin(
  tx: Tx,
  message: { id: string; mailbox: string; digest: Buffer; received_at: string },
) {
  return tx
    .selectFrom("intake_message")
    .select(["id", "complaint_id"])
    .where("digest", "=", message.digest)
    .where("mailbox", "=", message.mailbox)
    .where("id", "<>", message.id)
    .where("disposition", "is not", null)
    .where("disposition", "<>", "duplicate")
    .orderBy("received_at")
    .limit(1)
    .executeTakeFirst();
}
