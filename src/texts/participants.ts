import { plural, type Language, type Translated } from "./catalogue.ts";

/** The words of the screens on which the number of participants is kept. */
const en = {
  nav: "Participants",
  title: "Participants",
  lead: "How many people had at least one course day in a month. Complaints are counted per 100 of them, so only a complete month has a complaint rate.",
  month: "Month",
  participants: "Participants",
  complete: "complete",
  incomplete: "not complete",
  unknown: "nothing entered",
  running: "still running",
  missing: (platforms: string) => `Missing: ${platforms}`,
  by: (who: string, when: string) => `${who}, ${when}`,
  source: { hand: "by hand", csv: "from a file" },
  enter: "Enter the numbers",
  whole: "Whole platform",
  wholeHint:
    "Each person once, even in several programmes. 0 if nobody took part; left empty, the sum of the programmes counts.",
  programme: "Programme",
  number: "Participants",
  ofProgramme: (number: number) => `Participants, programme ${number}`,
  programmeNumber: (number: number) => `Programme ${number}`,
  addProgramme: (platform: string) => `Add a programme to ${platform}`,
  remove: (number: number) => `Remove programme ${number}`,
  noProgrammes: "The catalogue of programmes is empty; an administrator keeps it under Lists.",
  completeBox: "This month is complete",
  completeHint: "All platforms are counted. It can be corrected later; a report then gets a new version.",
  notOver: "The month is not over, so it cannot be complete yet.",
  save: "Save",
  saved: "Saved.",
  invalid: "a whole number from 0 to 1,000,000",
  choose: "choose a programme",
  fileTitle: "Import a file",
  fileHint:
    "CSV with the columns platform and participants, and if you like month and programme. All lines are taken or none; platforms that the file does not name stay as they are.",
  file: "CSV file",
  pick: "Choose a file",
  completeAfter: "With this file the month is complete",
  take: "Import",
  taken: (lines: number) =>
    plural("en", lines, { one: "# line was imported.", other: "# lines were imported." }),
  asBefore: "The file says what was known before. Nothing was changed.",
  history: "Earlier states",
  version: (version: number) => `Version ${version}`,
  back: "All months",
};

const de: Translated<typeof en> = {
  nav: "Teilnehmende",
  title: "Teilnehmende",
  lead: "Wie viele Personen in einem Monat mindestens einen Kurstag hatten. Beschwerden werden je 100 Teilnehmende gezählt; nur ein vollständiger Monat hat deshalb eine Beschwerderate.",
  month: "Monat",
  participants: "Teilnehmende",
  complete: "vollständig",
  incomplete: "nicht vollständig",
  unknown: "nichts eingetragen",
  running: "läuft noch",
  missing: (platforms) => `Es fehlt: ${platforms}`,
  by: (who, when) => `${who}, ${when}`,
  source: { hand: "von Hand", csv: "aus einer Datei" },
  enter: "Zahlen eintragen",
  whole: "Ganze Plattform",
  wholeHint:
    "Jede Person einmal, auch bei mehreren Programmen. 0, wenn niemand teilnahm; bleibt das Feld leer, zählt die Summe der Programme.",
  programme: "Programm",
  number: "Teilnehmende",
  ofProgramme: (number) => `Teilnehmende, Programm ${number}`,
  programmeNumber: (number) => `Programm ${number}`,
  addProgramme: (platform) => `Programm bei ${platform} hinzufügen`,
  remove: (number) => `Programm ${number} entfernen`,
  noProgrammes: "Der Programmkatalog ist leer; die Administration pflegt ihn unter „Listen“.",
  completeBox: "Dieser Monat ist vollständig",
  completeHint:
    "Alle Plattformen sind gezählt. Spätere Korrekturen sind möglich; ein Bericht bekommt dann eine neue Fassung.",
  notOver: "Der Monat ist noch nicht vorbei und kann deshalb nicht vollständig sein.",
  save: "Speichern",
  saved: "Gespeichert.",
  invalid: "eine ganze Zahl von 0 bis 1.000.000",
  choose: "bitte ein Programm wählen",
  fileTitle: "Datei importieren",
  fileHint:
    "CSV mit den Spalten Plattform und Teilnehmende, auf Wunsch auch Monat und Programm. Es werden alle Zeilen übernommen oder keine; Plattformen, die die Datei nicht nennt, bleiben, wie sie sind.",
  file: "CSV-Datei",
  pick: "Datei wählen",
  completeAfter: "Mit dieser Datei ist der Monat vollständig",
  take: "Importieren",
  taken: (lines) => plural("de", lines, { one: "# Zeile importiert.", other: "# Zeilen importiert." }),
  asBefore: "Die Datei sagt, was schon bekannt war. Es wurde nichts geändert.",
  history: "Frühere Stände",
  version: (version) => `Fassung ${version}`,
  back: "Alle Monate",
};

export const participantWords = (language: Language) => (language === "de" ? de : en);

/** "October 2026" of "2026-10". */
export const monthInWords = (language: Language, month: string): string =>
  new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(Date.parse(`${month}-15T12:00:00Z`));
