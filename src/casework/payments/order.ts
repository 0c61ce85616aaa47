import { Document } from "sepa";
import type { AccountSetting } from "./contract.ts";
import { inSepaCharacters } from "./characters.ts";

export type Transfer = {
  /** Without hyphens it is the end-to-end reference, so that a bank's answer finds it. */
  id: string;
  amountCents: number;
  payee: string;
  iban: string;
  /** What stands on the customer's statement. */
  purpose: string;
};

export type Order = {
  number: number;
  createdAt: string;
  /** Calendar date. */
  executeOn: string;
  /** In which the file states when it was made. */
  zone: string;
  account: AccountSetting;
  transfers: Transfer[];
};

const format = "pain.001.001.09";

/** A SEPA credit transfer (ISO 20022) as banks take it. Throws when the library's sum is not ours to the cent. */
export function orderFile({ number, createdAt, executeOn, zone, account, transfers }: Order): Buffer {
  const document = new Document(format);
  const holder = inSepaCharacters(account.holder).slice(0, 70);
  document.grpHdr.id = `REDRESS-${createdAt.slice(0, 10)}-${number}`;
  document.grpHdr.created = localDate(
    Temporal.Instant.from(createdAt).toZonedDateTimeISO(zone).toPlainDateTime(),
  );
  document.grpHdr.initiatorName = holder;
  const order = document.createPaymentInfo();
  order.requestedExecutionDate = localDate(Temporal.PlainDate.from(executeOn).toPlainDateTime("12:00"));
  order.debtorName = holder;
  order.debtorIBAN = account.iban;
  order.debtorBIC = account.bic ?? "";
  // One line on our statement for each customer, so that each can be marked as paid.
  order.batchBooking = false;
  document.addPaymentInfo(order);
  for (const { id, amountCents, payee, iban, purpose } of transfers) {
    const transfer = order.createTransaction();
    transfer.end2endId = id.replaceAll("-", "");
    transfer.amount = amountCents / 100;
    transfer.creditorName = inSepaCharacters(payee).slice(0, 70);
    transfer.creditorIBAN = iban;
    transfer.remittanceInfo = inSepaCharacters(purpose).slice(0, 140);
    order.addTransaction(transfer);
  }
  const file = document.toString();
  const cents = transfers.reduce((sum, { amountCents }) => sum + amountCents, 0);
  // The library counts in binary fractions, which are exact for what we order; money is worth a second look.
  if (!file.includes(`<CtrlSum>${euros(cents)}</CtrlSum>`))
    throw new Error("the order's control sum is not the sum of its payments; nothing was ordered");
  for (const { amountCents } of transfers)
    if (!file.includes(`<InstdAmt Ccy="EUR">${euros(amountCents)}</InstdAmt>`))
      throw new Error("an amount in the order is not the payment's; nothing was ordered");
  return Buffer.from(file);
}

const euros = (cents: number) => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;

/** The library reads a `Date` with the process's own zone; what it writes is this wall time, wherever the process runs. */
const localDate = ({ year, month, day, hour, minute, second }: Temporal.PlainDateTime) =>
  new Date(year, month - 1, day, hour, minute, second);
