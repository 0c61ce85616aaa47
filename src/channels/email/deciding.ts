import type { Desk } from "../../record/desk.ts";
import type { Tx } from "../../engine/database/database.ts";
import type { Staff } from "../../core/access/access.ts";
import type { Decision } from "./contract.ts";
import type { No } from "../../operations.ts";
import { visibleTo } from "../../casework/complaints/queries/visible.ts";
import { keep } from "../../record/content/content.ts";

type Found = { id: string; disposition: string | null };

/** What a person may still decide about; the rest already is part of a complaint, or waits for its first turn. */
const open = new Set(["quarantine", "automatic", "bounce", "discarded"]);

/**
 * A person decides what becomes of a message that the stages set aside: placed anew, made a complaint, joined to one, or
 * discarded with a reason. Each decision is kept with its name; discarding can be taken back.
 */
export async function decideMessage(
  desk: Desk,
  who: Staff,
  message: Found,
  decision: Decision,
): Promise<No | undefined> {
  const complaintId = decision.as === "reply" ? await target(desk, who, decision.complaint) : undefined;
  if (decision.as === "reply" && complaintId === undefined)
    return { kind: "invalid", field: "complaint", message: "unknown_complaint" };
  return desk.db.transaction().execute(async (tx) => {
    const { disposition } = await tx
      .selectFrom("intake_message")
      .select("disposition")
      .where("id", "=", message.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (disposition === null || !open.has(disposition)) return { kind: "conflict", code: "message-settled" };
    await note(tx, desk, who, message.id, disposition, decision);
    if (decision.as === "discarded") await discard(tx, desk, message.id);
    else await again(tx, desk, message.id, decision.as, complaintId);
    return undefined;
  });
}

async function target({ db }: Desk, who: Staff, complaint: string): Promise<string | undefined> {
  const found = await db
    .selectFrom("complaint")
    .select("complaint.id")
    .where(({ or, eb }) =>
      or([eb(eb.cast("complaint.id", "text"), "=", complaint), eb("reference", "=", complaint)]),
    )
    .where(visibleTo(who))
    .executeTakeFirst();
  return found?.id;
}

async function note(
  tx: Tx,
  { keys, now }: Desk,
  who: Staff,
  id: string,
  was: string,
  decision: Decision,
): Promise<void> {
  const { count } = await tx
    .selectFrom("intake_decision")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("intake_id", "=", id)
    .executeTakeFirstOrThrow();
  const version = count + 1;
  await tx
    .insertInto("intake_decision")
    .values({
      intake_id: id,
      version,
      decided_at: now(),
      decided_by: who.id,
      was,
      became: decision.as,
    })
    .execute();
  if (decision.reason) await keep(tx, keys, id, version, new Map([["reason", Buffer.from(decision.reason)]]));
}

const discard = (tx: Tx, { now }: Desk, id: string) =>
  tx
    .updateTable("intake_message")
    .set({ disposition: "discarded", reason: "by-person", placed_at: now() })
    .where("id", "=", id)
    .execute();

async function again(
  tx: Tx,
  { queue }: Desk,
  id: string,
  as: "retry" | "complaint" | "reply",
  complaintId: string | undefined,
): Promise<void> {
  await tx
    .updateTable("intake_message")
    .set({ disposition: null, reason: null, complaint_id: null, placed_at: null, attempts: 0 })
    .where("id", "=", id)
    .execute();
  const ruling =
    as === "complaint" ? { as } : as === "reply" && complaintId ? { as, complaintId } : undefined;
  await queue.add(tx, "place-message", { intakeId: id, ...(ruling && { ruling }) });
}
