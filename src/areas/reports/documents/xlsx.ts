import type { Cell, Row, Sheet } from "write-excel-file/node";
import type { Unit } from "../../../texts/quantities.ts";
import { periodInWords, unitInWords } from "../../../texts/quantities.ts";
import { reportWords } from "../../../texts/reports.ts";
import { chartsOf } from "../drawing/charts-of.ts";
import { findingsOf } from "../telling/findings.ts";
import { groupsOf } from "../telling/groups.ts";
import { noteOf, scaled } from "./csv.ts";
import type { Shown } from "./shown.ts";

const formats: Partial<Record<Unit, string>> = {
  share: "0.0%",
  cents: '#,##0.00 "€"',
  "per-100": "0.00",
  score: "0.00",
};

/** A workbook: the findings, a sheet for each group of figures and for each chart; numbers are numbers. */
export async function xlsxOf(shown: Shown): Promise<Buffer> {
  const { report, language } = shown;
  const w = reportWords(language);
  const names = new Set<string>();
  const sheet = (name: string, head: string[], rows: Row[], widths: number[]): Sheet<never> => ({
    sheet: sheetName(name, names),
    data: [head.map((value): Cell => ({ value, fontWeight: "bold", wrap: true })), ...rows],
    columns: head.map((_, index) => ({ width: widths[index] ?? 14 })),
    stickyRowsCount: 1,
  });
  const sheets = [
    sheet(
      w.sheets.findings,
      [w.report[report.kind](periodInWords(language, report.period)), w.version(report.version), report.hash],
      findingsOf(report.figures, shown).flatMap(({ title, findings }) =>
        findings.map(({ label, text }) => [title, label, { value: text, wrap: true }]),
      ),
      [34, 16, 90],
    ),
    ...groupsOf(report.figures, shown).map(({ title, how, lines }) =>
      sheet(
        title,
        [w.csv.name, w.csv.value, w.csv.unit, w.csv.n, w.csv.lower, w.csv.upper, w.csv.note],
        [
          ...lines.map((line): Row => [
            { value: line.label, wrap: true },
            numberCell(line.unit, scaled(line, line.value)),
            line.unit === "share" ? null : unitInWords(language, line.unit),
            numberCell("complaints", line.n),
            numberCell(line.unit, scaled(line, line.lower)),
            numberCell(line.unit, scaled(line, line.upper)),
            { value: noteOf(line, shown), wrap: true },
          ]),
          [],
          [{ value: how, wrap: true }],
        ],
        [46, 12, 22, 8, 10, 10, 50],
      ),
    ),
    ...chartsOf(report.figures, shown)
      .filter(({ refused }) => refused === undefined)
      .map(({ title, table }) =>
        sheet(
          `${w.sheets.chart} ${title}`,
          table.head,
          table.rows.map((row) =>
            row.map((cell) =>
              typeof cell === "string" ? textCell(cell) : numberCell(cell.unit, scaled(cell, cell.value)),
            ),
          ),
          [30],
        ),
      ),
  ];
  const { default: writeExcelFile } = await import("write-excel-file/node");
  return writeExcelFile(sheets, { fontFamily: "Calibri", fontSize: 11 }).toBuffer();
}

const numberCell = (unit: Unit, value: number | undefined): Cell =>
  value === undefined ? null : { value, type: Number, ...(formats[unit] && { format: formats[unit] }) };

/** Always text: what begins like a formula is none here. */
const textCell = (value: string): Cell => (value === "" ? null : { value, type: String });

/** At most 31 signs, none of []:*?/\ and no name twice, or Excel refuses the whole file. */
function sheetName(name: string, taken: Set<string>): string {
  const short = name
    .replace(/[[\]:*?/\\]/g, " ")
    .slice(0, 31)
    .trim();
  const free = taken.has(short) ? `${short.slice(0, 28)} ${taken.size}` : short;
  taken.add(free);
  return free;
}
