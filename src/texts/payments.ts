import type { NextStep } from "../core/access/next-steps.ts";
import type { RefusalCode } from "../core/complaint/commands.ts";
import type { FactType } from "../core/complaint/events.ts";
import type { PaymentState } from "../core/complaint/state.ts";
import type { Language, Translated } from "./catalogue.ts";

type PaymentRefusal = Extract<
  RefusalCode,
  | `payment-${string}`
  | `iban-${string}`
  | "not-a-refund"
  | "unknown-payment"
  | "own-payment"
  | "paid-before-order"
  | "payee-unreadable"
  | "account-unset"
  | "no-payment-released"
>;

/** Why money does not go. */
export const paymentRefusals: Record<Language, Record<PaymentRefusal, string>> = {
  en: {
    "not-a-refund": "Only a refund is transferred. Nothing was recorded; choose a refund.",
    "payment-exists": "This refund is on the payment list already. Nothing was recorded twice.",
    "payment-open":
      "A payment for this is on its way. Nothing was recorded; mark it as paid on the payment list, or cancel it there.",
    "unknown-payment": "There is no such payment. Nothing was recorded.",
    "own-payment":
      "You entered or changed this payment, so somebody else releases it. Nothing was recorded; ask a colleague.",
    "payment-not-entered":
      "This payment is released already or no longer open. Nothing was recorded; look at its state.",
    "payment-not-released":
      "Nobody has released this payment. It was not ordered; have it released by a second person.",
    "payment-not-ordered":
      "This payment is in no order to the bank. Nothing was recorded; release it and download the order first.",
    "payment-ordered":
      "This payment is in an order to the bank already. Nothing was changed; if the bank did not carry it out, cancel it and enter it anew.",
    "payment-settled": "This payment is paid or cancelled already. Nothing was recorded.",
    "paid-before-order":
      "That day lies before the order to the bank. Nothing was recorded; correct the date.",
    "iban-invalid":
      "This is no valid IBAN: its length or check digits do not fit. Nothing was recorded; ask for it again.",
    "iban-not-sepa":
      "This account lies outside the SEPA area. Nothing was recorded; transfer it at your bank and record that the measure is carried out.",
    "payee-unreadable":
      "The name of the payee has no letters that banks can read. Nothing was recorded; write it in Latin letters.",
    "account-unset":
      "The account that we pay from is not set. Nothing was ordered; an administrator sets it under Settings.",
    "no-payment-released": "No payment waits for an order. Nothing was ordered; release one first.",
  },
  de: {
    "not-a-refund":
      "Überwiesen wird nur eine Erstattung. Es wurde nichts erfasst; bitte eine Erstattung wählen.",
    "payment-exists":
      "Diese Erstattung steht bereits auf der Zahlungsliste. Es wurde nichts doppelt erfasst.",
    "payment-open":
      "Dafür ist eine Zahlung unterwegs. Es wurde nichts erfasst; bitte auf der Zahlungsliste als gezahlt vermerken oder dort stornieren.",
    "unknown-payment": "Diese Zahlung gibt es nicht. Es wurde nichts erfasst.",
    "own-payment":
      "Sie haben diese Zahlung erfasst oder geändert, daher gibt sie jemand anderes frei. Es wurde nichts erfasst; bitte eine andere Person fragen.",
    "payment-not-entered":
      "Diese Zahlung ist bereits freigegeben oder nicht mehr offen. Es wurde nichts erfasst; bitte ihren Stand ansehen.",
    "payment-not-released":
      "Diese Zahlung hat niemand freigegeben. Sie wurde nicht beauftragt; bitte von einer zweiten Person freigeben lassen.",
    "payment-not-ordered":
      "Diese Zahlung steht in keinem Auftrag an die Bank. Es wurde nichts erfasst; bitte zuerst freigeben und den Auftrag herunterladen.",
    "payment-ordered":
      "Diese Zahlung steht bereits in einem Auftrag an die Bank. Es wurde nichts geändert; hat die Bank sie nicht ausgeführt, bitte stornieren und neu erfassen.",
    "payment-settled": "Diese Zahlung ist bereits gezahlt oder storniert. Es wurde nichts erfasst.",
    "paid-before-order":
      "Dieser Tag liegt vor dem Auftrag an die Bank. Es wurde nichts erfasst; bitte das Datum korrigieren.",
    "iban-invalid":
      "Das ist keine gültige IBAN: Länge oder Prüfziffern passen nicht. Es wurde nichts erfasst; bitte noch einmal erfragen.",
    "iban-not-sepa":
      "Dieses Konto liegt außerhalb des SEPA-Raums. Es wurde nichts erfasst; bitte bei der Bank überweisen und die Maßnahme als ausgeführt erfassen.",
    "payee-unreadable":
      "Der Name enthält keine Buchstaben, die Banken lesen können. Es wurde nichts erfasst; bitte in lateinischen Buchstaben schreiben.",
    "account-unset":
      "Das Konto, von dem wir zahlen, ist nicht hinterlegt. Es wurde nichts beauftragt; die Administration hinterlegt es unter Einstellungen.",
    "no-payment-released":
      "Keine Zahlung wartet auf einen Auftrag. Es wurde nichts beauftragt; bitte zuerst eine freigeben.",
  },
};

