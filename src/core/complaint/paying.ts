import type { Circumstances, Command, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint, Payment } from "./state.ts";
import { acceptedProposals, implement } from "./implementing.ts";
import { isInProgress, paymentFor } from "./payments.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

/** Puts an accepted refund on the payment list; the amount is what was accepted and nothing else. */
export function enterPayment(
  { payment, measure, payee, iban }: Doing<"enter-payment">,
  state: Complaint,
  { actor }: Circumstances,
): ComplaintEvent[] | Refusal {
  const agreed = acceptedProposals(state).flatMap(({ measures }) => measures);
  if (agreed.length === 0) return { refused: "not-accepted" };
  const promised = agreed.find(({ id }) => id === measure);
  if (!promised) return { refused: "unknown-measure", field: "measure" };
  if (promised.kind !== "refund" || promised.amountCents === undefined)
    return { refused: "not-a-refund", field: "measure" };
  if (state.measuresDone.includes(measure)) return { refused: "measure-already-done", field: "measure" };
  if (paymentFor(state, measure) || state.payments.some(({ id }) => id === payment))
    return { refused: "payment-exists", field: "measure" };
  const data = { payment, measure, amountCents: promised.amountCents, by: actor };
  return [{ type: "PaymentEntered", data, words: toWhom(payment, payee, iban) }];
}

/** Whoever changes where the money goes has had a hand in it, and a release of the former state ends. */
export function changePayment(
  { payment, payee, iban }: Doing<"change-payment">,
  state: Complaint,
  { actor }: Circumstances,
): ComplaintEvent[] | Refusal {
  const found = known(state, payment);
  if ("refused" in found) return found;
  if (found.state !== "entered" && found.state !== "released") return { refused: "payment-ordered" };
  return [{ type: "PaymentChanged", data: { payment, by: actor }, words: toWhom(payment, payee, iban) }];
}

/** Four eyes: nobody lets money go that they have directed themselves. */
export function releasePayment(
  { payment }: Doing<"release-payment">,
  state: Complaint,
  { actor }: Circumstances,
): ComplaintEvent[] | Refusal {
  const found = known(state, payment);
  if ("refused" in found) return found;
  if (found.state !== "entered") return { refused: "payment-not-entered" };
  if (found.hands.includes(actor)) return { refused: "own-payment" };
  return [{ type: "PaymentReleased", data: { payment, by: actor } }];
}

/** The payment stands in an order to the bank: in this one and in no other. */
export function orderPayment(
  { payment, file }: Doing<"order-payment">,
  state: Complaint,
): ComplaintEvent[] | Refusal {
  const found = known(state, payment);
  if ("refused" in found) return found;
  if (found.state !== "released") return { refused: "payment-not-released" };
  return [{ type: "PaymentOrdered", data: { payment, file } }];
}

/** The bank has carried it out, and with it the measure: the customer has the money when it was transferred. */
export function markPaid(
  { payment, paidOn }: Doing<"mark-paid">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  const found = known(state, payment);
  if ("refused" in found) return found;
  if (found.state !== "ordered" || !found.orderedAt) return { refused: "payment-not-ordered" };
  const at = paidAt(paidOn, found.orderedAt, now);
  if (typeof at !== "string") return at;
  const paid: ComplaintEvent = { type: "PaymentPaid", data: { payment, at, by: now.actor } };
  const settled = {
    ...state,
    payments: state.payments.map((each) =>
      each.id === payment ? { ...each, state: "paid" as const } : each,
    ),
  };
  const done = implement({ do: "implement", measure: found.measure, at }, settled, now);
  return Array.isArray(done) ? [paid, ...done] : done;
}

/** Before it is paid; when it stands in an order already, somebody says why the bank did not carry it out. */
export function cancelPayment(
  { payment, reason }: Doing<"cancel-payment">,
  state: Complaint,
  { actor }: Circumstances,
): ComplaintEvent[] | Refusal {
  const found = known(state, payment);
  if ("refused" in found) return found;
  if (!isInProgress(found)) return { refused: "payment-settled" };
  return [{ type: "PaymentCancelled", data: { payment, by: actor }, words: { reason } }];
}

const toWhom = (payment: string, payee: string, iban: string) => ({
  [`payee:${payment}`]: payee,
  [`iban:${payment}`]: iban,
});

const known = (state: Complaint, payment: string): Payment | Refusal =>
  state.payments.find(({ id }) => id === payment) ?? { refused: "unknown-payment" };

/** The bank tells a day and no time: noon of it, in the office's zone, but never before the order or after now. */
function paidAt(
  paidOn: string | undefined,
  orderedAt: string,
  { now, calendar: { zone } }: Circumstances,
): string | Refusal {
  const dayOf = (instant: string) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
  const today = dayOf(now);
  if (paidOn === undefined || paidOn === today) return now;
  if (paidOn > today) return { refused: "in-the-future", field: "paidOn" };
  if (paidOn < dayOf(orderedAt)) return { refused: "paid-before-order", field: "paidOn" };
  const noon = Temporal.PlainDate.from(paidOn)
    .toZonedDateTime({ timeZone: zone, plainTime: "12:00" })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });
  return noon > orderedAt ? noon : orderedAt;
}
