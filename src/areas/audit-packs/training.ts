import { stringify } from "csv-stringify/sync";
import { coverage } from "../training/coverage.ts";
import { coverageCsv, planCsv } from "../training/export.ts";
import { auditPackWords } from "../../texts/audit-pack.ts";
import { written } from "../../engine/packing/packing.ts";
import type { Contributor } from "./pack.ts";

/** Who is trained as of today, and what was taught; where names are hidden, only who is trained, by letter. */
export const training: Contributor = async ({ desk, who, language, redaction, colleague }) => {
  if (redaction !== "none") {
    const { training: w } = auditPackWords(language);
    const { items } = await coverage(desk);
    const rows = items.map(({ person, handler, standing, lastSession, confirmedVersion }) => [
      colleague(person),
      handler ? "1" : "0",
      standing.trained ? "1" : "0",
      lastSession ?? "",
      String(confirmedVersion ?? ""),
    ]);
    const head = [w.colleague, w.handler, w.trained, w.lastSession, w.policy];
    return [
      written(
        "training/coverage.csv",
        stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: "windows" }),
      ),
    ];
  }
  const [covered, plan] = await Promise.all([coverageCsv(desk, who, language), planCsv(desk, who, language)]);
  return [
    ...(covered === undefined ? [] : [written("training/coverage.csv", covered)]),
    ...(plan === undefined ? [] : [written("training/sessions.csv", plan)]),
  ];
};
