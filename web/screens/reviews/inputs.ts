import type { ReviewRecord } from "../../../src/areas/reviews/contract.ts";
import { reviewWords } from "../../../src/texts/reviews.ts";

export type ReviewInput = ReviewRecord["inputs"][number]["input"];

/** The agenda, in the order in which the words tell it; a missing one does not compile. */
const worded: Record<ReviewInput, string> = reviewWords("en").inputs;
export const reviewInputs = Object.keys(worded) as ReviewInput[];
