import type { Language } from "./catalogue.ts";

/** Why there is no figure. Said in its place, so that nobody takes nothing for zero. */
const en = {
  "no-participants": "The number of participants is not known or not complete, so there is no rate.",
  "n-too-small": "Too few answers for a figure (fewer than five).",
  "others-too-few": "Not shown: beside the figure for all it would tell what one or two people answered.",
  "too-few": "Too few values yet for a figure that means something.",
  "no-cases": "There was no case that this could be counted of.",
  "no-complaints": "There were no complaints to count.",
  "no-values": "Nothing was measured.",
  "no-exposure": "There is nothing to divide by.",
  "no-spread": "All values are the same, so there are no limits to compute.",
  "no-cause": "No cause was recorded.",
  "no-such-point": "There is no such point in the chart.",
  "too-rare": "Too rare for a rate; the days between are drawn instead.",
  "not-a-count": "A count that this rests on is not a whole number; please report this.",
  "not-a-number": "A number that this rests on cannot be read; please report this.",
  "not-a-score": "A score outside 1 to 5 was recorded; please report this.",
  "not-whole-cents": "An amount is not in whole cents; please report this.",
  "more-than-all": "A part is larger than its whole; please report this.",
  "more-withdrawn-than-closed": "More complaints were withdrawn than closed; please report this.",
  "backlog-does-not-add-up":
    "Open, received, reopened and closed do not add up. No report is published until they do.",
  "not-for-a-week": "Not counted for a single week.",
  "not-for-a-year": "Not counted for a whole year.",
  "not-kept": "Redress does not keep this yet.",
};

export type ReportRefusal = keyof typeof en;

const de: Record<ReportRefusal, string> = {
  "no-participants":
    "Die Zahl der Teilnehmenden ist nicht bekannt oder nicht vollständig; deshalb gibt es keine Rate.",
  "n-too-small": "Zu wenige Antworten für eine Kennzahl (weniger als fünf).",
  "others-too-few":
    "Nicht gezeigt: Neben der Kennzahl für alle würde sie verraten, was eine oder zwei Personen geantwortet haben.",
  "too-few": "Noch zu wenige Werte für eine aussagekräftige Kennzahl.",
  "no-cases": "Es gab keinen Vorgang, an dem sich das zählen ließe.",
  "no-complaints": "Es gab keine Beschwerden zu zählen.",
  "no-values": "Es wurde nichts gemessen.",
  "no-exposure": "Es gibt nichts, worauf sich das beziehen ließe.",
  "no-spread": "Alle Werte sind gleich; Grenzen lassen sich daraus nicht berechnen.",
  "no-cause": "Es ist keine Ursache erfasst.",
  "no-such-point": "Diesen Punkt gibt es im Diagramm nicht.",
  "too-rare": "Zu selten für eine Rate; gezeichnet sind stattdessen die Tage dazwischen.",
  "not-a-count": "Eine zugrunde liegende Anzahl ist keine ganze Zahl; bitte melden.",
  "not-a-number": "Eine zugrunde liegende Zahl ist nicht lesbar; bitte melden.",
  "not-a-score": "Es wurde eine Bewertung außerhalb von 1 bis 5 erfasst; bitte melden.",
  "not-whole-cents": "Ein Betrag ist nicht in ganzen Cent erfasst; bitte melden.",
  "more-than-all": "Ein Teil ist größer als das Ganze; bitte melden.",
  "more-withdrawn-than-closed": "Es wurden mehr Beschwerden zurückgezogen als abgeschlossen; bitte melden.",
  "backlog-does-not-add-up":
    "Offene, eingegangene, wieder geöffnete und abgeschlossene Beschwerden gehen nicht auf. Bis dahin erscheint kein Bericht.",
  "not-for-a-week": "Wird nicht für eine einzelne Woche gezählt.",
  "not-for-a-year": "Wird nicht für ein ganzes Jahr gezählt.",
  "not-kept": "Das führt Redress noch nicht.",
};

const words: Record<Language, Record<string, string>> = { en, de };
const unknown = {
  en: (code: string) => `There is no figure (${code}).`,
  de: (code: string) => `Keine Kennzahl (${code}).`,
};

export const noFigureInWords = (language: Language, code: string): string =>
  words[language][code] ?? unknown[language](code);

/** Left out altogether: what this kind of period never has, rather than what it lacks this time. */
export const neverCounted = (code: string): boolean => code === "not-for-a-week" || code === "not-for-a-year";
