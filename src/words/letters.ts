import type { LetterKind } from "../core/complaint/letters.ts";
import type { Language } from "./catalogue.ts";

/** The parts that a letter is made of; the mail room writes them as text and as HTML. */
export type Part =
  | { text: string }
  | { facts: [label: string, value: string][] }
  | { list: string[] }
  | { link: string; url: string };
export type Letter = { subject: string; parts: Part[] };

/** Everything a letter may say, already in words. No text of the complainant: an automatic letter never echoes (O-04). */
export type LetterFacts = {
  reference: string;
  receivedAt: string;
  proposalBy: string;
  implementationWithin: string;
  followUpWithin: string;
  nextProposalBy: string;
  implementationBy: string;
  implementedAt: string;
  code: string;
  statusUrl: string;
  decisionUrl: string;
  followUpUrl: string;
  policyUrl: string;
  policyVersion: string;
  explanation: string;
  findings: string[];
  measures: string[];
  goodwill: boolean;
  validUntil: string;
  /** Why the date of the proposal is that date. */
  proposalWhy: string;
  held: { what: string; promisedBy: string; expectedOn: string; reason: string; explanation: string };
  contact: string;
  phone: string;
};

type Letters = Record<LetterKind, (facts: LetterFacts) => Letter>;

const en: Letters = {
  acknowledgement: (f) => ({
    subject: `We have received your complaint ${f.reference}`,
    parts: [
      { text: "Thank you for telling us. We have received your complaint and take it seriously." },
      {
        facts: [
          ["Reference number", f.reference],
          ["Received", f.receivedAt],
          ["We propose a resolution by", f.proposalBy],
          ["Once you accept, we implement it", `within ${f.implementationWithin}`],
          ["Afterwards we ask you whether it is solved", `within ${f.followUpWithin}`],
        ],
      },
      { text: `How we count: ${f.proposalWhy}` },
      { text: "See at any time where your complaint stands:" },
      { link: "Status of your complaint", url: f.statusUrl },
      { text: `Without this link: your reference number together with the code ${f.code}.` },
      {
        text: `To add anything, simply reply to this email. A person reads it. You also reach us at ${f.contact} or by phone at ${f.phone}.`,
      },
      { text: `What we promise stands in our complaint policy (version ${f.policyVersion}):` },
      { link: "Complaint policy", url: f.policyUrl },
      {
        text: "We use what you tell us only to handle your complaint and to improve; you may ask at any time what we have stored.",
      },
    ],
  }),
  proposal: (f) => ({
    subject: `Our proposal for your complaint ${f.reference}`,
    parts: [
      { text: "We have investigated your complaint. This is what we found:" },
      { list: f.findings },
      { text: "This is what we propose:" },
      { text: f.explanation },
      { list: f.measures },
      ...(f.goodwill
        ? [{ text: "What we offer as goodwill, we offer without acknowledging a legal obligation." }]
        : []),
      {
        text: `Please tell us by ${f.validUntil} whether you accept. It takes a minute and needs no account; you can also decline, propose something else or ask a question:`,
      },
      { link: "Answer the proposal", url: f.decisionUrl },
      {
        text: `Once you accept, we implement it within ${f.implementationWithin}. If you do not answer, nothing counts as accepted.`,
      },
      {
        text: `Would you rather talk? Call ${f.phone} or reply to this email. If you disagree with how we handle this, write to ${f.contact}.`,
      },
    ],
  }),
  acceptance: (f) => ({
    subject: `You accepted our proposal for ${f.reference}`,
    parts: [
      { text: "Thank you. We have recorded that you accept our proposal:" },
      { list: f.measures },
      { text: `We implement it by ${f.implementationBy}.` },
      { text: `Was this not meant? Reply to this email or call ${f.phone}.` },
      { link: "Status of your complaint", url: f.statusUrl },
    ],
  }),
  discussion: (f) => ({
    subject: `You did not accept our proposal for ${f.reference}`,
    parts: [
      { text: "We have recorded that our proposal does not suit you yet, and your words with it." },
      {
        text: `We look for a solution that suits both sides and make you a new proposal by ${f.nextProposalBy}. If it helps, we call you.`,
      },
      { text: `You reach us at ${f.contact} or by phone at ${f.phone}.` },
      { link: "Status of your complaint", url: f.statusUrl },
    ],
  }),
  holding: (f) => ({
    subject: `Your complaint ${f.reference} needs longer`,
    parts: [
      {
        text: `We promised you this by ${f.held.promisedBy}: ${f.held.what}. We will not manage it by then, and we are sorry.`,
      },
      {
        facts: [
          ["Reason", f.held.reason],
          ["You can expect it on", f.held.expectedOn],
        ],
      },
      { text: f.held.explanation },
      {
        text: `Our promise stays as it was; we count this as late. If you do not agree, you can escalate: write to ${f.contact} or call ${f.phone}, and ask for management. A person answers.`,
      },
      { link: "Status of your complaint", url: f.statusUrl },
    ],
  }),
  implementation: (f) => ({
    subject: `Your complaint ${f.reference}: what we promised is done`,
    parts: [
      { text: `We have carried out what we agreed (${f.implementedAt}):` },
      { list: f.measures },
      {
        text: `Within ${f.followUpWithin} we will ask you whether the matter is solved. Is something missing? Reply to this email or call ${f.phone}.`,
      },
      { link: "Status of your complaint", url: f.statusUrl },
    ],
  }),
  follow_up: (f) => ({
    subject: `Is it solved? Your complaint ${f.reference}`,
    parts: [
      { text: `We carried out what we agreed on ${f.implementedAt}. One question about it:` },
      { text: "Is the matter solved for you?" },
      { link: "Yes or no, in one click and a sentence if you like", url: f.followUpUrl },
      { text: "If not, we open your complaint again and make you a new proposal." },
      { text: `You can also reply to this email or call ${f.phone}.` },
    ],
  }),
  withdrawal: (f) => ({
    subject: `You withdrew your complaint ${f.reference}`,
    parts: [
      {
        text: "We have recorded that you withdraw your complaint. What you told us still helps us to improve.",
      },
      {
        text: `Was this not meant, or do you change your mind? Reply to this email or call ${f.phone}; we open it again.`,
      },
      { link: "Status of your complaint", url: f.statusUrl },
    ],
  }),
  reopening: (f) => ({
    subject: `We have reopened your complaint ${f.reference}`,
    parts: [
      { text: "We look into the matter again." },
      { text: `We make you a new proposal by ${f.proposalBy}.` },
      { text: `You reach us at ${f.contact} or by phone at ${f.phone}.` },
      { link: "Status of your complaint", url: f.statusUrl },
    ],
  }),
};

