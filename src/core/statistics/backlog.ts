import { isCount, type Refused } from "./figure.ts";

/** The complaints of one month. Withdrawn ones are among the closed. */
export type Backlog = {
  openBefore: number;
  received: number;
  reopened: number;
  closed: number;
  withdrawn?: number;
  openAfter: number;
};

/** A backlog that does not add up stops the report: somewhere a complaint was lost or counted twice. */
export type NoBacklog =
  | Refused<"not-a-count" | "more-withdrawn-than-closed">
  | (Refused<"backlog-does-not-add-up"> & { expected: number; found: number });

/** Open before + received + reopened − closed = open after (STANDARDS §4.2): 6 + 14 + 1 − 15 = 6. */
export function checkBacklog(backlog: Backlog): Backlog | NoBacklog {
  const { openBefore, received, reopened, closed, withdrawn = 0, openAfter } = backlog;
  if (![openBefore, received, reopened, closed, withdrawn, openAfter].every(isCount))
    return { refused: "not-a-count" };
  if (withdrawn > closed) return { refused: "more-withdrawn-than-closed" };
  const expected = openBefore + received + reopened - closed;
  return expected === openAfter
    ? backlog
    : { refused: "backlog-does-not-add-up", expected, found: openAfter };
}
