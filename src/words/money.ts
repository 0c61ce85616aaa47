import type { RefusalCode } from "../core/complaint/commands.ts";
import type { FactType } from "../core/complaint/events.ts";
import type { NextStep } from "../core/access/next-steps.ts";
import type { Language, Translated } from "./catalogue.ts";

type MoneyRefusal = Extract<
  RefusalCode,
  "wrong-currency" | "voucher-only" | "refund-above-paid" | "above-authority" | "own-approval"
>;

/** Why nothing was promised or paid; `{name}` is an amount that holds now. */
export const moneyRefusals: Record<Language, Record<MoneyRefusal, string>> = {
  en: {
    "wrong-currency": "Amounts are in euros (EUR). Nothing was recorded; give the amount in euros.",
    "voucher-only": "Only a voucher has a code and a last day. Nothing was recorded; leave them out.",
    "refund-above-paid":
      "The customer paid {paid}, {promised} of it is promised back already, and this proposal would refund {asked}. Nothing was recorded; refund less, or correct what was paid.",
    "above-authority":
      "You may approve up to {limit}; this proposal costs {asked}. Nothing was recorded; ask somebody who may approve more.",
    "own-approval":
      "You have approved this proposal already, and your approval is kept. A second person has to approve it too; ask a colleague.",
  },
  de: {
    "wrong-currency":
      "Beträge sind in Euro (EUR). Es wurde nichts erfasst; bitte den Betrag in Euro angeben.",
    "voucher-only":
      "Nur ein Gutschein hat einen Code und einen letzten Tag. Es wurde nichts erfasst; bitte weglassen.",
    "refund-above-paid":
      "Gezahlt wurden {paid}, davon sind {promised} bereits zur Erstattung zugesagt, und dieser Vorschlag würde {asked} erstatten. Es wurde nichts erfasst; bitte weniger erstatten oder den gezahlten Betrag berichtigen.",
    "above-authority":
      "Sie dürfen bis {limit} freigeben; dieser Vorschlag kostet {asked}. Es wurde nichts erfasst; bitte jemanden mit höherer Befugnis fragen.",
    "own-approval":
      "Sie haben diesen Vorschlag bereits freigegeben, das bleibt erhalten. Es muss noch eine zweite Person freigeben; bitte eine Kollegin oder einen Kollegen fragen.",
  },
};

type MoneyFact = Extract<FactType, "PaidAmountRecorded" | "ProposalEndorsed">;

export const moneyFacts: Record<Language, Record<MoneyFact, string>> = {
  en: {
    PaidAmountRecorded: "Paid amount recorded",
    ProposalEndorsed: "Proposal approved by the first of two",
  },
  de: {
    PaidAmountRecorded: "Gezahlter Betrag erfasst",
    ProposalEndorsed: "Vorschlag von der ersten von zwei Personen freigegeben",
  },
};

type MoneyStep = Extract<NextStep, "paid-amount">;

export const moneySteps: Record<Language, Record<MoneyStep, string>> = {
  en: { "paid-amount": "Record what the customer paid" },
  de: { "paid-amount": "Gezahlten Betrag erfassen" },
};

/** The words of the screens on which money is promised and paid. */
const en = {
  code: "Voucher code",
  redeemableUntil: "Last day of the voucher",
  paidAmount: "Amount paid, in euros",
  paidByCustomer: "Paid by the customer",
  total: "Refunds and vouchers",
  endorsedBy: (who: string) => `Approved by ${who}; a second person has to approve it too.`,
};
const de: Translated<typeof en> = {
  code: "Gutscheincode",
  redeemableUntil: "Letzter Tag des Gutscheins",
  paidAmount: "Gezahlter Betrag in Euro",
  paidByCustomer: "Vom Kunden gezahlt",
  total: "Erstattungen und Gutscheine",
  endorsedBy: (who) => `Von ${who} freigegeben; eine zweite Person muss noch freigeben.`,
};

export const moneyWords = (language: Language): typeof en => (language === "de" ? de : en);
