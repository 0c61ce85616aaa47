import type { FileAnswer, FileCriterion } from "../core/complaint/file-review.ts";
import { plural, type Language, type Translated } from "./catalogue.ts";

/** The words of looking at closed files, on the screen, in news and in the report. */
const en = {
  nav: "File reviews",
  title: "File reviews",
  lead: "Each month a tenth of the files that were closed is drawn by chance, three at least. Somebody who had no hand in a file looks at it.",
  none: "No file has been drawn yet. The first are drawn with the report of the first month in which one was closed.",
  drawn: (files: number, closed: number) => `${files} of ${closed} drawn`,
  waits: "to be looked at",
  notYours: "somebody else's to look at",
  reopened: "open again",
  good: (good: number, of: number) => `${good} of ${of} as they should be`,
  owner: (name: string) => `Owner: ${name}`,
  by: (name: string, when: string) => `${name}, ${when}`,
  step: "Review this file",
  remark: "What is wanting, and what is to be learnt from it",
  remarkHint: "Needed where something is wanting.",
  criterion: {
    acknowledgement: "Acknowledged in time, with reference and dates that can be understood",
    points: "Every point of the complaint was taken up",
    evidence: "Looked into as far as it needed: people heard, documents seen",
    reasons: "Each finding follows from what was found, and says why",
    fairness: "What was offered fits the findings, and what others got in such a case",
    letters: "Letters are plain, complete and in the customer's language",
    dates: "Promises were kept, or the customer was told before",
    redress: "What was promised was carried out and confirmed",
    lessons: "The cause is named, and what others can learn was passed on",
    privacy: "No more about anybody was noted or shown than was needed",
  } satisfies Record<FileCriterion, string> as Record<FileCriterion, string>,
  answer: { yes: "Yes", no: "No", not_applicable: "Does not apply" } satisfies Record<FileAnswer, string>,
  news: (month: string, files: number) =>
    plural("en", files, { one: "# closed file", other: "# closed files" }) + ` of ${month} to look at`,
  newsLead:
    "They were drawn by chance from those closed in the month. Whoever had no hand in one looks at it and says what was done well and what is wanting.",
  toFiles: "Open the file reviews",
  report: {
    title: "File reviews",
    how: "What was found in the period in closed files, by people who had no hand in them: points as they should be, of those that applied.",
    drawn: "Files drawn",
    reviewed: "Files looked at",
    score: "As they should be",
    wanting: (criterion: string) => `Wanting: ${criterion}`,
  },
};

const de: Translated<typeof en> = {
  nav: "Aktenprüfung",
  title: "Aktenprüfung",
  lead: "Jeden Monat wird ein Zehntel der abgeschlossenen Akten ausgelost, mindestens drei. Wer an einer Akte nicht beteiligt war, sieht sie durch.",
  none: "Es wurde noch keine Akte ausgelost. Die ersten werden mit dem Bericht des ersten Monats ausgelost, in dem eine abgeschlossen wurde.",
  drawn: (files, closed) => `${files} von ${closed} ausgelost`,
  waits: "durchzusehen",
  notYours: "von jemand anderem durchzusehen",
  reopened: "wieder offen",
  good: (good, of) => `${good} von ${of} in Ordnung`,
  owner: (name) => `Zuständig: ${name}`,
  by: (name, when) => `${name}, ${when}`,
  step: "Diese Akte prüfen",
  remark: "Was fehlt, und was daraus zu lernen ist",
  remarkHint: "Nötig, wo etwas fehlt.",
  criterion: {
    acknowledgement: "Rechtzeitig bestätigt, mit Vorgangsnummer und verständlichen Terminen",
    points: "Jeder Punkt der Beschwerde wurde aufgegriffen",
    evidence: "So weit geprüft, wie es nötig war: Beteiligte gehört, Unterlagen eingesehen",
    reasons: "Jede Feststellung folgt aus dem Gefundenen und sagt, warum",
    fairness: "Das Angebot passt zu den Feststellungen und zu dem, was andere in solchem Fall erhielten",
    letters: "Schreiben sind klar, vollständig und in der Sprache der Kundin oder des Kunden",
    dates: "Zusagen wurden gehalten, oder es wurde vorher Bescheid gegeben",
    redress: "Was zugesagt war, wurde umgesetzt und bestätigt",
    lessons: "Die Ursache ist benannt, und was andere lernen können, wurde weitergegeben",
    privacy: "Über niemanden wurde mehr notiert oder gezeigt, als nötig war",
  },
  answer: { yes: "Ja", no: "Nein", not_applicable: "Trifft nicht zu" },
  news: (month, files) =>
    plural("de", files, {
      one: "# abgeschlossene Akte",
      other: "# abgeschlossene Akten",
    }) + ` aus ${month} durchzusehen`,
  newsLead:
    "Sie wurden aus den im Monat abgeschlossenen ausgelost. Wer an einer nicht beteiligt war, sieht sie durch und sagt, was gut war und was fehlt.",
  toFiles: "Aktenprüfung öffnen",
  report: {
    title: "Aktenprüfung",
    how: "Was im Zeitraum in abgeschlossenen Akten gefunden wurde, von Personen, die daran nicht beteiligt waren: Punkte in Ordnung, von denen, die zutrafen.",
    drawn: "Ausgeloste Akten",
    reviewed: "Durchgesehene Akten",
    score: "In Ordnung",
    wanting: (criterion) => `Mangel: ${criterion}`,
  },
};

export const fileReviewWords = (language: Language): typeof en => (language === "de" ? de : en);

export const fileReviewFacts = {
  en: { FileReviewed: "File reviewed" },
  de: { FileReviewed: "Akte geprüft" },
};
export const fileReviewRefusals = {
  en: {
    "file-reviewed":
      "This file has been reviewed since it was closed. Nothing was recorded; a remark can be added as a note.",
    "own-file":
      "Whoever worked on a complaint or approved its proposal does not review its file. Nothing was recorded; ask a colleague.",
  },
  de: {
    "file-reviewed":
      "Diese Akte wurde seit dem Abschluss schon geprüft. Es wurde nichts erfasst; eine Anmerkung kann als Notiz ergänzt werden.",
    "own-file":
      "Wer an der Beschwerde gearbeitet oder ihren Vorschlag freigegeben hat, prüft ihre Akte nicht. Es wurde nichts erfasst; bitte eine andere Person fragen.",
  },
};
