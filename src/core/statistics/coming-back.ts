import { addMonths, daysBetween } from "./month.ts";
import { proportion, type NoProportion, type Proportion } from "./proportion.ts";

/** A complaint as the register knows it. Dates are local; an anonymous person cannot be met again. */
export type Case = {
  reference: string;
  receivedOn: string;
  closedOn?: string;
  reopenedOn?: string;
  person?: string;
  issue?: string;
};

/** Only cases closed three months before have had their 90 days by the end of the month: 30 November to 28 February. */
export const maturedMonth = (month: string): string => addMonths(month, -3);

/**
 * The share of a month's closed cases that came back within 90 days, reopened or as a new complaint of the same person
 * about the same issue (STANDARDS §4.2). 2 of 12: 16.7 %, 4.7 to 44.8 %. Both have the same 90 days, so that a case
 * closed early in the month has no longer to come back than one closed late.
 */
export function comeBackRate(
  cases: readonly Case[],
  closedMonth: string,
  within = 90,
): (Proportion & { references: string[] }) | NoProportion {
  const soonAfter = (closedOn: string, date: string | undefined) =>
    date !== undefined && daysBetween(closedOn, date) >= 0 && daysBetween(closedOn, date) <= within;
  const cohort = cases.filter(({ closedOn }) => closedOn?.startsWith(`${closedMonth}-`));
  const back = cohort.filter(
    (each) =>
      soonAfter(each.closedOn!, each.reopenedOn) ||
      cases.some((other) => isRepeat(each, other) && soonAfter(each.closedOn!, other.receivedOn)),
  );
  const share = proportion(back.length, cohort.length);
  return "refused" in share ? share : { ...share, references: back.map(({ reference }) => reference) };
}

const isRepeat = (first: Case, later: Case): boolean =>
  later.reference !== first.reference &&
  first.person !== undefined &&
  later.person === first.person &&
  first.issue !== undefined &&
  later.issue === first.issue;

/** What a complaint was about, as far as actions are concerned. */
export type Caused = { receivedOn: string; cause: string; target: string; severity: number };

export type Recurrence = {
  /** Days after the action took effect. */
  day: number;
  severity: number;
};

/** Complaints of the same root cause and target, received after the day on which the action took effect, in order. */
export const recurrencesOf = (
  complaints: readonly Caused[],
  action: { cause: string; target: string; effectiveOn: string },
): Recurrence[] =>
  complaints
    .filter(({ cause, target }) => cause === action.cause && target === action.target)
    .map(({ receivedOn, severity }) => ({ day: daysBetween(action.effectiveOn, receivedOn), severity }))
    .filter(({ day }) => day > 0)
    .toSorted((a, b) => a.day - b.day);
