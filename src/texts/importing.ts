import type { RowProblem } from "../operations.ts";
import { plural, type Language } from "./catalogue.ts";

type Words = {
  /** What became of a file with problems. */
  nothing: (problems: number) => string;
  where: (line: number, column?: string) => string;
  problem: Record<RowProblem["code"], (found: string) => string>;
};

const en: Words = {
  nothing: (problems) =>
    `Nothing was imported. Please correct ${plural("en", problems, { one: "# place", other: "# places" })} in the file and import it again.`,
  where: (line, column) => (column ? `Line ${line}, column “${column}”` : `Line ${line}`),
  problem: {
    not_text: () => "the file is no text; save it as CSV",
    no_rows: () => "the file has a heading at most, and no line below it",
    too_many_rows: () => "a file may have 20,000 lines at most",
    quotes: () => "a quotation mark is open, or stands in the middle of a cell",
    unreadable_row: () => "this line cannot be read",
    cells_differ: () => "this line has another number of cells than the heading",
    column_unknown: () => "there is no such column",
    column_twice: () => "this column stands there twice",
    column_missing: () => "this column is missing",
    formula: (found) => `“${found}” is a formula; only plain text and numbers are imported`,
    empty_cell: () => "this cell is empty",
    unknown_platform: (found) => `there is no platform “${found}”`,
    unknown_programme: (found) => `there is no programme “${found}” in the catalogue`,
    not_whole: (found) => `“${found}” is no whole number; write it without separators, like 1240`,
    negative: (found) => `“${found}” is less than nothing`,
    not_a_month: (found) => `“${found}” is no month; write it like 2026-10`,
    wrong_month: (found) => `“${found}” is another month than the one that is imported`,
    line_twice: () => "an earlier line says something about the same place",
    not_a_day: (found) => `“${found}” is no date; write it like 2026-10-05 or 5.10.2026`,
    off_scale: (found) => `“${found}” is not on the scale`,
    not_a_language: (found) => `“${found}” is no language; write en or de`,
    not_an_address: (found) => `“${found}” is no email address`,
    above_platform: () => "this programme has more participants than its whole platform",
  },
};

const de: Words = {
  nothing: (problems) =>
    `Es wurde nichts importiert. Bitte ${plural("de", problems, { one: "# Stelle", other: "# Stellen" })} in der Datei berichtigen und sie erneut importieren.`,
  where: (line, column) => (column ? `Zeile ${line}, Spalte „${column}“` : `Zeile ${line}`),
  problem: {
    not_text: () => "die Datei ist kein Text; bitte als CSV speichern",
    no_rows: () => "die Datei hat höchstens eine Überschrift und keine Zeile darunter",
    too_many_rows: () => "eine Datei darf höchstens 20.000 Zeilen haben",
    quotes: () => "ein Anführungszeichen ist offen oder steht mitten in einer Zelle",
    unreadable_row: () => "diese Zeile ist nicht lesbar",
    cells_differ: () => "diese Zeile hat eine andere Zahl von Zellen als die Überschrift",
    column_unknown: () => "eine solche Spalte gibt es nicht",
    column_twice: () => "diese Spalte steht zweimal da",
    column_missing: () => "diese Spalte fehlt",
    formula: (found) => `„${found}“ ist eine Formel; importiert werden nur Text und Zahlen`,
    empty_cell: () => "diese Zelle ist leer",
    unknown_platform: (found) => `eine Plattform „${found}“ gibt es nicht`,
    unknown_programme: (found) => `ein Programm „${found}“ steht nicht im Katalog`,
    not_whole: (found) => `„${found}“ ist keine ganze Zahl; bitte ohne Trennzeichen schreiben, wie 1240`,
    negative: (found) => `„${found}“ ist weniger als nichts`,
    not_a_month: (found) => `„${found}“ ist kein Monat; bitte wie 2026-10 schreiben`,
    wrong_month: (found) => `„${found}“ ist ein anderer Monat als der, der importiert wird`,
    line_twice: () => "eine frühere Zeile sagt schon etwas über dieselbe Stelle",
    not_a_day: (found) => `„${found}“ ist kein Datum; bitte wie 2026-10-05 oder 5.10.2026 schreiben`,
    off_scale: (found) => `„${found}“ liegt nicht auf der Skala`,
    not_a_language: (found) => `„${found}“ ist keine Sprache; bitte de oder en schreiben`,
    not_an_address: (found) => `„${found}“ ist keine E-Mail-Adresse`,
    above_platform: () => "dieses Programm hat mehr Teilnehmende als seine ganze Plattform",
  },
};

export const importWords = (language: Language) => (language === "de" ? de : en);

export const rowProblemInWords = (language: Language, { code, found = "" }: RowProblem): string =>
  importWords(language).problem[code](found);

/** "Line 3, column “participants”: …", as a command and a screen say it. */
export const rowProblemWithPlace = (language: Language, problem: RowProblem): string =>
  `${importWords(language).where(problem.line, problem.column)}: ${rowProblemInWords(language, problem)}`;
