import type { Figures } from "../contract.ts";
import { groupsOf } from "./groups.ts";
import type { Line, Telling } from "./line.ts";

const chosen = [
  "backlog.received",
  "backlog.openAfter",
  "rate.rate",
  "promises.proposal",
  "firstProposals.accepted",
  "satisfaction.handling",
];

/** The few figures that are looked for first, where they are to be had. */
export function glanceOf(figures: Figures, telling: Telling): Line[] {
  const lines = groupsOf(figures, telling).flatMap((group) => group.lines);
  return chosen.flatMap((figure) =>
    lines.filter((line) => line.figure === figure && line.value !== undefined),
  );
}
