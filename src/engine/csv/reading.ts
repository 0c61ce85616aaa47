import { CsvError, parse } from "csv-parse/sync";
import type { RowProblem } from "../../operations.ts";
import { textOf } from "./decoding.ts";

/** Column → the headings under which it may stand, in small letters. */
export type Columns = Record<string, { headings: readonly string[]; needed: boolean }>;

/** One line of the table; a cell of a column that the file does not have is empty. */
export type Row<C extends Columns> = { line: number; cell: (column: keyof C & string) => string };

export type Table<C extends Columns> = { columns: (keyof C & string)[]; rows: Row<C>[] };

const most = { rows: 20_000, problems: 100 };

/** Reads a CSV file with commas, semicolons or tabs. Every problem has its line, as an editor counts them. */
export function readTable<C extends Columns>(
  bytes: Uint8Array,
  columns: C,
): Table<C> | { problems: RowProblem[] } {
  const text = textOf(bytes);
  if (text.includes("\0") || !text.isWellFormed()) return { problems: [{ line: 1, code: "not_text" }] };
  const parsed = records(text);
  if ("problems" in parsed) return parsed;
  const [head, ...body] = parsed.records;
  if (!head || body.length === 0) return { problems: [{ line: 1, code: "no_rows" }] };
  if (body.length > most.rows) return { problems: [{ line: most.rows + 2, code: "too_many_rows" }] };
  const headed = readHeadings(head.cells, columns);
  if ("problems" in headed) return headed;
  const problems = body
    .filter(({ cells }) => cells.length !== head.cells.length)
    .map(({ line }): RowProblem => ({ line, code: "cells_differ" }));
  if (problems.length > 0) return { problems: atMost(problems) };
  const { places } = headed;
  return {
    columns: [...places.keys()],
    rows: body.map(({ line, cells }) => ({ line, cell: (column) => cells[places.get(column) ?? -1] ?? "" })),
  };
}

/** Nobody mends more at once; and an answer stays an answer. */
export const atMost = (problems: RowProblem[]): RowProblem[] => problems.slice(0, most.problems);

type Numbered = { line: number; cells: string[] };

function records(text: string): { records: Numbered[] } | { problems: RowProblem[] } {
  try {
    const found = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      max_record_size: 200_000,
      info: true,
      raw: true,
      trim: true,
    }) as unknown as { record: string[]; raw: string; info: { lines: number } }[];
    let line = 1;
    const numbered = found.map(({ record, raw }) => {
      const at = { line, cells: record };
      line += raw.match(/\r\n|\n|\r/g)?.length ?? 0;
      return at;
    });
    // Spreadsheets leave lines of nothing but separators at the end.
    return { records: numbered.filter(({ cells }) => cells.some((cell) => cell !== "")) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: unknown }).lines) || 1;
    const code = /QUOTE/.test(error.code) ? "quotes" : "unreadable_row";
    return { problems: [{ line, code }] };
  }
}

/** What separates the headings most often; within quotes it separates nothing. */
function delimiterOf(text: string): string {
  const first = text.split(/[\r\n]/, 1)[0]!.replace(/"[^"]*"/g, "");
  const counts = [";", ",", "\t"].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]!.sign;
}

function readHeadings<C extends Columns>(
  cells: readonly string[],
  columns: C,
): { places: Map<keyof C & string, number> } | { problems: RowProblem[] } {
  const places = new Map<keyof C & string, number>();
  const problems: RowProblem[] = [];
  for (const [index, cell] of cells.entries()) {
    const heading = cell.trim().toLowerCase();
    const column = Object.keys(columns).find((name) => columns[name]!.headings.includes(heading));
    const found = cell.slice(0, 40) || "–";
    if (column === undefined) problems.push({ line: 1, column: found, code: "column_unknown" });
    else if (places.has(column)) problems.push({ line: 1, column: found, code: "column_twice" });
    else places.set(column, index);
  }
  for (const [name, { needed, headings }] of Object.entries(columns))
    if (needed && !places.has(name)) problems.push({ line: 1, column: headings[0]!, code: "column_missing" });
  return problems.length > 0 ? { problems: atMost(problems) } : { places };
}

/** A cell that a spreadsheet would compute with has no business where a code, a date or a number is expected. */
export const isFormula = (cell: string): boolean => /^[=@+\t\r]|^-(?!\d)/.test(cell);
