import type { ClockKind, Redaction } from "../core/complaint/events.ts";
import type { Language, Translated } from "./catalogue.ts";
import { domain } from "./domain.ts";

const en = {
  title: "Audit pack",
  lead: "Everything about complaints that an audit asks for (AZAV, ISO 10002), for a range of dates: the policies that were in force, the monthly and yearly reports, the management reviews, the improvement actions, who is trained, the register without names, and numbers by which it can be checked. That you took it is recorded.",
  from: "From",
  to: "To",
  names: "Names in it",
  redaction: {
    none: "names of staff as they are",
    staff: "hide the staff's",
    all: "also hide reference numbers",
  } satisfies Record<Redaction, string> as Record<Redaction, string>,
  take: "Take the pack (ZIP)",
  making: "The pack is being made; each report is set anew …",
  taken: "The pack was made and that you took it is recorded.",
  earlier: "Packs that were taken",
  colleague: (number: string) => `Colleague ${number}`,
  fileReviews: { reference: "reference", reviewed: "reviewed", by: "reviewed by" },
  training: {
    colleague: "colleague",
    handler: "owns complaints (1/0)",
    trained: "trained (1/0)",
    lastSession: "last session",
    policy: "policy version confirmed",
  },
  actions: {
    number: "number",
    title: "title",
    status: "status",
    owner: "owner",
    opened: "opened",
    due: "due",
    cause: "cause",
    category: "category",
    programme: "programme",
    effective: "takes effect",
    verdict: "verdict",
  },
  register: {
    reference: "reference",
    platform: "platform",
    channel: "channel",
    received: "received",
    stage: "stage",
    category: "category",
    severity: "severity",
    outcome: "outcome",
    cause: "cause",
    policy: "policy version",
    owner: "owner",
    due: (clock: ClockKind) => `${domain("en").clock[clock]}: due`,
    met: (clock: ClockKind) => `${domain("en").clock[clock]}: kept on`,
    kept: (clock: ClockKind) => `${domain("en").clock[clock]}: on time (1/0)`,
  },
};

const de: Translated<typeof en> = {
  title: "Prüfpaket",
  lead: "Alles zu Beschwerden, was eine Prüfung verlangt (AZAV, ISO 10002), für einen Zeitraum: die geltenden Richtlinien, die Monats- und Jahresberichte, die Managementbewertungen, die Verbesserungsmaßnahmen, wer geschult ist, das Register ohne Namen und Zahlen, mit denen sich alles nachprüfen lässt. Dass Sie es entnommen haben, wird erfasst.",
  from: "Von",
  to: "Bis",
  names: "Namen darin",
  redaction: {
    none: "Namen der Mitarbeitenden, wie sie sind",
    staff: "die der Mitarbeitenden verdecken",
    all: "auch Vorgangsnummern verdecken",
  },
  take: "Paket entnehmen (ZIP)",
  making: "Das Paket wird erstellt; jeder Bericht wird neu gesetzt …",
  taken: "Das Paket wurde erstellt; dass Sie es entnommen haben, ist erfasst.",
  earlier: "Entnommene Pakete",
  colleague: (number) => `Mitarbeitende Person ${number}`,
  fileReviews: { reference: "Vorgangsnummer", reviewed: "geprüft", by: "geprüft von" },
  training: {
    colleague: "Mitarbeitende Person",
    handler: "übernimmt Beschwerden (1/0)",
    trained: "geschult (1/0)",
    lastSession: "letzte Schulung",
    policy: "bestätigte Fassung der Richtlinie",
  },
  actions: {
    number: "Nummer",
    title: "Titel",
    status: "Stand",
    owner: "zuständig",
    opened: "eröffnet",
    due: "fällig",
    cause: "Ursache",
    category: "Kategorie",
    programme: "Programm",
    effective: "wirkt ab",
    verdict: "Ergebnis",
  },
  register: {
    reference: "Vorgangsnummer",
    platform: "Plattform",
    channel: "Eingangsweg",
    received: "Eingang",
    stage: "Stand",
    category: "Kategorie",
    severity: "Schwere",
    outcome: "Ergebnis",
    cause: "Ursache",
    policy: "Fassung der Richtlinie",
    owner: "Zuständig",
    due: (clock) => `${domain("de").clock[clock]}: fällig`,
    met: (clock) => `${domain("de").clock[clock]}: eingehalten am`,
    kept: (clock) => `${domain("de").clock[clock]}: rechtzeitig (1/0)`,
  },
};

export const auditPackWords = (language: Language): typeof en => (language === "de" ? de : en);

type About = { organisation: string; from: string; to: string; redaction: Redaction; takenAt: string };

/** What lies in the ZIP and how to check it; both languages, because nobody knows who will open it. */
export const auditPackReadme = ({ organisation, from, to, redaction, takenAt }: About): string => `\
${organisation} · ${from} – ${to} · ${takenAt}

ENGLISH

policies/          every version of the complaint policy that was in force in the range: text and data
reports/           the latest version of each monthly and yearly report, to be read (PDF) and computed with (CSV)
training/          who is trained, as of the day of this pack, and the sessions that were held
file-reviews.csv   what was found in closed files, point by point (1 as it should be, 0 wanting); not there when none was
register.csv       every complaint received in the range: dates, stages, promises kept, outcome; no names, no words
chain-heads.json   the last number of each complaint's chain of facts
manifest.json      the SHA-256 of each file in this archive

The SHA-256 of manifest.json is kept with the record that this pack was taken; ask us for it and compare. A dossier of
any one complaint holds its whole chain and a program that checks it; it must pass through the number given here.
${redaction === "none" ? "" : `Names of staff are hidden${redaction === "all" ? ", and reference numbers are replaced by running numbers" : ""}; typed reasons are left out.\n`}
DEUTSCH

policies/          jede im Zeitraum geltende Fassung der Richtlinie: Text und Daten
reports/           die neueste Fassung jedes Monats- und Jahresberichts, zum Lesen (PDF) und Rechnen (CSV)
training/          wer geschult ist, Stand dieses Pakets, und welche Schulungen stattfanden
file-reviews.csv   was in abgeschlossenen Akten gefunden wurde, Punkt für Punkt (1 in Ordnung, 0 Mangel); fehlt ohne Prüfung
register.csv       jede im Zeitraum eingegangene Beschwerde: Daten, Stand, Zusagen, Ergebnis; keine Namen, kein Wortlaut
chain-heads.json   die letzte Zahl der Ereigniskette jeder Beschwerde
manifest.json      die SHA-256-Prüfsumme jeder Datei in diesem Archiv

Die SHA-256-Prüfsumme von manifest.json steht bei der Aufzeichnung, dass dieses Paket entnommen wurde; auf Nachfrage
nennen wir sie. Die Akte einer einzelnen Beschwerde enthält ihre ganze Kette und ein Programm, das sie prüft; sie muss
durch die hier genannte Zahl führen.
${redaction === "none" ? "" : `Namen von Mitarbeitenden sind verdeckt${redaction === "all" ? ", Vorgangsnummern durch laufende Nummern ersetzt" : ""}; eingegebene Begründungen fehlen.\n`}`;
