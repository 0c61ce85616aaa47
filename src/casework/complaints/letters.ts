import type { Tx } from "../../engine/database/database.ts";
import type { LetterKind } from "../../core/complaint/letters.ts";
import type { Desk } from "../../record/desk.ts";
import { mailDomainOf } from "../../core/policy/policy.ts";
import { messageId } from "../../record/content/tokens.ts";

export type OwedLetter = { complaintId: string; version: number; kind: LetterKind };

/** One row for each letter we owe, with its Message-ID fixed; written and sent by the mail room after the commit. */
export async function queueLetters(tx: Tx, desk: Desk, owed: readonly OwedLetter[]): Promise<void> {
  if (owed.length === 0) return;
  const domain = mailDomainOf(await desk.policyAt(desk.now(), tx));
  const rows = owed.map(({ complaintId, version, kind }) => {
    const id = crypto.randomUUID();
    return {
      id,
      complaint_id: complaintId,
      version,
      kind,
      message_id: messageId(desk.keys, id, domain),
      state: "queued",
      created_at: desk.now(),
    };
  });
  await tx.insertInto("letter").values(rows).execute();
  await desk.queue.add(tx, "send-letter", ...rows.map(({ id }) => ({ letterId: id })));
}
