import { isCount } from "./figure.ts";
import { proportion, type NoProportion, type Proportion } from "./proportion.ts";

/** How many complaints ended how. The last three were not decided. */
export type Outcomes = {
  upheld: number;
  partly_upheld: number;
  not_upheld: number;
  not_determinable?: number;
  withdrawn?: number;
  out_of_scope?: number;
  rerouted?: number;
};

/** (upheld + partly) / decided (STANDARDS §4.2); what could not be determined was decided too. */
export function upheldRate(outcomes: Outcomes): Proportion | NoProportion {
  if (!Object.values(outcomes).every(isCount)) return { refused: "not-a-count" };
  const upheld = outcomes.upheld + outcomes.partly_upheld;
  return proportion(upheld, upheld + outcomes.not_upheld + (outcomes.not_determinable ?? 0));
}

/** What became of first proposals: those without an answer yet or ever are no decision. */
export type FirstProposals = { accepted: number; declined: number; unanswered: number };

export type Acceptance = {
  /** Accepted of those with a decision (STANDARDS §4.2): 10 of 13, 76.9 %. */
  accepted: Proportion | NoProportion;
  /** Of all first proposals. */
  unanswered: Proportion | NoProportion;
};

export const firstProposalAcceptance = ({ accepted, declined, unanswered }: FirstProposals): Acceptance => ({
  accepted: proportion(accepted, accepted + declined),
  unanswered: proportion(unanswered, accepted + declined + unanswered),
});