const de: Letters = {
  acknowledgement: (f) => ({
    subject: `Ihre Beschwerde ${f.reference} ist eingegangen`,
    parts: [
      {
        text: "Danke, dass Sie sich an uns wenden. Ihre Beschwerde ist bei uns eingegangen, und wir nehmen sie ernst.",
      },
      {
        facts: [
          ["Vorgangsnummer", f.reference],
          ["Eingegangen", f.receivedAt],
          ["Unser Lösungsvorschlag kommt bis", f.proposalBy],
          ["Nach Ihrer Zusage setzen wir ihn um", `innerhalb von ${f.implementationWithin}`],
          ["Danach fragen wir, ob es gelöst ist", `innerhalb von ${f.followUpWithin}`],
        ],
      },
      { text: `So zählen wir: ${f.proposalWhy}` },
      { text: "So sehen Sie jederzeit, wo Ihre Beschwerde steht:" },
      { link: "Stand Ihrer Beschwerde", url: f.statusUrl },
      { text: `Ohne diesen Link: mit Ihrer Vorgangsnummer und dem Code ${f.code}.` },
      {
        text: `Möchten Sie etwas ergänzen? Antworten Sie einfach auf diese E-Mail, ein Mensch liest sie. Sie erreichen uns auch unter ${f.contact} oder telefonisch unter ${f.phone}.`,
      },
      { text: `Was wir versprechen, steht in unserer Beschwerderichtlinie (Fassung ${f.policyVersion}):` },
      { link: "Beschwerderichtlinie", url: f.policyUrl },
      {
        text: "Ihre Angaben verwenden wir nur, um Ihre Beschwerde zu bearbeiten und besser zu werden. Sie können jederzeit Auskunft darüber verlangen, was wir gespeichert haben.",
      },
    ],
  }),
  proposal: (f) => ({
    subject: `Unser Lösungsvorschlag zu Ihrer Beschwerde ${f.reference}`,
    parts: [
      { text: "Wir haben Ihre Beschwerde geprüft und Folgendes festgestellt:" },
      { list: f.findings },
      { text: "Wir schlagen Ihnen vor:" },
      { text: f.explanation },
      { list: f.measures },
      ...(f.goodwill
        ? [{ text: "Was wir aus Kulanz anbieten, bieten wir ohne Anerkennung einer Rechtspflicht an." }]
        : []),
      {
        text: `Bitte teilen Sie uns bis ${f.validUntil} mit, ob Sie den Vorschlag annehmen. Das dauert eine Minute und braucht keine Anmeldung; Sie können auch ablehnen, etwas anderes vorschlagen oder nachfragen:`,
      },
      { link: "Auf den Vorschlag antworten", url: f.decisionUrl },
      {
        text: `Nach Ihrer Zusage setzen wir ihn innerhalb von ${f.implementationWithin} um. Wenn Sie nicht antworten, gilt nichts als angenommen.`,
      },
      {
        text: `Möchten Sie lieber sprechen? Rufen Sie uns unter ${f.phone} an oder antworten Sie auf diese E-Mail. Sind Sie mit unserem Vorgehen nicht einverstanden, schreiben Sie an ${f.contact}.`,
      },
    ],
  }),
  acceptance: (f) => ({
    subject: `Sie haben unseren Vorschlag zu ${f.reference} angenommen`,
    parts: [
      { text: "Vielen Dank. Wir haben festgehalten, dass Sie unseren Vorschlag annehmen:" },
      { list: f.measures },
      { text: `Wir setzen ihn bis ${f.implementationBy} um.` },
      {
        text: `War das nicht so gemeint? Antworten Sie auf diese E-Mail oder rufen Sie uns unter ${f.phone} an.`,
      },
      { link: "Stand Ihrer Beschwerde", url: f.statusUrl },
    ],
  }),
  discussion: (f) => ({
    subject: `Sie haben unseren Vorschlag zu ${f.reference} nicht angenommen`,
    parts: [
      {
        text: "Wir haben festgehalten, dass unser Vorschlag für Sie noch nicht passt, und auch, was Sie dazu geschrieben haben.",
      },
      {
        text: `Wir suchen eine Lösung, die für beide Seiten passt, und machen Ihnen bis ${f.nextProposalBy} einen neuen Vorschlag. Wenn es hilft, rufen wir Sie an.`,
      },
      { text: `Sie erreichen uns unter ${f.contact} oder telefonisch unter ${f.phone}.` },
      { link: "Stand Ihrer Beschwerde", url: f.statusUrl },
    ],
  }),
  holding: (f) => ({
    subject: `Ihre Beschwerde ${f.reference} braucht länger`,
    parts: [
      {
        text: `Bis ${f.held.promisedBy} hatten wir Ihnen zugesagt: ${f.held.what}. Das schaffen wir bis dahin nicht, und das tut uns leid.`,
      },
      {
        facts: [
          ["Grund", f.held.reason],
          ["Zu erwarten am", f.held.expectedOn],
        ],
      },
      { text: f.held.explanation },
      {
        text: `Unsere Zusage bleibt, wie sie war; wir zählen dies als verspätet. Sind Sie damit nicht einverstanden, können Sie eskalieren: Schreiben Sie an ${f.contact} oder rufen Sie ${f.phone} an und fragen Sie nach der Leitung. Ein Mensch antwortet.`,
      },
      { link: "Stand Ihrer Beschwerde", url: f.statusUrl },
    ],
  }),
  implementation: (f) => ({
    subject: `Ihre Beschwerde ${f.reference}: Die zugesagte Lösung ist umgesetzt`,
    parts: [
      { text: `Wir haben umgesetzt, was wir vereinbart haben (${f.implementedAt}):` },
      { list: f.measures },
      {
        text: `Innerhalb von ${f.followUpWithin} fragen wir Sie, ob die Sache gelöst ist. Fehlt etwas? Antworten Sie auf diese E-Mail oder rufen Sie uns unter ${f.phone} an.`,
      },
      { link: "Stand Ihrer Beschwerde", url: f.statusUrl },
    ],
  }),
  follow_up: (f) => ({
    subject: `Ist es gelöst? Ihre Beschwerde ${f.reference}`,
    parts: [
      { text: `Am ${f.implementedAt} haben wir umgesetzt, was wir vereinbart haben. Dazu eine Frage:` },
      { text: "Ist die Sache für Sie gelöst?" },
      { link: "Ja oder nein, mit einem Klick und, wenn Sie mögen, einem Satz", url: f.followUpUrl },
      { text: "Falls nicht, öffnen wir Ihre Beschwerde wieder und machen Ihnen einen neuen Vorschlag." },
      { text: `Sie können auch auf diese E-Mail antworten oder uns unter ${f.phone} anrufen.` },
    ],
  }),
  withdrawal: (f) => ({
    subject: `Sie haben Ihre Beschwerde ${f.reference} zurückgezogen`,
    parts: [
      {
        text: "Wir haben festgehalten, dass Sie Ihre Beschwerde zurückziehen. Ihr Hinweis hilft uns trotzdem, besser zu werden.",
      },
      {
        text: `War das nicht so gemeint, oder überlegen Sie es sich anders? Antworten Sie auf diese E-Mail oder rufen Sie uns unter ${f.phone} an; wir öffnen sie wieder.`,
      },
      { link: "Stand Ihrer Beschwerde", url: f.statusUrl },
    ],
  }),
  reopening: (f) => ({
    subject: `Wir haben Ihre Beschwerde ${f.reference} wieder eröffnet`,
    parts: [
      { text: "Wir gehen der Sache noch einmal nach." },
      { text: `Bis ${f.proposalBy} machen wir Ihnen einen neuen Vorschlag.` },
      { text: `Sie erreichen uns unter ${f.contact} oder telefonisch unter ${f.phone}.` },
      { link: "Stand Ihrer Beschwerde", url: f.statusUrl },
    ],
  }),
};

export const letterWords = (language: Language): Letters => (language === "de" ? de : en);

/** "Dear …" without guessing what the law or the person says about their sex. */
export const salutation = (language: Language, name: string | undefined): string =>
  language === "de" ? `Guten Tag${name ? ` ${name}` : ""},` : `Dear ${name ?? "Sir or Madam"},`;