type PaymentFact = Extract<FactType, `Payment${string}` | "MeasureAssigned">;

export const paymentFacts: Record<Language, Record<PaymentFact, string>> = {
  en: {
    MeasureAssigned: "Measure given to somebody",
    PaymentEntered: "Payment entered",
    PaymentChanged: "Payment changed",
    PaymentReleased: "Payment released",
    PaymentOrdered: "Payment ordered from the bank",
    PaymentPaid: "Payment carried out",
    PaymentCancelled: "Payment cancelled",
  },
  de: {
    MeasureAssigned: "Maßnahme übertragen",
    PaymentEntered: "Zahlung erfasst",
    PaymentChanged: "Zahlung geändert",
    PaymentReleased: "Zahlung freigegeben",
    PaymentOrdered: "Zahlung bei der Bank beauftragt",
    PaymentPaid: "Zahlung ausgeführt",
    PaymentCancelled: "Zahlung storniert",
  },
};

type PaymentStep = Extract<NextStep, "payments" | "tasks">;

export const paymentSteps: Record<Language, Record<PaymentStep, string>> = {
  en: { payments: "Put a refund on the payment list", tasks: "Give a measure to somebody" },
  de: { payments: "Erstattung auf die Zahlungsliste setzen", tasks: "Maßnahme übertragen" },
};

const en = {
  nav: "Payments",
  title: "Payments",
  lead: "Refunds that customers accepted. One person enters where the money goes, another one releases it.",
  state: {
    entered: "waits for release",
    released: "released",
    ordered: "ordered",
    paid: "paid",
    cancelled: "cancelled",
  } satisfies Record<PaymentState, string> as Record<PaymentState, string>,
  show: "Show",
  open: "Open",
  none: "No payments here.",
  payee: "Name of the account's owner",
  iban: "IBAN",
  ending: (digits: string) => `account ending ${digits}`,
  refund: "Refund",
  release: "Release",
  change: "Change",
  cancel: "Cancel the payment",
  reason: "Reason",
  markPaid: "Mark as paid",
  paidOn: "Paid on",
  paidAt: (when: string) => `paid ${when}`,
  hands: (who: string) => `entered by ${who}`,
  releasedBy: (who: string) => `released by ${who}`,
  own: "You entered or changed it; somebody else releases it.",
  files: "Orders to the bank",
  order: (count: number, sum: string) => `Order ${count} (${sum}) from the bank`,
  ordered: "The order is ready. Download it and give it to your bank.",
  file: (number: number) => `Order ${number}`,
  earlier: (count: number) => `Earlier orders (${count})`,
  about: (count: number, sum: string, when: string) => `${count} × · ${sum} · ${when}`,
  download: "Download",
  noFiles: "None yet.",
  taskOwner: "Who carries it out",
  taskDue: "By when",
  taskOf: (who: string) => `with ${who}`,
  settings: "Settings",
  authority: "Who may approve how much",
  authorityHint: "Refunds and vouchers of one proposal together. Each state is kept.",
  upTo: (role: string) => `${role}: up to, in euros`,
  secondAbove: "Two people approve above, in euros",
  account: "Account that we pay from",
  holder: "Owner of the account",
  bic: "BIC",
  conciliation: "Conciliation body for consumers",
  conciliationHint: "A consumer with whom there is no agreement is told this in writing (VSBG §37).",
  body: "Name",
  address: "Address",
  url: "Website",
  stance: "Do we take part there?",
  stances: { obliged: "We are obliged to", willing: "We are willing to", unwilling: "Neither" },
  save: "Save",
  saved: "Saved.",
  history: "Earlier states",
};

