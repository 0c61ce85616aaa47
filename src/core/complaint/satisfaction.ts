import type { Command, Refusal } from "./commands.ts";
import type { ComplaintEvent, Via } from "./events.ts";
import type { Complaint } from "./state.ts";

export const scores = [1, 2, 3, 4, 5] as const;
/** 1 very dissatisfied … 5 very satisfied. */
export type Score = (typeof scores)[number];

/** How it was dealt with, and what came of it: two answers, each of which may be left out (STANDARDS §4.2, 9). */
export type Satisfaction = { handling?: Score; result?: Score };

/**
 * Asked where the customer already is: on the page of the follow-up after the answer, or in the call in which it is given.
 * Never in a letter: a survey by email is advertising, which needs consent (BGH VI ZR 225/17).
 */
export function giveSatisfaction(
  { via, at, ...said }: Extract<Command, { do: "give-satisfaction" }>,
  { satisfaction }: Complaint,
): ComplaintEvent[] | Refusal {
  if (satisfaction === "given") return { refused: "satisfaction-given" };
  if (satisfaction !== "asked") return { refused: "not-followed-up" };
  return satisfactionFact(said, via, at);
}

export function satisfactionFact(
  { handling, result }: Satisfaction,
  via: Via,
  at: string,
): ComplaintEvent[] | Refusal {
  if (handling === undefined && result === undefined) return [];
  if (via === "email" || via === "post") return { refused: "satisfaction-by-letter", field: "via" };
  const data = { via, at, ...(handling && { handling }), ...(result && { result }) };
  return [{ type: "SatisfactionGiven", data }];
}
