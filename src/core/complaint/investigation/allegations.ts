import type { Circumstances, Command, Refusal } from "../commands.ts";
import type { ComplaintEvent } from "../events.ts";
import type { Allegation, Investigation } from "./state.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

export const addAllegation = (
  { allegation, said }: Doing<"add-allegation">,
  { allegations }: Investigation,
  { actor: by }: Circumstances,
): ComplaintEvent[] => [
  {
    type: "AllegationAdded",
    data: { allegation: allegations.length + 1, said, by },
    words: { allegation },
  },
];

/** A finding answers the words as they were, so from then on they stay. */
export function rewordAllegation(
  { number, allegation }: Doing<"reword-allegation">,
  state: Investigation,
  { actor: by }: Circumstances,
): ComplaintEvent[] | Refusal {
  const open = openAllegation(state, number);
  if ("refused" in open) return open;
  return [{ type: "AllegationReworded", data: { allegation: number, by }, words: { allegation } }];
}

export function mergeAllegation(
  { number, into, reason }: Doing<"merge-allegation">,
  state: Investigation,
  { actor: by }: Circumstances,
): ComplaintEvent[] | Refusal {
  if (number === into) return { refused: "allegation-into-itself", field: "into" };
  const open = openAllegation(state, number);
  if ("refused" in open) return open;
  const other = present(state, into, "into");
  if ("refused" in other) return other;
  return [{ type: "AllegationMerged", data: { allegation: number, into, by }, words: { reason } }];
}

export function withdrawAllegation(
  { number, reason }: Doing<"withdraw-allegation">,
  state: Investigation,
  { actor: by }: Circumstances,
): ComplaintEvent[] | Refusal {
  const open = openAllegation(state, number);
  if ("refused" in open) return open;
  return [{ type: "AllegationWithdrawn", data: { allegation: number, by }, words: { reason } }];
}

/** One that can have a finding: neither merged nor withdrawn. */
export function present(
  { allegations }: Investigation,
  number: number,
  field = "allegation",
): Allegation | Refusal {
  const allegation = allegations.find((each) => each.number === number);
  if (!allegation) return { refused: "unknown-allegation", field };
  return allegation.ended ? { refused: "allegation-ended", field } : allegation;
}

function openAllegation(state: Investigation, number: number): Allegation | Refusal {
  const allegation = present(state, number);
  if ("refused" in allegation) return allegation;
  return allegation.finding ? { refused: "allegation-has-finding", field: "allegation" } : allegation;
}
