import type { Language } from "../../../texts/catalogue.ts";
import type { NameOf } from "../../../texts/report-findings.ts";
import type { Unit } from "../../../texts/quantities.ts";
import { interval, numeral, numeralOfFigure } from "../../../texts/quantities.ts";
import { neverCounted, noFigureInWords } from "../../../texts/report-refusals.ts";

/** One figure as it is told: on the screen, in the PDF, in CSV and XLSX from the same line. */
export type Line = {
  /** Its place in the report, stable across languages: "promises.proposal.rate". */
  figure: string;
  label: string;
  unit: Unit;
  value?: number;
  /** Of how many, where it is a share or a mean. */
  n?: number;
  count?: number;
  lower?: number;
  upper?: number;
  /** A code, in place of a value. */
  refused?: string;
  /** What else has to be known about it. */
  note?: string;
};

export type Group = { code: string; title: string; how: string; lines: Line[] };

/** The language, and what the office's lists and platforms call their codes. */
export type Telling = { language: Language; nameOf: NameOf };

type Share = { count: number; of: number; share: number; lower: number; upper: number };
export type None = { refused: string };
export const isNone = (value: unknown): value is None =>
  typeof value === "object" && value !== null && "refused" in value;

/** What this kind of period never has is left out; what it lacks is said. */
export const refusedLine = (figure: string, label: string, unit: Unit, { refused }: None): Line[] =>
  neverCounted(refused) ? [] : [{ figure, label, unit, refused }];

export function shareLine(figure: string, label: string, share: Share | None): Line[] {
  if (isNone(share)) return refusedLine(figure, label, "share", share);
  const { count, of, lower, upper } = share;
  return [{ figure, label, unit: "share", value: share.share, count, n: of, lower, upper }];
}

export const countLine = (figure: string, label: string, value: number, unit: Unit = "complaints"): Line => ({
  figure,
  label,
  unit,
  value,
});

const ofHowMany = {
  en: (count: string, n: string) => `${count} of ${n}`,
  de: (count: string, n: string) => `${count} von ${n}`,
};

/** What stands where the number is looked for: the number, or why there is none. */
export function valueOf(language: Language, line: Line): string {
  if (line.refused !== undefined) return noFigureInWords(language, line.refused);
  if (line.value === undefined) return line.note ?? "";
  return numeralOfFigure(language, line.unit, line.value);
}

/** What stands small beside it: of how many, the interval, the note. */
export function besideOf(language: Language, { value, unit, n, count, lower, upper, note }: Line): string {
  const told = [
    n !== undefined &&
      (count === undefined
        ? `n = ${numeral(language, "complaints", n)}`
        : ofHowMany[language](numeral(language, "complaints", count), numeral(language, "complaints", n))),
    lower !== undefined && upper !== undefined && `95 %: ${interval(language, unit, lower, upper)}`,
    value !== undefined && note,
  ];
  return told.filter(Boolean).join(" · ");
}
