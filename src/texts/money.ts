import type { RefusalCode } from "../core/complaint/commands.ts";
import type { FactType } from "../core/complaint/events.ts";
import type { NextStep } from "../core/access/next-steps.ts";
import type { Language, Translated } from "./catalogue.ts";

type MoneyRefusal = Extract<
  RefusalCode,
  | "wrong-currency"
  | "voucher-only"
  | "refund-above-paid"
  | "above-authority"
  | "own-approval"
  | "deadlock-declared"
  | "no-deadlock"
  | "conciliation-unnamed"
  | "text-form"
  | "unknown-referral"
  | "referral-ended"
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
    "deadlock-declared": "It is already recorded that there is no agreement. Nothing was recorded twice.",
    "no-deadlock":
      "Nobody has recorded yet that there will be no agreement. The complaint stays open; a manager records it first, so that a consumer is told whom to turn to.",
    "conciliation-unnamed":
      "No conciliation body is named, and a consumer must be told one (VSBG §37). Nothing was recorded; an administrator names it under Settings.",
    "text-form":
      "A consumer must be told in text form (VSBG §37). Nothing was recorded; send it by email or post, or hand it over.",
    "unknown-referral": "There is no such referral. Nothing was recorded.",
    "referral-ended": "It is already recorded how this referral ended. Nothing was recorded twice.",
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
    "deadlock-declared":
      "Es ist bereits erfasst, dass es keine Einigung gibt. Es wurde nichts doppelt erfasst.",
    "no-deadlock":
      "Es ist noch nicht erfasst, dass es keine Einigung geben wird. Die Beschwerde bleibt offen; die Leitung erfasst es zuerst, damit Verbraucher:innen erfahren, an wen sie sich wenden können.",
    "conciliation-unnamed":
      "Es ist keine Schlichtungsstelle benannt, und Verbraucher:innen muss eine genannt werden (§ 37 VSBG). Es wurde nichts erfasst; die Administration benennt sie unter Einstellungen.",
    "text-form":
      "Verbraucher:innen müssen es in Textform erfahren (§ 37 VSBG). Es wurde nichts erfasst; bitte per E-Mail oder Post senden oder übergeben.",
    "unknown-referral": "Dieses Verfahren gibt es nicht. Es wurde nichts erfasst.",
    "referral-ended": "Der Ausgang dieses Verfahrens ist bereits erfasst. Es wurde nichts doppelt erfasst.",
  },
};

type MoneyFact = Extract<
  FactType,
  "PaidAmountRecorded" | "ProposalEndorsed" | "DeadlockDeclared" | "ReferredOutside" | "ReferralEnded"
>;

export const moneyFacts: Record<Language, Record<MoneyFact, string>> = {
  en: {
    PaidAmountRecorded: "Paid amount recorded",
    ProposalEndorsed: "Proposal approved by the first of two",
    DeadlockDeclared: "No agreement",
    ReferredOutside: "Taken to somebody outside",
    ReferralEnded: "Ended outside",
  },
  de: {
    PaidAmountRecorded: "Gezahlter Betrag erfasst",
    ProposalEndorsed: "Vorschlag von der ersten von zwei Personen freigegeben",
    DeadlockDeclared: "Keine Einigung",
    ReferredOutside: "Nach außen getragen",
    ReferralEnded: "Außen abgeschlossen",
  },
};

type MoneyStep = Extract<NextStep, "paid-amount" | "deadlock" | "referrals" | "referral-outcomes">;

export const moneySteps: Record<Language, Record<MoneyStep, string>> = {
  en: {
    "paid-amount": "Record what the customer paid",
    deadlock: "Record that there is no agreement",
    referrals: "Record that somebody outside looks at it",
    "referral-outcomes": "Record how it ended outside",
  },
  de: {
    "paid-amount": "Gezahlten Betrag erfassen",
    deadlock: "Erfassen, dass es keine Einigung gibt",
    referrals: "Erfassen, dass eine andere Stelle befasst ist",
    "referral-outcomes": "Ausgang bei der anderen Stelle erfassen",
  },
};

