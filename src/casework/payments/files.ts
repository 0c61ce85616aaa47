import type { ExpressionBuilder } from "kysely";
import { may, type Staff } from "../../core/access/access.ts";
import type { DB } from "../../engine/database/tables.ts";
import type { Desk } from "../../record/desk.ts";
import type { PaymentFile } from "./contract.ts";
import { open } from "../../record/content/content.ts";

type Row = {
  id: string;
  number: number;
  execute_on: string;
  count: number;
  control_cents: number;
  created_at: string;
  created_by: string;
};

export const fileView = (row: Row): PaymentFile => ({
  id: row.id,
  number: row.number,
  executeOn: row.execute_on,
  count: row.count,
  controlCents: row.control_cents,
  createdAt: row.created_at,
  createdBy: row.created_by,
});

/** An order that pays a complaint about somebody is nothing for that person. */
const innocuousTo = (who: Staff) => (row: ExpressionBuilder<DB, "payment_file">) =>
  row.not(
    row.exists(
      row
        .selectFrom("payment")
        .innerJoin("complaint_conflict", "complaint_conflict.complaint_id", "payment.complaint_id")
        .select("payment.id")
        .whereRef("payment.file_id", "=", "payment_file.id")
        .where("complaint_conflict.person_id", "=", who.id),
    ),
  );

export async function paymentFiles({ db }: Desk, who: Staff): Promise<PaymentFile[]> {
  const rows = await db
    .selectFrom("payment_file")
    .selectAll()
    .where(innocuousTo(who))
    .orderBy("number", "desc")
    .limit(200)
    .execute();
  return rows.map(fileView);
}

/** The same bytes at each download; none for whoever may not order, and none once a payee in it was erased. */
export async function paymentFileBytes(
  { db, keys }: Desk,
  who: Staff,
  id: string,
): Promise<{ bytes: Buffer; name: string; type: string } | undefined> {
  if (!may(who.roles, "order-payment")) return undefined;
  const row = await db
    .selectFrom("payment_file")
    .select("number")
    .where("id", "=", id)
    .where(innocuousTo(who))
    .executeTakeFirst();
  if (!row) return undefined;
  const [order] = await open(db, keys, [id], { version: 0, names: ["order"] });
  return order && { bytes: order.clear, name: `payments-${row.number}.xml`, type: "application/xml" };
}
