import type { ProposedMeasure, Refusal } from "./commands.ts";
import type { Measure } from "./events.ts";
import type { Complaint } from "./state.ts";

type Priced = Pick<Measure, "kind" | "amountCents">;

/** What a proposal costs: refunds and vouchers together, in cents. */
export const totalCents = (measures: readonly Priced[]): number =>
  measures.reduce((sum, { amountCents = 0 }) => sum + amountCents, 0);

const refundCents = (measures: readonly Priced[]): number =>
  totalCents(measures.filter(({ kind }) => kind === "refund"));

/** Whether each measure is complete, in euros, and the refunds are no more than the customer paid. */
export function refuseMeasures(measures: readonly ProposedMeasure[], state: Complaint): Refusal | undefined {
  for (const measure of measures) {
    const refusal = refuseMeasure(measure);
    if (refusal) return refusal;
  }
  return refuseAbovePaid(measures, state);
}

function refuseMeasure(measure: ProposedMeasure): Refusal | undefined {
  const { kind, amountCents, currency = "EUR", basis, code, redeemableUntil } = measure;
  if (kind !== "voucher" && (code !== undefined || redeemableUntil !== undefined))
    return { refused: "voucher-only", field: code === undefined ? "redeemableUntil" : "code" };
  const paid = kind === "refund" || kind === "voucher";
  if (!paid)
    return amountCents === undefined ? undefined : { refused: "amount-not-allowed", field: "amountCents" };
  if (amountCents === undefined) return { refused: "amount-missing", field: "amountCents" };
  return (
    refuseAmount(amountCents, currency) ?? (basis ? undefined : { refused: "basis-missing", field: "basis" })
  );
}

export function refuseAmount(amountCents: number, currency = "EUR"): Refusal | undefined {
  if (currency !== "EUR") return { refused: "wrong-currency", field: "currency" };
  return Number.isSafeInteger(amountCents) && amountCents > 0
    ? undefined
    : { refused: "amount-not-positive", field: "amountCents" };
}

/** Nobody gets back more than was paid, whatever earlier rounds have already promised. */
export function refuseAbovePaid(
  measures: readonly Priced[],
  { paidCents, proposals }: Complaint,
): Refusal | undefined {
  if (paidCents === undefined) return undefined;
  const earlier = proposals.filter(({ status }) => status === "accepted");
  const promised = refundCents(earlier.flatMap((each) => each.measures));
  const asked = refundCents(measures);
  return asked > 0 && promised + asked > paidCents
    ? {
        refused: "refund-above-paid",
        field: "amountCents",
        cents: { paid: paidCents, promised, asked },
      }
    : undefined;
}
