import type { FileCriterion } from "../../../core/complaint/file-review.ts";
import type { Figures } from "../contract.ts";
import { fileReviewWords } from "../../../texts/file-reviews.ts";
import { countLine, isNone, refusedLine, type Group, type Line, type Telling } from "./line.ts";

/** Reports from before files were drawn have none. */
export function fileReviewsGroup({ fileReviews }: Figures, { language }: Telling): Group {
  const { report: w, criterion } = fileReviewWords(language);
  const group = { code: "fileReviews", title: w.title, how: w.how };
  if (!fileReviews) return { ...group, lines: [] };
  const { drawn, reviewed, found } = fileReviews;
  const score = { figure: "fileReviews.score", label: w.score, unit: "share" } as const;
  const lines: Line[] = [
    countLine("fileReviews.drawn", w.drawn, drawn, "files"),
    countLine("fileReviews.reviewed", w.reviewed, reviewed, "files"),
    ...(isNone(found)
      ? refusedLine(score.figure, score.label, score.unit, found)
      : [
          { ...score, value: found.score, n: reviewed },
          ...Object.entries(found.wanting)
            .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
            .map(([code, count]) =>
              countLine(
                `fileReviews.wanting.${code}`,
                w.wanting(criterion[code as FileCriterion] ?? code),
                count,
                "files",
              ),
            ),
        ]),
  ];
  return { ...group, lines };
}