/** The words of the screens on which money is promised and paid. */
const en = {
  code: "Voucher code",
  redeemableUntil: "Last day of the voucher",
  paidAmount: "Amount paid, in euros",
  paidByCustomer: "Paid by the customer",
  total: "Refunds and vouchers",
  form: "Form",
  forms: { call: "Call", meeting: "Meeting", correspondence: "Letters and mails" },
  participants: "Who took part",
  consumer: "Does the person complain as a consumer?",
  consumers: { yes: "Yes, as a consumer", no: "No, for a business" },
  deadlockReason: "Why there will be no agreement",
  deadlockVia: "How the notice is given (in text form)",
  deadlockNote: "No agreement",
  deadlockSince: (who: string, when: string) => `Recorded by ${who}, ${when}.`,
  told: "The customer was told the conciliation body.",
  untold: "Not a consumer: no notice is due.",
  referrals: "Outside bodies",
  body: "Who",
  bodies: {
    conciliation_body: "Conciliation body",
    authority: "Authority",
    court: "Court",
    other: "Somebody else",
  },
  bodyName: "Its name",
  bodyReference: "Its reference",
  referral: "Proceeding",
  referralOutcome: "How it ended",
  referralOutcomes: {
    agreed: "Both sides agreed",
    decided: "It was decided",
    not_agreed: "Without agreement",
    not_admitted: "It was not admitted",
    withdrawn: "It was withdrawn",
  },
  differences: (since: number) => `Differences from proposal ${since}`,
  noDifferences: "The same measures as before.",
  change: { added: "added", removed: "removed", changed: "changed" },
  totals: (was: string, is: string) => `Refunds and vouchers: ${was} → ${is}`,
  endorsedBy: (who: string) => `Approved by ${who}; a second person has to approve it too.`,
};
const de: Translated<typeof en> = {
  code: "Gutscheincode",
  redeemableUntil: "Letzter Tag des Gutscheins",
  paidAmount: "Gezahlter Betrag in Euro",
  paidByCustomer: "Vom Kunden gezahlt",
  total: "Erstattungen und Gutscheine",
  form: "Form",
  forms: { call: "Telefonat", meeting: "Treffen", correspondence: "Schriftwechsel" },
  participants: "Wer dabei war",
  consumer: "Beschwert sich die Person als Verbraucher:in?",
  consumers: { yes: "Ja, als Verbraucher:in", no: "Nein, für ein Unternehmen" },
  deadlockReason: "Warum es keine Einigung geben wird",
  deadlockVia: "Wie die Mitteilung erfolgt (in Textform)",
  deadlockNote: "Keine Einigung",
  deadlockSince: (who, when) => `Erfasst von ${who}, ${when}.`,
  told: "Die Schlichtungsstelle wurde mitgeteilt.",
  untold: "Keine Verbraucher:in: Eine Mitteilung ist nicht nötig.",
  referrals: "Andere Stellen",
  body: "Wer",
  bodies: {
    conciliation_body: "Schlichtungsstelle",
    authority: "Behörde",
    court: "Gericht",
    other: "Jemand anderes",
  },
  bodyName: "Name der Stelle",
  bodyReference: "Ihr Aktenzeichen",
  referral: "Verfahren",
  referralOutcome: "Ausgang",
  referralOutcomes: {
    agreed: "Einigung",
    decided: "Entschieden",
    not_agreed: "Keine Einigung",
    not_admitted: "Nicht zugelassen",
    withdrawn: "Zurückgenommen",
  },
  differences: (since) => `Unterschiede zu Vorschlag ${since}`,
  noDifferences: "Dieselben Maßnahmen wie zuvor.",
  change: { added: "neu", removed: "entfallen", changed: "geändert" },
  totals: (was, is) => `Erstattungen und Gutscheine: ${was} → ${is}`,
  endorsedBy: (who) => `Von ${who} freigegeben; eine zweite Person muss noch freigeben.`,
};

export const moneyWords = (language: Language): typeof en => (language === "de" ? de : en);
