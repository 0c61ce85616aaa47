import type { MailRoom } from "./room.ts";
import { place } from "./ledger.ts";
import type { Ruling } from "./disposing.ts";
import { placeMessage } from "./placing.ts";

const tries = 5;

/** A message that fails again and again ends where people see it, its 48 hours running; its bytes are kept. */
export async function placeOrGiveUp(room: MailRoom, intakeId: string, ruling?: Ruling): Promise<void> {
  const { desk } = room;
  try {
    await placeMessage(room, intakeId, ruling);
  } catch (error) {
    const { attempts } = await desk.db
      .updateTable("intake_message")
      .set((row) => ({ attempts: row("attempts", "+", 1) }))
      .where("id", "=", intakeId)
      .returning("attempts")
      .executeTakeFirstOrThrow();
    if (attempts < tries) throw error;
    await desk.db
      .transaction()
      .execute((tx) => place(tx, [{ intakeId, disposition: "quarantine", reason: "failed" }], desk.now()));
  }
}
