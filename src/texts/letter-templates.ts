import type { LetterProblem, LetterProblemCode } from "../core/letters/checking.ts";
import type { Slot } from "../core/letters/slots.ts";
import { plural, type Language } from "./catalogue.ts";

type Words = {
  nav: string;
  title: string;
  lead: string;
  language: Record<Language, string>;
  letter: string;
  state: string;
  builtIn: string;
  changed: (version: number) => string;
  unused: string;
  notUsed: string;
  all: string;
  subject: string;
  subjectHint: string;
  text: string;
  notation: string;
  rules: [string, string][];
  slotsHint: string;
  mandatory: string;
  present: string;
  missing: string;
  optional: string;
  save: string;
  saved: string;
  nothingSaved: (count: number) => string;
  stale: string;
  leave: string;
  preview: string;
  previewHint: string;
  asHtml: string;
  asText: string;
  line: (line: number) => string;
  history: string;
  version: (version: number) => string;
  wordedBy: (who: string, when: string) => string;
  original: string;
  restored: string;
  again: string;
  inForce: string;
  restore: (version: number) => string;
  restoreOriginal: string;
  restoreDone: string;
  noChange: string;
  added: string;
  removed: string;
  readOnly: string;
  slot: Record<Slot, string>;
  problem: Record<LetterProblemCode, (slot: string, found: string) => string>;
};

const en: Words = {
  nav: "Letters",
  title: "Letters",
  lead: "What customers are written, in both languages. A letter that lacks what it must say cannot be saved. Letters that were sent never change.",
  language: { en: "English", de: "German" },
  letter: "Letter",
  state: "Wording",
  builtIn: "built-in",
  changed: (version) => `changed, version ${version}`,
  unused: "not used",
  notUsed: "This wording lacks what has become mandatory since. The built-in letter goes out instead.",
  all: "All letters",
  subject: "Subject",
  subjectHint: "Shows on locked screens: only reference and dates.",
  text: "Text",
  notation: "How to write",
  rules: [
    ["An empty line", "begins a new paragraph"],
    ["| Label: {slot}", "a fact; several beneath each other make a table"],
    ["* {slot}", "a line of a list"],
    ["[Label]({slot})", "a link, alone on its line"],
    ["{slot}", "is filled; a line whose slots are all empty is left out"],
  ],
  slotsHint: "A click puts a slot where the cursor is.",
  mandatory: "Must be said",
  present: "is there",
  missing: "is missing",
  optional: "May be said",
  save: "Save",
  saved: "Saved. Letters are written so from now on.",
  nothingSaved: (count) =>
    plural("en", count, {
      one: "One thing keeps this letter from being saved:",
      other: "# things keep this letter from being saved:",
    }),
  stale:
    "A colleague saved another wording meanwhile. Nothing was saved, and what you wrote is still here. Look at theirs under History, then save again if yours shall hold.",
  leave: "Leave without saving? What you wrote is then lost.",
  preview: "Preview",
  previewHint: "Filled with made-up facts; the dates are real.",
  asHtml: "As a page",
  asText: "As plain text",
  line: (line) => `line ${line}`,
  history: "History",
  version: (version) => `Version ${version}`,
  wordedBy: (who, when) => `${who}, ${when}`,
  original: "The built-in letter",
  restored: "back to the built-in letter",
  again: "What it changed",
  inForce: "in use",
  restore: (version) => `Restore version ${version}`,
  restoreOriginal: "Restore the built-in letter",
  restoreDone: "Restored. Letters are written so from now on.",
  noChange: "The same words.",
  added: "Added:",
  removed: "Removed:",
  readOnly: "Administrators change letters; you can read them.",
  slot: {
    reference: "Reference number",
    receivedAt: "Date and time of receipt",
    understood: "What we understood, in our own words",
    proposalBy: "When the proposal is due",
    proposalWhy: "Why it is due then",
    nextProposalBy: "When the next proposal is due",
    validUntil: "Until when the proposal is open",
    implementationWithin: "Time for the implementation",
    implementationBy: "When the implementation is due",
    implementedAt: "When it was implemented",
    followUpWithin: "Time until we follow up",
    code: "Code for the status page",
    findings: "Findings with reasons",
    explanation: "Explanation of the proposal",
    measures: "Measures with their dates",
    done: "What was done when",
    later: "What follows on a date of its own",
    goodwill: "Goodwill clause, where there is goodwill",
    refund: "Amount paid back, if any",
    refundMeans: "How it was paid back, if anything was",
    held: "Promise that needs longer",
    heldUntil: "When that was promised",
    heldReason: "Reason why it needs longer",
    heldExplanation: "Explanation why it needs longer",
    expectedOn: "New date",
    person: "Who looks after the complaint",
    organisation: "Legal name",
    contact: "Address for escalations",
    email: "Address for complaints",
    phone: "Phone number",
    policyVersion: "Version of the policy",
    policyUrl: "Link to that version of the policy",
    privacyUrl: "Link to the privacy notice",
    statusUrl: "Link to the status page",
    decisionUrl: "Link to answer the proposal",
    followUpUrl: "Link to answer or to reopen",
    conciliationBody: "Conciliation body",
    conciliationAddress: "Its postal address",
    conciliationUrl: "Link to its website",
    conciliationStance: "Whether we take part",
  },
  problem: {
    empty: () => "this is empty; write something",
    too_long: (_, found) => `this is longer than ${found} characters; shorten it`,
    line_broken: () => "a subject is a single line; take the line break out",
    character: () => "this holds an invisible character that letters must not have; type the line again",
    brace: (_, found) => `“${found}” has a brace that belongs to no slot; write slots as {reference}`,
    address_typed: (_, found) =>
      `“${found}” is an address; letters lead only where a slot does. Use a slot, or put a space after the full stop`,
    link_broken: (_, found) => `“${found}” is no link; write [Label]({statusUrl}), alone on its line`,
    fact_broken: (_, found) => `“${found}” is no fact; write | Label: {reference}`,
    slot_missing: (slot) => `{${slot}} is missing, and this letter must say it`,
    slot_unknown: (slot) => `there is no slot {${slot}}`,
    slot_elsewhere: (slot) => `this letter has nothing to put in {${slot}}; take it out`,
    slot_not_in_subject: (slot) =>
      `{${slot}} must not stand in a subject, which shows on locked screens; only reference and dates may`,
    slot_needs_list: (slot) => `{${slot}} has several lines; write * {${slot}}, alone on its line`,
    slot_needs_link: (slot) => `{${slot}} is an address; write [Label]({${slot}}), alone on its line`,
    link_needs_address: (slot) => `{${slot}} is no address, so a link cannot lead there`,
  },
};

