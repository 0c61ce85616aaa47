import type { Db } from "../../engine/database/database.ts";
import type { Mailbox, MailRoomView } from "./contract.ts";

/** How contact with each mailbox stands, and whether all that is there is here. */
export async function mailRoomView(db: Db): Promise<MailRoomView> {
  const [boxes, counts] = await Promise.all([
    db.selectFrom("mailbox").selectAll().orderBy("name").execute(),
    db
      .selectFrom("intake_message")
      .select(["disposition", ({ fn }) => fn.countAll<number>().as("count")])
      .groupBy("disposition")
      .execute(),
  ]);
  const byDisposition = Object.fromEntries(
    counts.map(({ disposition, count }) => [disposition ?? "none", count]),
  );
  return {
    mailboxes: boxes.map((box): Mailbox => ({
      name: box.name,
      state: box.state as Mailbox["state"],
      since: box.state_since,
      ...(box.last_error && { lastError: box.last_error }),
      collected: box.collected,
      toCollect: box.to_collect,
      ...(box.counted_at && { countedAt: box.counted_at }),
      ...(box.on_server !== null &&
        box.in_ledger !== null && {
          onServer: box.on_server,
          inLedger: box.in_ledger,
          missing: box.on_server - box.in_ledger,
        }),
      ...(box.vanished !== null && { vanished: box.vanished }),
    })),
    ledger: {
      messages: counts.reduce((sum, { count }) => sum + count, 0),
      unplaced: byDisposition.none ?? 0,
      quarantine: byDisposition.quarantine ?? 0,
      byDisposition,
    },
  };
}
