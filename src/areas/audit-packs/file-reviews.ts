import { stringify } from "csv-stringify/sync";
import { fileCriteria, type FileAnswers } from "../../core/complaint/file-review.ts";
import { visibleTo } from "../../casework/complaints/queries/visible.ts";
import { auditPackWords } from "../../texts/audit-pack.ts";
import { fileReviewWords } from "../../texts/file-reviews.ts";
import { written } from "../../engine/packing/packing.ts";
import type { Contributor } from "./pack.ts";

const mark = { yes: "1", no: "0", not_applicable: "" };

/** What was found in closed files in the range, point by point, and by whom; no remark, because that is a word. */
export const fileReviews: Contributor = async ({ desk, who, span, language, complaint, colleague }) => {
  const rows = await desk.db
    .selectFrom("complaint_event")
    .innerJoin("complaint", "complaint.id", "complaint_event.complaint_id")
    .select(["reference", "data", "complaint_event.recorded_at"])
    .where("type", "=", "FileReviewed")
    .where("complaint_event.recorded_at", ">=", span.from)
    .where("complaint_event.recorded_at", "<", span.before)
    .where(visibleTo(who))
    .orderBy("complaint_event.recorded_at")
    .orderBy("reference")
    .execute();
  if (rows.length === 0) return [];
  const { fileReviews: w } = auditPackWords(language);
  const { criterion } = fileReviewWords(language);
  const head = [w.reference, w.reviewed, w.by, ...fileCriteria.map((each) => criterion[each])];
  const lines = rows.map(({ reference, data, recorded_at }) => {
    const { answers, by } = data as { answers: FileAnswers; by: string };
    return [
      complaint(reference),
      recorded_at,
      colleague(by),
      ...fileCriteria.map((each) => mark[answers[each]]),
    ];
  });
  const options = { bom: true, escape_formulas: true, record_delimiter: "windows" } as const;
  return [written("file-reviews.csv", stringify([head, ...lines], options))];
};
