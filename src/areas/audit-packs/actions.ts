import { stringify } from "csv-stringify/sync";
import type { Contributor } from "./pack.ts";
import { listActions } from "../improvement/actions.ts";
import { written } from "../../engine/packing/packing.ts";
import { auditPackWords } from "../../texts/audit-pack.ts";

/** What was improved: the actions that were opened in the range, and what became of them (ISO 10002, 8.7). */
export const actions: Contributor = async ({ desk, who, from, to, language, redaction, colleague }) => {
  const { actions: w } = auditPackWords(language);
  const opened = (await listActions(desk, who, {})).filter(
    ({ openedOn }) => openedOn >= from.toString() && openedOn <= to.toString(),
  );
  const head = [w.number, w.title, w.status, w.owner, w.opened, w.due, w.cause, w.category, w.programme];
  const rows = opened
    .toSorted((a, b) => a.number - b.number)
    .map((each) => [
      String(each.number),
      // A title is typed by a person and may say a name.
      redaction === "none" ? each.title : "…",
      each.status,
      colleague(each.ownerId),
      each.openedOn,
      each.dueOn,
      each.rootCause ?? "",
      each.category ?? "",
      each.programme ?? "",
      each.effectiveOn ?? "",
      each.verdict ?? "",
    ]);
  return [
    written(
      "improvement/actions.csv",
      stringify([[...head, w.effective, w.verdict], ...rows], {
        bom: true,
        escape_formulas: true,
        record_delimiter: "windows",
      }),
    ),
  ];
};
