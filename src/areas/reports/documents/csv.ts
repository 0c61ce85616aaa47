import { stringify } from "csv-stringify/sync";
import { unitInWords } from "../../../texts/quantities.ts";
import { noFigureInWords } from "../../../texts/report-refusals.ts";
import { reportWords } from "../../../texts/reports.ts";
import { findingsOf } from "../telling/findings.ts";
import { groupsOf } from "../telling/groups.ts";
import type { Line } from "../telling/line.ts";
import type { Shown } from "./shown.ts";

/**
 * Every figure as one line, for programs and spreadsheets. Shares are from 0 to 1, money in euros; where there is no
 * figure the value stays empty and the note says why. In German with semicolons and a decimal comma, as Excel expects there.
 */
export function csvOf(shown: Shown): string {
  const { report, language } = shown;
  const w = reportWords(language);
  const number = (value: number | undefined) =>
    value === undefined ? "" : language === "de" ? String(value).replace(".", ",") : String(value);
  const lines = groupsOf(report.figures, shown).flatMap(({ title, lines: own }) =>
    own.map((line) => ({
      period: report.period,
      version: report.version,
      group: title,
      figure: line.figure,
      name: line.label,
      unit: line.unit === "share" ? "0–1" : unitInWords(language, line.unit),
      value: number(scaled(line, line.value)),
      n: number(line.n),
      lower: number(scaled(line, line.lower)),
      upper: number(scaled(line, line.upper)),
      note: noteOf(line, shown),
    })),
  );
  const findings = findingsOf(report.figures, shown).flatMap(({ title, findings: told }) =>
    told.map(({ code, label, text }) => ({
      period: report.period,
      version: report.version,
      group: w.sheets.findings,
      figure: `finding.${code}`,
      name: title,
      unit: label,
      note: text,
    })),
  );
  return stringify([...findings, ...lines], {
    header: true,
    columns: Object.entries(w.csv).map(([key, header]) => ({ key, header })),
    bom: true,
    delimiter: language === "de" ? ";" : ",",
    escape_formulas: true,
    record_delimiter: "windows",
  });
}

/** Whole cents divided once: exact to the cent. */
export const scaled = ({ unit }: Pick<Line, "unit">, value: number | undefined): number | undefined =>
  value !== undefined && unit === "cents" ? value / 100 : value;

export const noteOf = ({ refused, note }: Line, { language }: Shown): string =>
  refused === undefined ? (note ?? "") : noFigureInWords(language, refused);