const de: Translated<typeof en> = {
  nav: "Zahlungen",
  title: "Zahlungen",
  lead: "Angenommene Erstattungen. Eine Person erfasst, wohin das Geld geht, eine andere gibt es frei.",
  state: {
    entered: "wartet auf Freigabe",
    released: "freigegeben",
    ordered: "beauftragt",
    paid: "gezahlt",
    cancelled: "storniert",
  },
  show: "Zeigen",
  open: "Offen",
  none: "Hier sind keine Zahlungen.",
  payee: "Name der Kontoinhaberin oder des Kontoinhabers",
  iban: "IBAN",
  ending: (digits) => `Konto endet auf ${digits}`,
  refund: "Erstattung",
  release: "Freigeben",
  change: "Ändern",
  cancel: "Zahlung stornieren",
  reason: "Grund",
  markPaid: "Als gezahlt vermerken",
  paidOn: "Gezahlt am",
  paidAt: (when) => `gezahlt ${when}`,
  hands: (who) => `erfasst von ${who}`,
  releasedBy: (who) => `freigegeben von ${who}`,
  own: "Sie haben sie erfasst oder geändert; jemand anderes gibt sie frei.",
  files: "Aufträge an die Bank",
  order: (count, sum) => `${count} (${sum}) bei der Bank beauftragen`,
  ordered: "Der Auftrag ist fertig. Bitte herunterladen und der Bank übergeben.",
  file: (number) => `Auftrag ${number}`,
  earlier: (count) => `Frühere Aufträge (${count})`,
  about: (count, sum, when) => `${count} × · ${sum} · ${when}`,
  download: "Herunterladen",
  noFiles: "Noch keine.",
  taskOwner: "Wer sie ausführt",
  taskDue: "Bis wann",
  taskOf: (who) => `bei ${who}`,
  settings: "Einstellungen",
  authority: "Wer wie viel freigeben darf",
  authorityHint: "Erstattungen und Gutscheine eines Vorschlags zusammen. Jeder Stand bleibt erhalten.",
  upTo: (role) => `${role}: bis, in Euro`,
  secondAbove: "Zwei Personen geben frei ab mehr als, in Euro",
  account: "Konto, von dem wir zahlen",
  holder: "Kontoinhaber",
  bic: "BIC",
  conciliation: "Schlichtungsstelle für Verbraucher:innen",
  conciliationHint:
    "Verbraucher:innen, mit denen es keine Einigung gibt, erfahren sie in Textform (§ 37 VSBG).",
  body: "Name",
  address: "Anschrift",
  url: "Website",
  stance: "Nehmen wir dort teil?",
  stances: { obliged: "Wir sind verpflichtet", willing: "Wir sind bereit", unwilling: "Weder noch" },
  save: "Speichern",
  saved: "Gespeichert.",
  history: "Frühere Stände",
};

export const paymentWords = (language: Language): typeof en => (language === "de" ? de : en);
