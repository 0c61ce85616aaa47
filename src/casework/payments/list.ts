import { sql } from "kysely";
import type { Person } from "../../core/access/access.ts";
import type { PaymentState } from "../../core/complaint/state.ts";
import type { Desk } from "../../record/desk.ts";
import type { PaymentView } from "./contract.ts";
import { isPlace } from "../complaints/page-marks.ts";
import { visibleTo } from "../complaints/queries/visible.ts";
import { ibanEnding } from "../../core/complaint/payments.ts";
import { toWhom } from "./payees.ts";

type Asked = { state: "open" | PaymentState; limit: number; cursor?: string | undefined };

/** Payments of complaints that the person may see; whoever is complained about sees none of that complaint. */
export const paymentsVisibleTo = ({ db }: Pick<Desk, "db">, who: Person) =>
  db
    .selectFrom("payment")
    .innerJoin("complaint", "complaint.id", "payment.complaint_id")
    .selectAll("payment")
    .select(["complaint.reference", "complaint.version"])
    .where(visibleTo(who));

type Row = Awaited<ReturnType<ReturnType<typeof paymentsVisibleTo>["executeTakeFirstOrThrow"]>>;

/** One page of the list, what changed last first. */
export async function paymentList(
  desk: Desk,
  who: Person,
  { state, limit, cursor }: Asked,
): Promise<{ items: PaymentView[]; next?: string } | { kind: "invalid"; field: string; message: string }> {
  let query = paymentsVisibleTo(desk, who)
    .orderBy("payment.updated_at", "desc")
    .orderBy("payment.id", "desc")
    .limit(limit + 1);
  query =
    state === "open"
      ? query.where("payment.state", "in", ["entered", "released", "ordered"])
      : query.where("payment.state", "=", state);
  if (cursor !== undefined) {
    const [at, id] = Buffer.from(cursor, "base64url").toString().split(" ");
    if (!isPlace(at, id)) return { kind: "invalid", field: "cursor", message: "unreadable" };
    query = query.where(sql<boolean>`(payment.updated_at, payment.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await paymentViews(desk, page),
    ...(rows.length > limit &&
      last && { next: Buffer.from(`${last.updated_at} ${last.id}`).toString("base64url") }),
  };
}

export async function paymentViews(desk: Desk, rows: Row[]): Promise<PaymentView[]> {
  const known = await toWhom(desk, [...new Set(rows.map(({ complaint_id }) => complaint_id))]);
  return rows.map((row) => {
    const { payee, iban } = known.get(row.id) ?? {};
    return {
      id: row.id,
      complaintId: row.complaint_id,
      reference: row.reference,
      version: row.version,
      measure: row.measure,
      amountCents: row.amount_cents,
      state: row.state as PaymentState,
      ...(payee && { payee }),
      ...(iban && { ibanEnding: ibanEnding(iban) }),
      hands: row.hands,
      ...(row.released_by && { releasedBy: row.released_by }),
      ...(row.file_id && { fileId: row.file_id }),
      ...(row.paid_at && { paidAt: row.paid_at }),
      updatedAt: row.updated_at,
    };
  });
}
