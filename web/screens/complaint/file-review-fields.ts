import { fileAnswers, fileCriteria } from "../../../src/core/complaint/file-review.ts";
import { fileReviewWords } from "../../../src/texts/file-reviews.ts";
import { useWords } from "../../language.tsx";
import type { Field } from "./step-fields.ts";

/** What somebody who had no hand in a closed file says about it, point by point. */
export function useFileReviewFields() {
  const w = fileReviewWords(useWords().language);
  return (): Field[] => [
    ...fileCriteria.map((criterion): Field => ({
      name: criterion,
      label: w.criterion[criterion],
      kind: "row",
      options: fileAnswers.map((value) => ({ value, label: w.answer[value] })),
      required: true,
    })),
    { name: "remark", label: w.remark, kind: "text", hint: w.remarkHint },
  ];
}
