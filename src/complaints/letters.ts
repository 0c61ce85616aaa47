import type { Tx } from "../database/database.ts";
import type { LetterKind } from "../core/complaint/letters.ts";
import type { Desk } from "./desk.ts";
import { messageId } from "../content/tokens.ts";

/** One row for each letter we owe, with its Message-ID fixed; written and sent by the mail room after the commit. */
export async function queueLetter(
  tx: Tx,
  desk: Desk,
  owed: { complaintId: string; version: number; kind: LetterKind },
): Promise<void> {
  const id = crypto.randomUUID();
  const { complaintId, version, kind } = owed;
  const { channels } = await desk.policyAt(desk.now(), tx);
  const row = {
    id,
    complaint_id: complaintId,
    version,
    kind,
    message_id: messageId(desk.keys, id, channels.email.split("@").at(-1)!),
    state: "queued",
    created_at: desk.now(),
  };
  await tx.insertInto("letter").values(row).execute();
  await desk.queue.add(tx, "send-letter", { letterId: id });
}
