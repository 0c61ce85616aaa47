import type { Step } from "../../../record/journal/journal.ts";

/** The rows of table `payment`: the payment list, without whose account it goes to. */
export const paymentRows = (complaintId: string, { state }: Step) =>
  state.payments.map((payment) => ({
    id: payment.id,
    complaint_id: complaintId,
    measure: payment.measure,
    amount_cents: payment.amountCents,
    state: payment.state,
    hands: [...payment.hands],
    released_by: payment.releasedBy ?? null,
    file_id: payment.file ?? null,
    paid_at: payment.paidAt ?? null,
    updated_at: payment.updatedAt,
  }));
