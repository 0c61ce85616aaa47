import type { No, RowProblem } from "../../operations.ts";
import type { Desk } from "../../record/desk.ts";
import type { Scale } from "../../core/statistics/survey-scores.ts";
import { z } from "zod";
import { onScale } from "../../core/statistics/survey-scores.ts";
import { entryNamed, spelled } from "../../organisation/office/taxonomies/programmes.ts";
import { taxonomy } from "../../organisation/office/taxonomies/taxonomies.ts";
import { atMost, isFormula, readTable, type Row } from "../../engine/csv/reading.ts";
import type { NewAnswer } from "./contract.ts";

const question = (number: number) => ({
  headings: [`score ${number}`, `score_${number}`, `score${number}`, `bewertung ${number}`],
  needed: false,
});
export const answerColumns = {
  id: { headings: ["id", "answer id", "antwort-id"], needed: true },
  date: { headings: ["date", "datum"], needed: true },
  platform: { headings: ["platform", "plattform"], needed: true },
  programme: { headings: ["programme", "program", "programm", "kurs", "course"], needed: false },
  score: { headings: ["score", "bewertung", ...question(1).headings], needed: true },
  score2: question(2),
  score3: question(3),
  score4: question(4),
  score5: question(5),
  words: { headings: ["words", "comment", "kommentar", "worte", "freitext"], needed: false },
  language: { headings: ["language", "sprache"], needed: false },
  name: { headings: ["name"], needed: false },
  email: { headings: ["email", "e-mail"], needed: false },
  phone: { headings: ["phone", "telefon"], needed: false },
  wanted: { headings: ["contact wanted", "kontakt erwünscht"], needed: false },
};
type Column = keyof typeof answerColumns;
type Line = Row<typeof answerColumns>;
const scoreColumns: Column[] = ["score", "score2", "score3", "score4", "score5"];
const yes = new Set(["yes", "ja", "true", "1", "x"]);

export type ReadAnswers = { answers: NewAnswer[]; contactsLeftOut: number };

/** The answers in a file; a contact is read only from somebody who said yes to being contacted. */
export async function readAnswers(desk: Desk, bytes: Uint8Array, scale: Scale): Promise<ReadAnswers | No> {
  const table = readTable(bytes, answerColumns);
  if ("problems" in table) return { kind: "rows", problems: table.problems };
  const [{ platforms }, { entries }] = await Promise.all([
    desk.policyAt(desk.now()),
    taxonomy(desk.db, "programmes"),
  ]);
  const problems: RowProblem[] = [];
  const seen = new Set<string>();
  let contactsLeftOut = 0;
  const answers = table.rows.map((row): NewAnswer => {
    const { line, cell } = row;
    const wrong = (column: Column, code: RowProblem["code"]) =>
      problems.push({ line, column, code, found: cell(column).slice(0, 40) });
    const said = (column: Column) => {
      if (isFormula(cell(column))) wrong(column, "formula");
      return isFormula(cell(column)) ? "" : cell(column);
    };
    const id = cell("id");
    if (id === "") wrong("id", "empty_cell");
    else if (seen.has(id)) wrong("id", "line_twice");
    seen.add(id);
    const answeredOn = dayFrom(said("date"));
    if (!answeredOn) wrong("date", "not_a_day");
    const place = said("platform");
    const platform = platforms.find(({ code, name }) => code === place || spelled(name) === spelled(place));
    if (!platform) wrong("platform", place === "" ? "empty_cell" : "unknown_platform");
    const named = said("programme");
    const programme = named === "" ? undefined : entryNamed(entries, named)?.code;
    if (named !== "" && !programme) wrong("programme", "unknown_programme");
    const language = cell("language").toLowerCase();
    if (!["", "de", "en"].includes(language)) wrong("language", "not_a_language");
    const { contact, leftOut } = contactIn(row, wrong);
    if (leftOut) contactsLeftOut += 1;
    return {
      id,
      answeredOn: answeredOn ?? "",
      platform: platform?.code ?? "",
      programme,
      scores: scoresIn(row, scale, wrong),
      words: cell("words") === "" ? undefined : cell("words"),
      language: language === "en" ? "en" : "de",
      contact,
    };
  });
  return problems.length > 0 ? { kind: "rows", problems: atMost(problems) } : { answers, contactsLeftOut };
}

type Wrong = (column: Column, code: RowProblem["code"]) => void;

/** A question that was not answered is left out; an answer without any is none. */
function scoresIn({ cell }: Line, scale: Scale, wrong: Wrong): number[] {
  const answered = scoreColumns.filter((column) => cell(column) !== "");
  if (answered.length === 0) wrong("score", "empty_cell");
  return answered.map((column) => {
    const text = cell(column);
    const score = Number(text);
    if (!/^-?\d{1,4}$/.test(text)) wrong(column, "not_whole");
    else if (!onScale(score, scale)) wrong(column, "off_scale");
    return score;
  });
}

function contactIn({ cell }: Line, wrong: Wrong): { contact?: NewAnswer["contact"]; leftOut: boolean } {
  const [name, email, phone] = [cell("name"), cell("email"), cell("phone")];
  const given = { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) };
  if (Object.keys(given).length === 0) return { leftOut: false };
  if (!yes.has(cell("wanted").toLowerCase())) return { leftOut: true };
  if (email && !z.email().max(254).safeParse(email).success) wrong("email", "not_an_address");
  return { contact: { wanted: true, ...given }, leftOut: false };
}

/** "2026-10-05" or "5.10.2026", with or without a time behind it; a day that is in the calendar. */
export function dayFrom(text: string): string | undefined {
  const [, iso] = /^(\d{4}-\d\d-\d\d)(?:[T ].*)?$/.exec(text) ?? [];
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: .*)?$/.exec(text) ?? [];
  const written = iso ?? (year && `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`);
  return written && z.iso.date().safeParse(written).success ? written : undefined;
}
