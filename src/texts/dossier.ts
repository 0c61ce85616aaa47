import type { Redaction } from "../core/complaint/events.ts";
import type { Language, Translated } from "./catalogue.ts";

const en = {
  title: (reference: string) => `Complaint ${reference}`,
  dossier: "Dossier",
  made: (at: string, by: string) => `Made on ${at} for ${by}`,
  page: "page",
  of: "of",
  redaction: {
    none: "Nobody's name was hidden",
    staff: "Names of staff are hidden",
    all: "Names of staff and of the complainant are hidden",
  } satisfies Record<Redaction, string> as Record<Redaction, string>,
  also: (count: number) => `and ${count} further`,
  redactedNote:
    "Names of persons were replaced by “Person A”, “Person B” … The same person has the same letter throughout this dossier. Original mails, letters and attachments say names; they are left out and only listed with their digests.",
  erased: "The words of this complaint were erased. Dates and proof are left.",
  wordOf: {
    received: "Received",
    channel: "Channel",
    platform: "Platform",
    stage: "Stage",
    severity: "Severity",
    category: "Category",
    subject: "About",
    policy: "Policy version",
    owner: "Owner",
    investigator: "Investigator",
    complainant: "Complainant",
  },
  sections: {
    said: "What was said",
    clocks: "Promises and dates",
    findings: "Findings",
    proposals: "Proposals",
    letters: "Letters",
    timeline: "Timeline",
    files: "Mails and files",
    proof: "Proof",
  },
  nothing: "Nothing.",
  clockHead: { promise: "Promise", due: "Due", met: "Kept on", status: "State" },
  started: "from",
  late: "late",
  because: "Reason",
  proposal: (number: number) => `Proposal ${number}`,
  validUntil: "open until",
  draftedBy: "drafted by",
  approvedBy: "approved by",
  done: "carried out",
  letterHead: { kind: "Letter", state: "State", written: "Owed since", accepted: "Delivered" },
  messageId: "Message-ID",
  to: "to",
  fileHead: { name: "Name", received: "Date", size: "Bytes" },
  kind: { mail: "Mail", letter: "Letter", file: "File" },
  leftOut: "left out",
  held: (reason: string) => `set aside (${reason})`,
  happened: "happened on",
  customer: "Customer",
  system: "Redress",
  solved: { yes: "The customer says it is solved", no: "The customer says it is not solved" },
  otherSender: "from another address than the complainant's",
  word: {
    name: "Name",
    email: "Email",
    phone: "Phone",
    programme: "Programme",
    summary: "Summary",
    statement: "Statement",
    desiredOutcome: "What would put it right",
    reason: "Reason",
    reasons: "Reasons",
    note: "Note",
    plan: "Plan",
    allegation: "Allegation",
    explanation: "Explanation",
    words: "Words",
    measure: "Measure",
    file: "File",
  } as Record<string, string>,
  card: {
    lead: "The whole case as one file, for an auditor or an authority. That you took it is recorded in the timeline.",
    names: "Names in it",
    redaction: {
      none: "as they are",
      staff: "hide the staff's",
      all: "hide the staff's and the complainant's",
    } satisfies Record<Redaction, string> as Record<Redaction, string>,
    also: "Hide these names too",
    alsoHint: "One name each; press Enter. Originals are left out as soon as a name is hidden.",
    language: "Language",
    take: { pdf: "PDF", zip: "ZIP with originals and proof" },
    making: "The dossier is being made …",
    taken: "The dossier was made and that you took it is recorded.",
  },
  proofText:
    "Each fact of this complaint carries a SHA-256 over the fact before it and over commitments to its words. Whoever changes a fact or a word later changes every number after it. The last number, below, therefore stands for the whole case. The ZIP of this dossier holds all facts and a small program that computes the numbers again.",
  proofOf: { facts: "Facts", first: "First", last: "Last fact recorded", head: "Number of the last fact" },
};

