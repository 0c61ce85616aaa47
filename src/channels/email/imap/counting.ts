import type { ImapFlow } from "imapflow";
import type { Desk } from "../../../record/desk.ts";
import type { ImapAccount } from "./account.ts";
import { beginNumbering, storedUids, uidsFrom } from "./collecting.ts";

/** How a folder compares with the ledger: what is not in it yet, and what went away before anybody saw it. */
export type Count = { onServer: number; inLedger: number; vanished: number };

/**
 * Compares message by message, not number with number: a count that agrees by chance proves nothing. Numbers are given
 * once and in order (RFC 9051 §2.3.1.1), so one that is neither there nor in the ledger was taken away unseen (E-20).
 */
export async function count(desk: Desk, client: ImapFlow, account: ImapAccount): Promise<Count> {
  await client.noop();
  const { validity, firstUid } = await beginNumbering(desk, client, account);
  const onServer = await uidsFrom(client, 1);
  const stored = await storedUids(desk, account, validity);
  const inLedger = onServer.filter((uid) => stored.has(uid)).length;
  const next = Math.max(client.mailbox ? client.mailbox.uidNext : 0, (onServer.at(-1) ?? 0) + 1);
  const known = new Set([...onServer, ...stored]);
  const seen = [...known].filter((uid) => uid >= firstUid && uid < next).length;
  const result = { onServer: onServer.length, inLedger, vanished: Math.max(0, next - firstUid - seen) };
  await desk.db
    .updateTable("mailbox")
    .set({
      on_server: result.onServer,
      in_ledger: result.inLedger,
      vanished: result.vanished,
      counted_at: desk.now(),
    })
    .where("name", "=", account.name)
    .execute();
  return result;
}
