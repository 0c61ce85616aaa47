import type { Complaint, Opening } from "./state.ts";

/** What is open is open no more, from then on. */
export const ended = (
  state: Complaint,
  closedAt: string,
  closedAs: NonNullable<Opening["closedAs"]>,
): Complaint => ({
  ...state,
  openings: state.openings.map((each) =>
    each.closedAt === undefined ? { ...each, closedAt, closedAs } : each,
  ),
});

/** What was never closed is not open twice, though its clocks begin anew. */
export const openedAgain = (state: Complaint, openedAt: string, because: Opening["because"]): Complaint =>
  state.openings.at(-1)?.closedAt === undefined
    ? state
    : { ...state, openings: [...state.openings, { openedAt, because }] };
