import type { No, RowProblem } from "../../operations.ts";
import type { Desk } from "../../record/desk.ts";
import type { ParticipantCount } from "../../core/statistics/participants.ts";
import { aboveItsPlatform, repeatedPlace } from "../../core/statistics/participants.ts";
import { entryNamed, spelled } from "../../organisation/office/taxonomies/programmes.ts";
import { taxonomy } from "../../organisation/office/taxonomies/taxonomies.ts";
import { atMost, isFormula, readTable, type Row } from "../../engine/csv/reading.ts";
import { saveMonth } from "./saving.ts";

export const participantColumns = {
  month: { headings: ["month", "monat"], needed: false },
  platform: { headings: ["platform", "plattform"], needed: true },
  programme: { headings: ["programme", "program", "programm", "kurs", "course"], needed: false },
  participants: {
    headings: ["participants", "teilnehmende", "teilnehmer", "teilnehmer:innen"],
    needed: true,
  },
};
type Line = Row<typeof participantColumns>;
type MonthCount = ParticipantCount & { month: string };
type Imported = { lines: number; months: { month: string; changed: boolean }[] };

/**
 * Takes counts from a CSV file: every line of every month in it, or nothing at all. What the file says about a platform
 * replaces what was known of it; the other platforms of the month stay. Without `month`, the file says which months.
 */
export async function importParticipants(
  desk: Desk,
  bytes: Uint8Array,
  { month, complete, expectedVersion }: { month?: string; complete: boolean; expectedVersion?: number },
  by: string,
): Promise<Imported | No> {
  const needed = { ...participantColumns.month, needed: month === undefined };
  const table = readTable(bytes, { ...participantColumns, month: needed });
  if ("problems" in table) return { kind: "rows", problems: table.problems };
  const read = await reader(desk, month);
  const problems: RowProblem[] = [];
  const counts = table.rows.map((row) => read(row, (problem) => problems.push(problem)));
  if (problems.length === 0) problems.push(...contradictions(counts, table.rows));
  if (problems.length > 0) return { kind: "rows", problems: atMost(problems) };

  const byMonth = Map.groupBy(counts, (each) => each.month);
  try {
    return await desk.db.transaction().execute(async (tx) => {
      const months: Imported["months"] = [];
      // In one order, so that two imports at the same moment wait for each other and do not block each other.
      for (const [at, said] of [...byMonth].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
        const named = new Set(said.map(({ platform }) => platform));
        const saved = await saveMonth(tx, desk, at, by, (before) => {
          const version = before?.version ?? 0;
          if (expectedVersion !== undefined && expectedVersion !== version) return { kind: "stale", version };
          const kept = (before?.counts ?? []).filter(({ platform }) => !named.has(platform));
          return {
            complete,
            source: "csv",
            counts: [...kept, ...said.map(({ month: _, ...count }) => count)],
          };
        });
        if (!("changed" in saved)) throw new Refused(saved);
        months.push({ month: at, ...saved });
      }
      return { lines: counts.length, months };
    });
  } catch (error) {
    if (error instanceof Refused) return error.no;
    throw error;
  }
}

/** Ends the transaction, so that of several months none is saved. */
class Refused extends Error {
  no: No;
  constructor(no: No) {
    super("refused");
    this.no = no;
  }
}

/** Reads one line; what is wrong with it is told, and its count is then of no use. */
async function reader(desk: Desk, month: string | undefined) {
  const [{ platforms }, { entries }] = await Promise.all([
    desk.policyAt(desk.now()),
    taxonomy(desk.db, "programmes"),
  ]);
  return ({ line, cell }: Line, tell: (problem: RowProblem) => void): MonthCount => {
    const wrong = (column: keyof typeof participantColumns, code: RowProblem["code"]) =>
      tell({ line, column, code, found: cell(column).slice(0, 40) });
    const said = (column: keyof typeof participantColumns) => {
      const text = cell(column).trim();
      if (isFormula(text)) wrong(column, "formula");
      return isFormula(text) ? undefined : text;
    };
    const [at, place, programme, number] = [
      said("month"),
      said("platform"),
      said("programme"),
      said("participants"),
    ];
    const platform = platforms.find(
      ({ code, name }) => place && (code === place || spelled(name) === spelled(place)),
    );
    if (place === "") wrong("platform", "empty_cell");
    else if (place && !platform) wrong("platform", "unknown_platform");
    const entry = programme ? entryNamed(entries, programme) : undefined;
    if (programme && !entry) wrong("programme", "unknown_programme");
    const read = at === undefined ? undefined : at === "" && month !== undefined ? month : monthFrom(at);
    if (at === "" && month === undefined) wrong("month", "empty_cell");
    else if (at !== undefined && read === undefined) wrong("month", "not_a_month");
    else if (month !== undefined && read !== undefined && read !== month) wrong("month", "wrong_month");
    const problem = number === undefined ? undefined : numberProblem(number);
    if (problem) wrong("participants", problem);
    return {
      month: read ?? "",
      platform: platform?.code ?? "",
      ...(entry && { programme: entry.code }),
      participants: Number(number),
    };
  };
}

/** "2026-10", "10.2026" or "10/2026". */
export function monthFrom(text: string): string | undefined {
  const [, year, month] = /^(20[1-3]\d)-(\d{1,2})$/.exec(text) ?? [];
  const [, turnedMonth, turnedYear] = /^(\d{1,2})[./](20[1-3]\d)$/.exec(text) ?? [];
  const number = Number(month ?? turnedMonth);
  return number >= 1 && number <= 12 ? `${year ?? turnedYear}-${String(number).padStart(2, "0")}` : undefined;
}

function numberProblem(text: string): RowProblem["code"] | undefined {
  if (text === "") return "empty_cell";
  if (/^-\d/.test(text)) return "negative";
  return /^\d{1,7}$/.test(text) && Number(text) <= 1_000_000 ? undefined : "not_whole";
}

/** What lines say against each other. */
function contradictions(counts: readonly MonthCount[], rows: readonly Line[]): RowProblem[] {
  const lines = counts.map((count, index) => ({ ...count, line: rows[index]!.line }));
  return [...Map.groupBy(lines, ({ month }) => month).values()].flatMap((of): RowProblem[] => {
    const [twice, above] = [of[repeatedPlace(of)], of[aboveItsPlatform(of)]];
    return [
      ...(twice ? [{ line: twice.line, column: "platform", code: "line_twice" as const }] : []),
      ...(above ? [{ line: above.line, column: "participants", code: "above_platform" as const }] : []),
    ];
  });
}
