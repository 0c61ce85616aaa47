import { z } from "zod";
import { paymentStates } from "../../core/complaint/state.ts";
import { ComplaintView } from "../complaints/contract.ts";

const id = z.uuid();
const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((said) => said.isWellFormed() && !said.includes("\0"), { error: "not_utf8" });
/** As people write it, with or without blanks; whether it is one is checked before anything is recorded. */
const iban = z.string().trim().min(1).max(50);
const toWhom = { payee: text(70), iban };

export const PaymentView = z.object({
  id,
  complaintId: id,
  reference: z.string(),
  /** The complaint's version, to be sent back as If-Match. */
  version: z.int(),
  measure: z.string(),
  amountCents: z.int(),
  state: z.enum(paymentStates),
  /** Missing once the words of the complaint were erased. */
  payee: z.string().optional(),
  /** The last four signs; the whole stands in the order to the bank alone. */
  ibanEnding: z.string().optional(),
  /** Whoever entered or changed it, and so may not release it. */
  hands: z.array(z.string()),
  releasedBy: z.string().optional(),
  fileId: z.string().optional(),
  paidAt: z.string().optional(),
  updatedAt: z.string(),
});
export type PaymentView = z.output<typeof PaymentView>;

export const PaymentFile = z.object({
  id,
  number: z.int(),
  executeOn: z.string(),
  count: z.int(),
  controlCents: z.int(),
  createdAt: z.string(),
  createdBy: z.string(),
});
export type PaymentFile = z.output<typeof PaymentFile>;

export const AccountSetting = z.strictObject({
  holder: text(70),
  iban,
  bic: z
    .string()
    .regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/)
    .optional(),
});
export type AccountSetting = z.output<typeof AccountSetting>;
const Account = z.object({ account: AccountSetting.optional() });

const one = z.object({ id });

export const paymentOperations = {
  "POST /complaints/:id/payments": {
    summary: "Put an accepted refund on the payment list",
    params: z.object({ id: z.string().max(60) }),
    body: z.strictObject({ measure: z.string().max(20), ...toWhom }),
    ok: ComplaintView,
    creates: true,
  },
  "GET /complaints/:id/payments": {
    summary: "The payments of one complaint",
    params: z.object({ id: z.string().max(60) }),
    ok: z.object({ items: z.array(PaymentView) }),
  },
  "GET /payments": {
    summary: "The payment list, what changed last first",
    query: z.strictObject({
      state: z.enum(["open", ...paymentStates]).default("open"),
      limit: z.coerce.number().int().min(1).max(200).default(100),
      cursor: z.string().max(300).optional(),
    }),
    ok: z.object({ items: z.array(PaymentView), next: z.string().optional() }),
  },
  "PUT /payments/:id": {
    summary: "Change where the money goes; a release of the former state ends",
    params: one,
    body: z.strictObject(toWhom),
    ok: PaymentView,
  },
  "POST /payments/:id/release": {
    summary: "Let it go, by somebody who neither entered nor changed it",
    params: one,
    body: z.strictObject({}),
    ok: PaymentView,
    creates: true,
  },
  "POST /payments/:id/paid": {
    summary: "Record that the bank carried it out; the measure is done with it",
    params: one,
    body: z.strictObject({ paidOn: z.iso.date().optional() }),
    ok: PaymentView,
    creates: true,
  },
  "POST /payments/:id/cancellation": {
    summary: "Take it off the list, with a reason",
    params: one,
    body: z.strictObject({ reason: text(2_000) }),
    ok: PaymentView,
    creates: true,
  },
  "GET /payments/files": {
    summary: "The orders to the bank, the latest first",
    ok: z.object({ items: z.array(PaymentFile) }),
  },
  "POST /payments/files": {
    summary: "Put all released payments in one order to the bank (pain.001.001.09)",
    body: z.strictObject({ executeOn: z.iso.date().optional() }),
    ok: PaymentFile,
    creates: true,
  },
  "GET /office/account": { summary: "The account that we pay from, once it is set", ok: Account },
  "PUT /office/account": {
    summary: "Set the account that we pay from",
    body: AccountSetting,
    ok: Account,
  },
} as const;
