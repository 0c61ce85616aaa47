import type { Language } from "./catalogue.ts";

type Sample = {
  name: string;
  person: string;
  allegation: string;
  reasons: string;
  explanation: string;
  refund: string;
  voucher: string;
  corrective: string;
  held: string;
  conciliation: { body: string; address: string; url: string; stance: "willing" };
};

/** The general consumer conciliation body of Germany (VSBG §29); an example, until an organisation names its own. */
const conciliation = {
  body: "Universalschlichtungsstelle des Bundes",
  address: "Straßburger Straße 8, 77694 Kehl",
  url: "https://www.verbraucher-schlichter.de",
  stance: "willing",
} as const;

const en: Sample = {
  name: "Anna Miller",
  person: "Mara Example",
  allegation: "The course was cancelled without notice",
  reasons: "The cancellation was written and not sent.",
  explanation: "We are sorry. You waited in front of a locked room, and nobody had told you.",
  refund: "Course fee",
  voucher: "For your next course",
  corrective: "Cancellations are sent by two people",
  held: "We still wait for the answer of the trainer, who is travelling until Tuesday.",
  conciliation,
};

const de: Sample = {
  name: "Anna Müller",
  person: "Mara Beispiel",
  allegation: "Der Kurs fiel ohne Nachricht aus",
  reasons: "Die Absage war geschrieben und wurde nicht versandt.",
  explanation:
    "Es tut uns leid. Sie standen vor einem verschlossenen Raum, und niemand hatte Ihnen etwas gesagt.",
  refund: "Kursgebühr",
  voucher: "Für Ihren nächsten Kurs",
  corrective: "Absagen werden zu zweit versandt",
  held: "Uns fehlt noch die Antwort des Trainers, der bis Dienstag auf Reisen ist.",
  conciliation,
};

/** What a preview of a letter is filled with; nobody is called so. */
export const sampleWords = (language: Language): Sample => ({ en, de })[language];
