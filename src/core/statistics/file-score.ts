import type { Refused } from "./figure.ts";

type Answers = Readonly<Record<string, "yes" | "no" | "not_applicable">>;

/** The share of what applied that was as it should be, over all files together; and how often each point was wanting. */
export type FileScore = { score: number; wanting: Record<string, number> };

/** Yes ÷ (yes + no). No interval: the points of one file are not independent of each other. */
export function fileScore(files: readonly Answers[]): FileScore | Refused<"no-cases"> {
  let good = 0;
  let all = 0;
  const wanting: Record<string, number> = {};
  for (const [criterion, answer] of files.flatMap((answers) => Object.entries(answers))) {
    if (answer === "not_applicable") continue;
    all += 1;
    if (answer === "yes") good += 1;
    else wanting[criterion] = (wanting[criterion] ?? 0) + 1;
  }
  return all === 0 ? { refused: "no-cases" } : { score: good / all, wanting };
}
