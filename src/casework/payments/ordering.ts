import { sql } from "kysely";
import type { Person } from "../../core/access/access.ts";
import type { Refusal } from "../../core/complaint/commands.ts";
import type { Desk } from "../../record/desk.ts";
import type { Tx } from "../../engine/database/database.ts";
import type { PaymentFile } from "./contract.ts";
import { actorOf } from "../../core/access/access.ts";
import { dateOf } from "../../core/calendar/calendar.ts";
import { handle } from "../complaints/handle.ts";
import { keep } from "../../record/content/content.ts";
import { accountNow } from "./account.ts";
import { fileView } from "./files.ts";
import { paymentsVisibleTo } from "./list.ts";
import { orderFile, type Transfer } from "./order.ts";
import { toWhom } from "./payees.ts";

/** Puts every released payment that the person may see in one order; file, facts and list commit together or not at all. */
export async function orderPayments(
  desk: Desk,
  who: Person,
  executeOn: string | undefined,
): Promise<PaymentFile | Refusal> {
  const now = desk.now();
  const policy = await desk.policyAt(now);
  const today = dateOf(await desk.calendar(policy), now).toString();
  if (executeOn !== undefined && executeOn < today) return { refused: "in-the-past", field: "executeOn" };
  const account = await accountNow(desk.db);
  if (!account) return { refused: "account-unset" };
  return desk.db.transaction().execute(async (tx): Promise<PaymentFile | Refusal> => {
    // One order at a time: it numbers them, and two people at once make one order and not two.
    await sql`select pg_advisory_xact_lock(hashtext('payment files'))`.execute(tx);
    const id = crypto.randomUUID();
    const transfers = await take(desk, tx, who, id);
    if (transfers.length === 0) return { refused: "no-payment-released" };
    const { number } = await tx
      .selectFrom("payment_file")
      .select(({ fn, val, eb }) => eb(fn.coalesce(fn.max("number"), val(0)), "+", 1).as("number"))
      .executeTakeFirstOrThrow();
    const row = {
      id,
      number: Number(number),
      execute_on: executeOn ?? today,
      count: transfers.length,
      control_cents: transfers.reduce((sum, { amountCents }) => sum + amountCents, 0),
      created_at: now,
      created_by: actorOf(who),
    };
    await tx.insertInto("payment_file").values(row).execute();
    const file = orderFile({
      number: row.number,
      createdAt: now,
      executeOn: row.execute_on,
      zone: policy.zone,
      account,
      transfers,
    });
    await keep(tx, desk.keys, id, 0, new Map([["order", file]]));
    return fileView(row);
  });
}

/** Records each payment as ordered with this file; one that is no longer released is left where it is. */
async function take(desk: Desk, tx: Tx, who: Person, file: string): Promise<Transfer[]> {
  const rows = await paymentsVisibleTo({ db: tx }, who)
    .where("payment.state", "=", "released")
    // Always in this order, so that no two transactions wait for each other.
    .orderBy("payment.complaint_id")
    .orderBy("payment.id")
    .execute();
  const transfers: Transfer[] = [];
  for (const { id, complaint_id, amount_cents, reference } of rows) {
    const ordered = await handle(desk, who, complaint_id, { do: "order-payment", payment: id, file }, { tx });
    if (!("kind" in ordered) || ordered.kind !== "recorded") continue;
    const { payee, iban } = (await toWhom({ db: tx, keys: desk.keys }, [complaint_id])).get(id) ?? {};
    if (!payee || !iban) throw new Error("a released payment has no payee; nothing was ordered");
    transfers.push({
      id,
      amountCents: amount_cents,
      payee,
      iban,
      purpose: `Erstattung / refund ${reference}`,
    });
  }
  return transfers;
}
