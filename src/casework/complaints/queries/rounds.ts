import type { Proposal } from "../../../core/complaint/state.ts";
import type { ProposalChanges } from "../proposal-views.ts";
import { compareMeasures, type Described } from "../../../core/complaint/comparing.ts";

type Shown = Pick<Proposal, "number" | "status"> & { measures: Described[] };

/** The customer had it: a draft that was replaced is no round of its own. */
const told = ({ status }: Shown) => status === "sent" || status === "accepted" || status === "declined";

/** Each proposal with what it offers otherwise than the one that the customer had before. */
export const withChanges = <P extends Shown>(proposals: P[]): (P & { changes?: ProposalChanges })[] =>
  proposals.map((proposal, index) => {
    const before = proposals.slice(0, index).findLast(told);
    return before
      ? {
          ...proposal,
          changes: { since: before.number, ...compareMeasures(before.measures, proposal.measures) },
        }
      : proposal;
  });
