import type { Refused } from "./figure.ts";
import type { Verdict } from "./effectiveness.ts";
import { daysBetween } from "./month.ts";
import { proportion, type NoProportion, type Proportion } from "./proportion.ts";
import { median } from "./times.ts";

/** An improvement action, with local dates ("2026-11-30"). */
export type Action = {
  openedOn: string;
  dueOn: string;
  closedOn?: string;
  /** By when its effect must have been checked, when it was, and what was found. */
  checkDueOn?: string;
  checkedOn?: string;
  verdict?: Verdict;
};

export type ActionStatus = Record<"open" | "overdue" | "closed" | Verdict, number> & {
  /** Days since they were opened, of those still open. */
  medianAge: number | Refused<"no-values" | "not-a-number">;
  /** Of the checks that have fallen due, those done by then. */
  checkedInTime: Proportion | NoProportion;
};

/** The actions at the end of a day (STANDARDS §4.2). Overdue ones are among the open, verdicts among the closed. */
export function actionStatus(actions: readonly Action[], asOf: string): ActionStatus {
  const by = (date: string | undefined, day = asOf) => date !== undefined && date <= day;
  const known = actions.filter(({ openedOn }) => by(openedOn));
  const closed = known.filter(({ closedOn }) => by(closedOn));
  const open = known.filter(({ closedOn }) => !by(closedOn));
  const due = known.filter(({ checkDueOn }) => by(checkDueOn));
  const found = (verdict: Verdict) =>
    known.filter((each) => each.verdict === verdict && by(each.checkedOn)).length;
  return {
    open: open.length,
    overdue: open.filter(({ dueOn }) => dueOn < asOf).length,
    closed: closed.length,
    effective: found("effective"),
    not_shown: found("not_shown"),
    ineffective: found("ineffective"),
    medianAge: median(open.map(({ openedOn }) => daysBetween(openedOn, asOf))),
    checkedInTime: proportion(
      due.filter(({ checkedOn, checkDueOn }) => by(checkedOn, checkDueOn)).length,
      due.length,
    ),
  };
}
