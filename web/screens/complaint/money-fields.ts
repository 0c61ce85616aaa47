import type { ComplaintView } from "../../../src/casework/complaints/contract.ts";
import { formatCents } from "../../../src/texts/catalogue.ts";
import { useWords } from "../../language.tsx";
import type { Field, Option } from "./step-fields.ts";

type Step = "paid-amount" | "deadlock" | "referrals" | "referral-outcomes" | "tasks" | "payments";
type Given = {
  complaint: ComplaintView;
  /** What was promised and is not carried out yet. */
  measures: ComplaintView["proposals"][number]["measures"];
  colleagues: Option[];
  text: (name: string, label: string, required?: boolean) => Field;
  via: (initial?: string) => Field;
};

const options = (words: Record<string, string>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What the steps ask for with which money is promised or paid, or no agreement is found. */
export function useMoneyFields() {
  const { t, d, money, pay, language } = useWords();
  const f = t.field;
  const optional = (label: string) => `${label} (${t.app.optional})`;
  return (step: Step, { complaint, measures, colleagues, text, via }: Given): Field[] => {
    const named = ({ id, kind, description, amountCents }: Given["measures"][number]): Option => ({
      value: id,
      label: [`${d.measure[kind]}: ${description}`, amountCents && formatCents(language, amountCents)]
        .filter(Boolean)
        .join(" · "),
    });
    switch (step) {
      case "paid-amount":
        return [
          { name: "amountCents", label: money.paidAmount, kind: "money", required: true },
          text("note", f.note, false),
        ];
      case "deadlock":
        return [
          text("reason", money.deadlockReason),
          {
            ...via(complaint.complainant.email ? "email" : "post"),
            label: money.deadlockVia,
            options: (via().options ?? []).filter(({ value }) => value !== "phone"),
          },
        ];
      case "referrals":
        return [
          { name: "body", label: money.body, kind: "few", options: options(money.bodies), required: true },
          { name: "name", label: money.bodyName, kind: "line", required: true },
          { name: "reference", label: `${money.bodyReference} (${t.app.optional})`, kind: "line" },
          text("note", f.note, false),
        ];
      case "referral-outcomes":
        return [
          {
            name: "referral",
            label: money.referral,
            kind: "few",
            options: complaint.referrals
              .filter(({ outcome }) => !outcome)
              .map(({ number, name }) => ({ value: String(number), label: name })),
            required: true,
          },
          {
            name: "outcome",
            label: money.referralOutcome,
            kind: "few",
            options: options(money.referralOutcomes),
            required: true,
          },
          text("note", f.note, false),
        ];
      case "tasks":
        return [
          {
            name: "measure",
            label: f.measure,
            kind: "few",
            options: measures.map(named),
            required: true,
            initial: measures[0]?.id ?? "",
          },
          { name: "ownerId", label: pay.taskOwner, kind: "many", options: colleagues, required: true },
          { name: "dueOn", label: optional(pay.taskDue), kind: "date" },
        ];
      case "payments": {
        const refunds = measures.filter(
          ({ kind, payment }) => kind === "refund" && (!payment || payment.state === "cancelled"),
        );
        return [
          {
            name: "measure",
            label: pay.refund,
            kind: "few",
            options: refunds.map(named),
            required: true,
            initial: refunds[0]?.id ?? "",
          },
          {
            name: "payee",
            label: pay.payee,
            kind: "line",
            required: true,
            initial: complaint.complainant.name ?? "",
          },
          { name: "iban", label: pay.iban, kind: "line", required: true },
        ];
      }
    }
  };
}
