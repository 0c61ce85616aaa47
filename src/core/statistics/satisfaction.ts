import { isCount, mean, type Refused } from "./figure.ts";
import { proportion, type NoProportion, type Proportion } from "./proportion.ts";
import { smallestShown } from "./small-cells.ts";

export type Satisfaction = {
  n: number;
  /** Answers of 4 or 5. */
  satisfied: Proportion;
  mean: number;
  responseRate: Proportion;
};

export type NoSatisfaction =
  | NoProportion
  | Refused<"not-a-score">
  | (Refused<"n-too-small"> & { n: number; responseRate: Proportion });

/** Fewer answers than this are listed as "n too small" (STANDARDS §4.1). */
export const fewestAnswers = 5;

/**
 * Complaint satisfaction on a five-point scale, once for the handling and once for the result: top-2-box, mean and
 * response rate. 5, 4, 4, 2, 5, 3, 4, 1, 5 of 15 asked: 66.7 % (35.4 to 87.9 %), mean 3.67, 60 % answered.
 */
export function satisfaction(scores: readonly number[], asked: number): Satisfaction | NoSatisfaction {
  if (!scores.every((score) => isCount(score) && score >= 1 && score <= 5)) return { refused: "not-a-score" };
  const n = scores.length;
  const responseRate = proportion(n, asked);
  if ("refused" in responseRate) return responseRate;
  const satisfied = proportion(scores.filter((score) => score >= 4).length, n);
  if ("refused" in satisfied || n < fewestAnswers) return { refused: "n-too-small", n, responseRate };
  return { n, satisfied, mean: mean(scores), responseRate };
}

/**
 * Of some of those who answered, beside the figure for all of them. With one or two others the difference would tell
 * what these said, so it is not made.
 */
export const satisfactionOfSome = (
  scores: readonly number[],
  asked: number,
  all: number,
): Satisfaction | NoSatisfaction | Refused<"others-too-few"> =>
  scores.length >= fewestAnswers && all > scores.length && all - scores.length < smallestShown
    ? { refused: "others-too-few" }
    : satisfaction(scores, asked);
