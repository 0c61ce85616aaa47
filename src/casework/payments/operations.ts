import type { Handlers, No } from "../../operations.ts";
import type { Command, Refusal } from "../../core/complaint/commands.ts";
import type { Staff } from "../../core/access/access.ts";
import type { Desk } from "../../record/desk.ts";
import type { paymentOperations, PaymentView } from "./contract.ts";
import { may } from "../../core/access/access.ts";
import { handle, type Asked } from "../complaints/handle.ts";
import { complaintView } from "../complaints/queries/complaint.ts";
import { findComplaint } from "../complaints/queries/find.ts";
import { accountHandlers } from "./account.ts";
import { isReadable } from "./characters.ts";
import { paymentFiles } from "./files.ts";
import { readIban } from "./iban.ts";
import { paymentList, paymentsVisibleTo, paymentViews } from "./list.ts";
import { orderPayments } from "./ordering.ts";

type Ask = Asked & { who: Staff; params: { id: string } };

const forbidden = { kind: "forbidden" } as const;
const mayLook = ({ roles }: Staff) => may(roles, "enter-payment") || roles.includes("auditor");

/** The API of the payment list. Every change is a fact of its complaint, under that complaint's version. */
export function paymentHandlers(desk: Desk): Handlers<typeof paymentOperations> {
  const shown = async (who: Staff, id: string): Promise<PaymentView | undefined> => {
    const rows = await paymentsVisibleTo(desk, who).where("payment.id", "=", id).execute();
    return (await paymentViews(desk, rows))[0];
  };
  const change = async (
    { who, params, ...asked }: Ask,
    commandOf: (payment: string) => Command,
  ): Promise<{ ok: PaymentView } | No> => {
    const found = await shown(who, params.id);
    if (!found) return { kind: "unknown" };
    const outcome = await handle(desk, who, found.complaintId, commandOf(found.id), asked);
    if ("refused" in outcome) return outcome;
    if (outcome.kind !== "recorded" && outcome.kind !== "repeated") return outcome;
    return { ok: (await shown(who, params.id))! };
  };

  return {
    ...accountHandlers(desk),
    "POST /complaints/:id/payments": async ({ who, params, body, ...asked }) => {
      const found = await findComplaint(desk, who, params.id);
      if ("kind" in found) return found;
      if (!may(who.roles, "enter-payment")) return forbidden;
      const to = readPayee(body);
      if ("refused" in to) return to;
      const command = { do: "enter-payment", payment: crypto.randomUUID(), measure: body.measure, ...to };
      const outcome = await handle(desk, who, found.id, command as Command, asked);
      if ("refused" in outcome) return outcome;
      if (outcome.kind !== "recorded" && outcome.kind !== "repeated") return outcome;
      return { ok: await complaintView(desk, who, found.id) };
    },
    "GET /complaints/:id/payments": async ({ who, params }) => {
      const found = await findComplaint(desk, who, params.id);
      if ("kind" in found) return found;
      const rows = await paymentsVisibleTo(desk, who).where("complaint.id", "=", found.id).execute();
      return mayLook(who) ? { ok: { items: await paymentViews(desk, rows) } } : forbidden;
    },
    "GET /payments": async ({ who, query }) => {
      if (!mayLook(who)) return forbidden;
      const page = await paymentList(desk, who, query);
      return "kind" in page ? page : { ok: page };
    },
    "PUT /payments/:id": async ({ body, ...ask }) => {
      if (!may(ask.who.roles, "change-payment")) return forbidden;
      const to = readPayee(body);
      if ("refused" in to) return to;
      return change(ask, (payment) => ({ do: "change-payment", payment, ...to }));
    },
    "POST /payments/:id/release": (ask) => change(ask, (payment) => ({ do: "release-payment", payment })),
    "POST /payments/:id/paid": ({ body: { paidOn }, ...ask }) =>
      change(ask, (payment) => ({ do: "mark-paid", payment, ...(paidOn && { paidOn }) })),
    "POST /payments/:id/cancellation": ({ body: { reason }, ...ask }) =>
      change(ask, (payment) => ({ do: "cancel-payment", payment, reason })),
    "GET /payments/files": async ({ who }) =>
      may(who.roles, "order-payment") ? { ok: { items: await paymentFiles(desk, who) } } : forbidden,
    "POST /payments/files": async ({ who, body }) => {
      if (!may(who.roles, "order-payment")) return forbidden;
      const made = await orderPayments(desk, who, body.executeOn);
      return "refused" in made ? made : { ok: made };
    },
  };
}

function readPayee(body: { payee: string; iban: string }): { payee: string; iban: string } | Refusal {
  const iban = readIban(body.iban);
  if (typeof iban !== "string") return iban;
  return isReadable(body.payee)
    ? { payee: body.payee, iban }
    : { refused: "payee-unreadable", field: "payee" };
}
