import { formatDate, plural, type Language, type Translated } from "./catalogue.ts";

type Scale = { low: number; high: number; better: "high" | "low" };

/** The words of the screen on which answers of surveys are looked at, and of what is made of them. */
const en = {
  nav: "Surveys",
  title: "Surveys",
  lead: "What participants answered. A low answer may be a complaint: within one business day somebody decides.",
  /** The statement of a complaint from an answer that has no words. */
  wordless: "(Answer in a survey, without words.)",
  origin: (source: string, date: string, scores: string, scale: Scale) =>
    `From the survey “${source}”, answered on ${formatDate("en", date)}: ${scores} (${en.scale(scale)}).`,
  scale: ({ low, high, better }: Scale) =>
    `scale ${low} to ${high}, ${better === "high" ? high : low} is best`,
  state: "Show",
  states: { open: "possible complaints", decided: "decided", all: "all answers" },
  none: "No low answer waits for a look.",
  nothing: "There is no answer here yet.",
  open: (count: number) =>
    plural("en", count, { one: "# possible complaint", other: "# possible complaints" }),
  answered: (date: string) => `Answered on ${date}`,
  due: (when: string) => `to be decided by ${when}`,
  overdue: "overdue",
  low: "low",
  score: (scores: string) => `Score ${scores}`,
  noWords: "No words, only numbers.",
  wants: "Wants to be contacted",
  anonymous: "Anonymous: nobody can be answered.",
  make: "Make a complaint of it",
  makeHint:
    "The clocks run from the day on which the answer reached us. The complaint goes its usual way from there.",
  longPast: "It reached us more than 30 days ago. Why does it become a complaint only now?",
  noComplaint: "No complaint",
  reason: "Why is it no complaint?",
  save: "Record",
  cancel: "Cancel",
  became: (reference: string) => `Complaint ${reference}`,
  was: (reason: string) => `No complaint: ${reason}`,
  by: (who: string, when: string) => `${who}, ${when}`,
  importTitle: "Import answers",
  importHint:
    "CSV with the columns id, date, platform and score (up to score 5), and if you like programme, words, language, name, email, phone and contact wanted. All lines are taken or none; an answer that is here already is not taken twice. Name and address are taken only where “contact wanted” says yes.",
  source: "Which survey",
  from: "Scale from",
  to: "to",
  better: "Best is",
  highest: "the highest number",
  lowest: "the lowest number",
  arrivedOn: "Reached us on (if later than they were given)",
  file: "CSV file",
  pick: "Choose a file",
  take: "Import",
  taken: (answers: number, low: number, known: number) =>
    `${plural("en", answers, { one: "# answer is new", other: "# answers are new" })}, ${low} of them low; ${known} were here before.`,
  leftOut: (count: number) =>
    plural("en", count, {
      one: "# contact was left out, because nobody said that it was given for this.",
      other: "# contacts were left out, because nobody said that they were given for this.",
    }),
  threshold: "Low answers in surveys",
  thresholdHint:
    "An answer in the worst part of its scale is looked at as a possible complaint: 2 of 5 steps means 1 and 2 from 1 to 5, 0 to 3 from 0 to 10. A change holds for later imports.",
  bottom: "The worst",
  steps: "of so many steps",
  thresholdInWords: (bottom: number, steps: number) => `the worst ${bottom} of ${steps}`,
};

const de: Translated<typeof en> = {
  nav: "Befragungen",
  title: "Befragungen",
  lead: "Was Teilnehmende geantwortet haben. Eine schlechte Antwort kann eine Beschwerde sein: Innerhalb eines Arbeitstags entscheidet jemand.",
  wordless: "(Antwort in einer Befragung, ohne Worte.)",
  origin: (source, date, scores, scale) =>
    `Aus der Befragung „${source}“, beantwortet am ${formatDate("de", date)}: ${scores} (${de.scale(scale)}).`,
  scale: ({ low, high, better }) =>
    `Skala ${low} bis ${high}, am besten ist ${better === "high" ? high : low}`,
  state: "Anzeigen",
  states: { open: "mögliche Beschwerden", decided: "entschieden", all: "alle Antworten" },
  none: "Keine schlechte Antwort wartet auf einen Blick.",
  nothing: "Hier ist noch keine Antwort.",
  open: (count) => plural("de", count, { one: "# mögliche Beschwerde", other: "# mögliche Beschwerden" }),
  answered: (date) => `Beantwortet am ${date}`,
  due: (when) => `zu entscheiden bis ${when}`,
  overdue: "überfällig",
  low: "schlecht",
  score: (scores) => `Bewertung ${scores}`,
  noWords: "Keine Worte, nur Zahlen.",
  wants: "Möchte kontaktiert werden",
  anonymous: "Anonym: Niemandem kann geantwortet werden.",
  make: "Zur Beschwerde machen",
  makeHint:
    "Die Fristen laufen ab dem Tag, an dem die Antwort bei uns einging. Die Beschwerde geht dann ihren üblichen Weg.",
  longPast: "Sie ging vor mehr als 30 Tagen bei uns ein. Warum wird sie erst jetzt zur Beschwerde?",
  noComplaint: "Keine Beschwerde",
  reason: "Warum ist es keine Beschwerde?",
  save: "Erfassen",
  cancel: "Abbrechen",
  became: (reference) => `Beschwerde ${reference}`,
  was: (reason) => `Keine Beschwerde: ${reason}`,
  by: (who, when) => `${who}, ${when}`,
  importTitle: "Antworten importieren",
  importHint:
    "CSV mit den Spalten ID, Datum, Plattform und Bewertung (bis Bewertung 5), auf Wunsch auch Programm, Worte, Sprache, Name, E-Mail, Telefon und Kontakt erwünscht. Es werden alle Zeilen übernommen oder keine; eine Antwort, die schon da ist, wird nicht noch einmal übernommen. Name und Adresse werden nur übernommen, wo „Kontakt erwünscht“ ja sagt.",
  source: "Welche Befragung",
  from: "Skala von",
  to: "bis",
  better: "Am besten ist",
  highest: "die höchste Zahl",
  lowest: "die niedrigste Zahl",
  arrivedOn: "Bei uns eingegangen am (wenn später als gegeben)",
  file: "CSV-Datei",
  pick: "Datei wählen",
  take: "Importieren",
  taken: (answers, low, known) =>
    `${plural("de", answers, { one: "# Antwort ist neu", other: "# Antworten sind neu" })}, ${low} davon schlecht; ${known} waren schon da.`,
  leftOut: (count) =>
    plural("de", count, {
      one: "# Kontakt wurde weggelassen, weil niemand sagt, dass er dafür angegeben wurde.",
      other: "# Kontakte wurden weggelassen, weil niemand sagt, dass sie dafür angegeben wurden.",
    }),
  threshold: "Schlechte Antworten in Befragungen",
  thresholdHint:
    "Eine Antwort im schlechtesten Teil ihrer Skala wird als mögliche Beschwerde angesehen: 2 von 5 Stufen heißt 1 und 2 von 1 bis 5, 0 bis 3 von 0 bis 10. Eine Änderung gilt für spätere Importe.",
  bottom: "Die schlechtesten",
  steps: "von so vielen Stufen",
  thresholdInWords: (bottom, steps) => `die schlechtesten ${bottom} von ${steps}`,
};

export const surveyWords = (language: Language) => (language === "de" ? de : en);
