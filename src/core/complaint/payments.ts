import type { DatedFact } from "./events.ts";
import type { Complaint, Payment } from "./state.ts";

/** Money that is on its way: on the list and neither paid nor cancelled. */
export const isInProgress = ({ state }: Payment): boolean => state !== "paid" && state !== "cancelled";

export const paymentFor = ({ payments }: Complaint, measure: string): Payment | undefined =>
  payments.find((each) => each.measure === measure && isInProgress(each));

export type PaymentFact = Extract<DatedFact, { type: `Payment${string}` }>;

export function afterPayment(state: Complaint, { type, data, recordedAt }: PaymentFact): Complaint {
  const change = (to: (before: Payment) => Payment): Complaint => ({
    ...state,
    payments: state.payments.map((each) =>
      each.id === data.payment ? { ...to(each), updatedAt: recordedAt } : each,
    ),
  });
  switch (type) {
    case "PaymentEntered": {
      const { payment: id, measure, amountCents, by } = data;
      const entered = {
        id,
        measure,
        amountCents,
        state: "entered",
        hands: [by],
        updatedAt: recordedAt,
      } as const;
      return { ...state, payments: [...state.payments, entered] };
    }
    case "PaymentChanged":
      // A release was of what stood there before.
      return change(({ releasedBy: _, ...each }) => ({
        ...each,
        state: "entered",
        hands: [...new Set([...each.hands, data.by])],
      }));
    case "PaymentReleased":
      return change((each) => ({ ...each, state: "released", releasedBy: data.by }));
    case "PaymentOrdered":
      return change((each) => ({ ...each, state: "ordered", file: data.file, orderedAt: recordedAt }));
    case "PaymentPaid":
      return change((each) => ({ ...each, state: "paid", paidAt: data.at }));
    case "PaymentCancelled":
      return change((each) => ({ ...each, state: "cancelled" }));
  }
}

/** All that is shown of an IBAN outside the order to the bank. */
export const ibanEnding = (iban: string): string => iban.slice(-4);
