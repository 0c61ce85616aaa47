import { isCount, mean, type Refused } from "./figure.ts";
import { proportion, type NoProportion, type Proportion } from "./proportion.ts";
import { fewestAnswers } from "./satisfaction.ts";
import { smallestShown, suppressSmall, type ShownCell } from "./small-cells.ts";

/** From which to which number one could answer, and which end is the good one: German grades are better when lower. */
export type Scale = { low: number; high: number; better: "high" | "low" };

/** The worst `bottom` of `steps` steps: 2 of 5 are 1 and 2 on a scale from 1 to 5, 0 to 3 on one from 0 to 10. */
export type LowThreshold = { bottom: number; steps: number };

export const usualThreshold: LowThreshold = { bottom: 2, steps: 5 };

export const onScale = (score: number, { low, high }: Scale): boolean =>
  Number.isInteger(score) && score >= low && score <= high;

/** Steps above the worst answer. */
const above = (score: number, { low, high, better }: Scale) =>
  better === "high" ? score - low : high - score;

/** Whether a score lies in the worst part of its scale; in whole numbers, so that no fraction decides. */
export const isLow = (score: number, scale: Scale, { bottom, steps }: LowThreshold): boolean =>
  (above(score, scale) + 1) * steps <= bottom * (scale.high - scale.low + 1);

/** Of several questions the worst answer counts: somebody who is content with the room may complain of the trainer. */
export const isLowAnswer = (scores: readonly number[], scale: Scale, threshold: LowThreshold): boolean =>
  scores.some((score) => isLow(score, scale, threshold));

/** From 0, the worst, to 100, the best, so that answers on several scales have one mean. */
export const inPercent = (scores: readonly number[], scale: Scale): number =>
  mean(scores.map((score) => (100 * above(score, scale)) / (scale.high - scale.low)));

export type SurveyAnswered = { programme?: string; low: boolean; percent: number };

type Mean = { mean: number } | Refused<"n-too-small">;

export type SurveySummary = {
  n: number;
  /** Of all answers, how many were low; not of fewer than could hide a person. */
  low: Proportion | NoProportion | Refused<"n-too-small">;
  mean: Mean;
  /** Answers per programme; the mean only beside a count that is shown. */
  byProgramme: (ShownCell & Partial<Mean>)[];
};

/** Small cells are hidden and means of few are not made (STANDARDS §4.1). Answers without a programme are named "". */
export function surveySummary(answers: readonly SurveyAnswered[]): SurveySummary {
  const n = answers.length;
  const groups = Map.groupBy(answers, ({ programme = "" }) => programme);
  const cells = [...groups].map(([name, of]) => ({ name, count: of.length }));
  const shown = suppressSmall(cells.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  if (!isCount(n) || "refused" in shown) throw new Error("answers are counted");
  return {
    n,
    low:
      n > 0 && n < smallestShown
        ? { refused: "n-too-small" }
        : proportion(answers.filter(({ low }) => low).length, n),
    mean: meanOf(answers),
    byProgramme: shown.map((cell) =>
      "count" in cell ? { ...cell, ...meanOf(groups.get(cell.name)!) } : cell,
    ),
  };
}

const meanOf = (answers: readonly SurveyAnswered[]): Mean =>
  answers.length < fewestAnswers
    ? { refused: "n-too-small" }
    : { mean: mean(answers.map(({ percent }) => percent)) };