const de: Words = {
  nav: "Schreiben",
  title: "Schreiben",
  lead: "Was Kundinnen und Kunden geschrieben wird, in beiden Sprachen. Ein Schreiben, dem etwas Vorgeschriebenes fehlt, lässt sich nicht speichern. Was versandt ist, ändert sich nie.",
  language: { en: "Englisch", de: "Deutsch" },
  letter: "Schreiben",
  state: "Wortlaut",
  builtIn: "mitgeliefert",
  changed: (version) => `geändert, Fassung ${version}`,
  unused: "nicht verwendet",
  notUsed:
    "Diesem Wortlaut fehlt, was seither vorgeschrieben ist. Es wird das mitgelieferte Schreiben versandt.",
  all: "Alle Schreiben",
  subject: "Betreff",
  subjectHint: "Ist auf gesperrten Bildschirmen zu lesen: nur Vorgangsnummer und Termine.",
  text: "Text",
  notation: "So wird geschrieben",
  rules: [
    ["Eine leere Zeile", "beginnt einen neuen Absatz"],
    ["| Bezeichnung: {slot}", "eine Angabe; mehrere untereinander ergeben eine Tabelle"],
    ["* {slot}", "eine Zeile einer Liste"],
    ["[Bezeichnung]({slot})", "ein Link, allein in seiner Zeile"],
    ["{slot}", "wird gefüllt; eine Zeile, deren Platzhalter alle leer sind, entfällt"],
  ],
  slotsHint: "Ein Klick setzt den Platzhalter an die Stelle der Schreibmarke.",
  mandatory: "Muss vorkommen",
  present: "kommt vor",
  missing: "fehlt",
  optional: "Darf vorkommen",
  save: "Speichern",
  saved: "Gespeichert. So wird ab jetzt geschrieben.",
  nothingSaved: (count) =>
    plural("de", count, {
      one: "Eines hindert daran, dieses Schreiben zu speichern:",
      other: "# Dinge hindern daran, dieses Schreiben zu speichern:",
    }),
  stale:
    "Inzwischen wurde ein anderer Wortlaut gespeichert. Es wurde nichts gespeichert, und was Sie geschrieben haben, steht noch hier. Sehen Sie den anderen im Verlauf an und speichern Sie erneut, wenn Ihrer gelten soll.",
  leave: "Ohne Speichern verlassen? Was Sie geschrieben haben, geht dann verloren.",
  preview: "Vorschau",
  previewHint: "Mit erfundenen Angaben gefüllt; die Termine sind echt.",
  asHtml: "Als Seite",
  asText: "Als reiner Text",
  line: (line) => `Zeile ${line}`,
  history: "Verlauf",
  version: (version) => `Fassung ${version}`,
  wordedBy: (who, when) => `${who}, ${when}`,
  original: "Das mitgelieferte Schreiben",
  restored: "zurück zum mitgelieferten Schreiben",
  again: "Was sich geändert hat",
  inForce: "wird verwendet",
  restore: (version) => `Fassung ${version} wiederherstellen`,
  restoreOriginal: "Das mitgelieferte Schreiben wiederherstellen",
  restoreDone: "Wiederhergestellt. So wird ab jetzt geschrieben.",
  noChange: "Derselbe Wortlaut.",
  added: "Hinzugefügt:",
  removed: "Entfernt:",
  readOnly: "Schreiben ändert die Administration; Sie können sie lesen.",
  slot: {
    reference: "Vorgangsnummer",
    receivedAt: "Tag und Uhrzeit des Eingangs",
    understood: "Was wir verstanden haben, in eigenen Worten",
    proposalBy: "Wann der Vorschlag fällig ist",
    proposalWhy: "Warum er dann fällig ist",
    nextProposalBy: "Wann der nächste Vorschlag fällig ist",
    validUntil: "Bis wann der Vorschlag gilt",
    implementationWithin: "Zeit für die Umsetzung",
    implementationBy: "Wann die Umsetzung fällig ist",
    implementedAt: "Wann umgesetzt wurde",
    followUpWithin: "Zeit bis zum Nachfassen",
    code: "Code für die Statusseite",
    findings: "Feststellungen mit Gründen",
    explanation: "Erläuterung des Vorschlags",
    measures: "Maßnahmen mit ihren Terminen",
    done: "Was wann getan wurde",
    later: "Was zu einem eigenen Termin folgt",
    goodwill: "Kulanzklausel, wo es Kulanz gibt",
    refund: "Erstatteter Betrag, falls es einen gibt",
    refundMeans: "Auf welchem Weg erstattet wurde",
    held: "Zusage, die länger braucht",
    heldUntil: "Wann sie zugesagt war",
    heldReason: "Grund, warum es länger dauert",
    heldExplanation: "Erläuterung, warum es länger dauert",
    expectedOn: "Neuer Termin",
    person: "Wer sich um die Beschwerde kümmert",
    organisation: "Name des Unternehmens",
    contact: "Adresse für Eskalationen",
    email: "Adresse für Beschwerden",
    phone: "Telefonnummer",
    policyVersion: "Fassung der Richtlinie",
    policyUrl: "Link zu dieser Fassung der Richtlinie",
    privacyUrl: "Link zu den Datenschutzhinweisen",
    statusUrl: "Link zur Statusseite",
    decisionUrl: "Link zur Antwort auf den Vorschlag",
    followUpUrl: "Link zur Antwort oder Wiedereröffnung",
    conciliationBody: "Schlichtungsstelle",
    conciliationAddress: "Ihre Anschrift",
    conciliationUrl: "Link zu ihrer Website",
    conciliationStance: "Ob wir teilnehmen",
  },
  problem: {
    empty: () => "hier steht nichts; bitte etwas schreiben",
    too_long: (_, found) => `das ist länger als ${found} Zeichen; bitte kürzen`,
    line_broken: () => "ein Betreff ist eine einzige Zeile; bitte den Zeilenumbruch entfernen",
    character: () =>
      "hier steht ein unsichtbares Zeichen, das Schreiben nicht haben dürfen; bitte die Zeile neu tippen",
    brace: (_, found) =>
      `„${found}“ hat eine geschweifte Klammer ohne Platzhalter; Platzhalter stehen so: {reference}`,
    address_typed: (_, found) =>
      `„${found}“ ist eine Adresse; Schreiben führen nur dorthin, wohin ein Platzhalter führt. Bitte einen Platzhalter verwenden oder nach dem Punkt ein Leerzeichen setzen`,
    link_broken: (_, found) =>
      `„${found}“ ist kein Link; bitte [Bezeichnung]({statusUrl}) schreiben, allein in seiner Zeile`,
    fact_broken: (_, found) => `„${found}“ ist keine Angabe; bitte | Bezeichnung: {reference} schreiben`,
    slot_missing: (slot) => `{${slot}} fehlt und muss in diesem Schreiben vorkommen`,
    slot_unknown: (slot) => `den Platzhalter {${slot}} gibt es nicht`,
    slot_elsewhere: (slot) => `für {${slot}} hat dieses Schreiben nichts; bitte entfernen`,
    slot_not_in_subject: (slot) =>
      `{${slot}} darf nicht im Betreff stehen, der auf gesperrten Bildschirmen zu lesen ist; nur Vorgangsnummer und Termine dürfen es`,
    slot_needs_list: (slot) =>
      `{${slot}} hat mehrere Zeilen; bitte * {${slot}} schreiben, allein in seiner Zeile`,
    slot_needs_link: (slot) =>
      `{${slot}} ist eine Adresse; bitte [Bezeichnung]({${slot}}) schreiben, allein in seiner Zeile`,
    link_needs_address: (slot) => `{${slot}} ist keine Adresse, dorthin kann kein Link führen`,
  },
};

export const templateWords = (language: Language): Words => ({ en, de })[language];

/** What a slot is called; one that is no longer ours keeps its name. */
export const slotInWords = (language: Language, name: string): string =>
  (templateWords(language).slot as Record<string, string>)[name] ?? name;

export const letterProblemInWords = (
  language: Language,
  { code, slot = "", found = "" }: Pick<LetterProblem, "code" | "slot" | "found">,
): string => templateWords(language).problem[code](slot, found);