const de: Translated<typeof en> = {
  title: (reference) => `Beschwerde ${reference}`,
  dossier: "Akte",
  made: (at, by) => `Erstellt am ${at} für ${by}`,
  page: "Seite",
  of: "von",
  redaction: {
    none: "Keine Namen sind verdeckt",
    staff: "Namen von Mitarbeitenden sind verdeckt",
    all: "Namen von Mitarbeitenden und der beschwerdeführenden Person sind verdeckt",
  },
  also: (count) => `und ${count} weitere`,
  redactedNote:
    "Namen von Personen sind durch „Person A“, „Person B“ … ersetzt. Dieselbe Person trägt in dieser Akte überall denselben Buchstaben. Originale von Mails, Schreiben und Anhängen nennen Namen; sie fehlen und sind nur mit ihren Prüfsummen aufgeführt.",
  erased: "Der Wortlaut dieser Beschwerde wurde gelöscht. Daten und Nachweis sind geblieben.",
  wordOf: {
    received: "Eingang",
    channel: "Eingangsweg",
    platform: "Plattform",
    stage: "Stand",
    severity: "Schwere",
    category: "Kategorie",
    subject: "Betrifft",
    policy: "Fassung der Richtlinie",
    owner: "Zuständig",
    investigator: "Prüfung durch",
    complainant: "Beschwerdeführende Person",
  },
  sections: {
    said: "Was gesagt wurde",
    clocks: "Zusagen und Fristen",
    findings: "Feststellungen",
    proposals: "Vorschläge",
    letters: "Schreiben",
    timeline: "Verlauf",
    files: "Mails und Dateien",
    proof: "Nachweis",
  },
  nothing: "Nichts.",
  clockHead: { promise: "Zusage", due: "Fällig", met: "Eingehalten am", status: "Stand" },
  started: "ab",
  late: "verspätet",
  because: "Grund",
  proposal: (number) => `Vorschlag ${number}`,
  validUntil: "gültig bis",
  draftedBy: "entworfen von",
  approvedBy: "freigegeben von",
  done: "ausgeführt",
  letterHead: { kind: "Schreiben", state: "Stand", written: "Geschuldet seit", accepted: "Zugestellt" },
  messageId: "Message-ID",
  to: "an",
  fileHead: { name: "Name", received: "Datum", size: "Bytes" },
  kind: { mail: "Mail", letter: "Schreiben", file: "Datei" },
  leftOut: "fehlt hier",
  held: (reason) => `beiseitegelegt (${reason})`,
  happened: "geschehen am",
  customer: "Kundin/Kunde",
  system: "Redress",
  solved: {
    yes: "Nach Angabe der Kundin oder des Kunden gelöst",
    no: "Nach Angabe der Kundin oder des Kunden nicht gelöst",
  },
  otherSender: "von einer anderen Adresse",
  word: {
    name: "Name",
    email: "E-Mail",
    phone: "Telefon",
    programme: "Programm",
    summary: "Zusammenfassung",
    statement: "Wortlaut",
    desiredOutcome: "Was es in Ordnung bringen würde",
    reason: "Grund",
    reasons: "Begründung",
    note: "Notiz",
    plan: "Vorgehen",
    allegation: "Beschwerdepunkt",
    explanation: "Erläuterung",
    words: "Wortlaut",
    measure: "Maßnahme",
    file: "Datei",
  },
  card: {
    lead: "Der ganze Vorgang als eine Datei, für Prüfende oder eine Behörde. Dass Sie sie entnommen haben, steht danach im Verlauf.",
    names: "Namen darin",
    redaction: {
      none: "wie sie sind",
      staff: "die der Mitarbeitenden verdecken",
      all: "auch die der beschwerdeführenden Person verdecken",
    },
    also: "Auch diese Namen verdecken",
    alsoHint: "Je ein Name; Eingabetaste drücken. Originale fehlen, sobald ein Name verdeckt ist.",
    language: "Sprache",
    take: { pdf: "PDF", zip: "ZIP mit Originalen und Nachweis" },
    making: "Die Akte wird erstellt …",
    taken: "Die Akte wurde erstellt; dass Sie sie entnommen haben, ist erfasst.",
  },
  proofText:
    "Jedes Ereignis dieser Beschwerde trägt eine SHA-256-Prüfsumme über das vorige Ereignis und über Festlegungen auf seinen Wortlaut. Wer später ein Ereignis oder ein Wort ändert, ändert jede Zahl danach. Die letzte Zahl, unten, steht deshalb für den ganzen Vorgang. Das ZIP dieser Akte enthält alle Ereignisse und ein kleines Programm, das die Zahlen neu berechnet.",
  proofOf: {
    facts: "Ereignisse",
    first: "Erstes",
    last: "Letztes Ereignis erfasst",
    head: "Zahl des letzten Ereignisses",
  },
};

export type DossierWords = typeof en;
export const dossierWords = (language: Language): DossierWords => (language === "de" ? de : en);

/** What lies in the ZIP and how to check it; both languages, because nobody knows who will open it. */
export const readme = (about: {
  reference: string;
  madeAt: string;
  head: string;
  redacted: boolean;
}): string => `\
${about.reference} · ${about.madeAt}

ENGLISH

dossier.pdf        the whole case, to be read
timeline.json/csv  all that happened, to be computed with
chain.json         every fact as the journal keeps it, with the words it committed to
verify-chain.mjs   computes everything anew; needs Node.js 20 or later and nothing else
manifest.json      the SHA-256 of each file in this archive
mails/ letters/ files/   originals, byte by byte${about.redacted ? " (left out: names are hidden in this dossier)" : ""}

To check: unpack, then run   node verify-chain.mjs
It says which fact, word or file is not the one that was recorded. That the chain is the one of our journal you see by
its last number, which must be the one that we tell you when you ask us:
${about.head}

Originals may hold the complainant's own link to the case. Treat this archive like the case itself. Files that end in
.held were set aside on arrival: do not open them unasked.${about.redacted ? "\nWords in which a name was hidden are not in chain.json; their commitments are. Facts name people by numbers only." : ""}

DEUTSCH

dossier.pdf        der ganze Vorgang zum Lesen
timeline.json/csv  der Verlauf zum Auswerten
chain.json         jedes Ereignis, wie das Journal es hält, mit dem Wortlaut, auf den es sich festlegt
verify-chain.mjs   rechnet alles nach; braucht nur Node.js ab Version 20
manifest.json      die SHA-256-Prüfsumme jeder Datei in diesem Archiv
mails/ letters/ files/   Originale, Byte für Byte${about.redacted ? " (fehlen: in dieser Akte sind Namen verdeckt)" : ""}

So prüfen Sie: entpacken, dann   node verify-chain.mjs
Das Programm sagt, welches Ereignis, welches Wort oder welche Datei nicht die erfasste ist. Dass es die Kette unseres
Journals ist, sehen Sie an ihrer letzten Zahl; auf Nachfrage nennen wir Ihnen dieselbe:
${about.head}

Originale können den eigenen Link der beschwerdeführenden Person enthalten. Behandeln Sie dieses Archiv wie den Vorgang
selbst. Dateien mit der Endung .held wurden beim Eingang beiseitegelegt: bitte nicht unaufgefordert öffnen.${about.redacted ? "\nWortlaut, in dem ein Name verdeckt wurde, steht nicht in chain.json; die Festlegung darauf schon. Ereignisse nennen\nPersonen nur als Nummern." : ""}
`;
