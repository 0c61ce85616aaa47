import type { FindingOutcome } from "./events.ts";
import type { Complaint } from "./state.ts";

type Found = { outcome: FindingOutcome; rootCause?: string };

/** What was found on each allegation that still stands, and on what was not named as one. */
const foundIn = ({
  investigation,
  unnamedFindings,
}: Pick<Complaint, "investigation" | "unnamedFindings">) => [
  ...unnamedFindings,
  ...investigation.allegations.flatMap(({ ended, finding }): Found[] => (ended || !finding ? [] : [finding])),
];

/** Several points, one outcome: upheld when all are, not upheld when none is, else partly (STANDARDS §5, 38). */
export function outcomeOf(
  state: Pick<Complaint, "investigation" | "unnamedFindings">,
): FindingOutcome | undefined {
  const outcomes = new Set(foundIn(state).map(({ outcome }) => outcome));
  if (outcomes.size === 0) return undefined;
  if (outcomes.size === 1) return [...outcomes][0]!;
  return outcomes.has("upheld") || outcomes.has("partly_upheld") ? "partly_upheld" : "not_upheld";
}

/** Why it happened: the cause of the first point that was upheld, else of the first that names one. */
export function rootCauseOf(state: Pick<Complaint, "investigation" | "unnamedFindings">): string | undefined {
  const found = foundIn(state).filter(({ rootCause }) => rootCause !== undefined);
  const upheld = found.find(({ outcome }) => outcome === "upheld" || outcome === "partly_upheld");
  return (upheld ?? found[0])?.rootCause;
}
