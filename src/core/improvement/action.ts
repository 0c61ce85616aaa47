import type { Verdict } from "../statistics/effectiveness.ts";
import type { Counted, Judgement } from "./judging.ts";
import type { Days, Window } from "./window.ts";

export const actionStatuses = ["open", "done", "verified", "cancelled"] as const;
export type ActionStatus = (typeof actionStatuses)[number];

/** Which complaints are counted: of one cause, and of one programme, one category, or all of them. */
export type Target = { rootCause: string; programme?: string; category?: string };

/** What was agreed when the action was done: dates are computed once and frozen in the fact. */
export type PlannedCheck = {
  target: Target;
  window: Window;
  before: Days;
  after: Days;
  /** The first day on which it can be counted, and the last that is in time. */
  checkFrom: string;
  checkDueOn: string;
};

export type CheckResult = Judgement & Counted & { window: Window };

export type Links = {
  rootCause?: string;
  category?: string;
  programme?: string;
  issueId?: string;
};

/** What happened to an action; codes and dates only, its words lie beside it. */
export type ActionFact =
  | {
      kind: "opened";
      data: { ownerId: string; dueOn: string; links: Links; complaints: string[]; reviewId?: string };
    }
  | { kind: "changed"; data: { ownerId: string; dueOn: string; links: Links } }
  | { kind: "linked" | "unlinked"; data: { complaintId: string } }
  | { kind: "noted"; data: object }
  | { kind: "evidence_added"; data: { evidence: number; as: "text" | "file" } }
  | { kind: "done"; data: { effectiveOn: string; check?: PlannedCheck } }
  | { kind: "checked"; data: { result: CheckResult; counted: string[] } }
  | { kind: "extended"; data: { check: PlannedCheck } }
  | { kind: "verified"; data: object }
  | { kind: "reopened"; data: { dueOn: string } }
  /** A complaint of the target came after an effective verdict; nobody of us reopened it. */
  | { kind: "recurred"; data: { dueOn: string; complaintId: string } }
  | { kind: "cancelled"; data: object };

export const actionFactKinds = [
  "opened",
  "changed",
  "linked",
  "unlinked",
  "noted",
  "evidence_added",
  "done",
  "checked",
  "extended",
  "verified",
  "reopened",
  "recurred",
  "cancelled",
] as const satisfies readonly ActionFact["kind"][];

/** A fact with the office's date on which it was recorded. */
export type DatedActionFact = ActionFact & { version: number; on: string };

export type ImprovementAction = {
  version: number;
  /** The version whose words title and description are. */
  wordedAt: number;
  status: ActionStatus;
  ownerId: string;
  openedOn: string;
  dueOn: string;
  links: Links;
  reviewId?: string;
  complaints: readonly string[];
  evidence: number;
  /** When it was done or given up, while it still is. */
  closedOn?: string;
  effectiveOn?: string;
  check?: PlannedCheck;
  checkedOn?: string;
  verdict?: Verdict;
  counted: readonly string[];
};

export function evolveAction(state: ImprovementAction | undefined, fact: DatedActionFact): ImprovementAction {
  const { version, on } = fact;
  if (fact.kind === "opened") {
    const { ownerId, dueOn, links, complaints, reviewId } = fact.data;
    return {
      version,
      wordedAt: version,
      status: "open",
      ownerId,
      openedOn: on,
      dueOn,
      links,
      ...(reviewId && { reviewId }),
      complaints,
      evidence: 0,
      counted: [],
    };
  }
  const action = { ...state!, version };
  switch (fact.kind) {
    case "changed":
      return { ...action, ...fact.data, wordedAt: version };
    case "linked":
      return { ...action, complaints: [...action.complaints, fact.data.complaintId] };
    case "unlinked":
      return { ...action, complaints: action.complaints.filter((id) => id !== fact.data.complaintId) };
    case "evidence_added":
      return { ...action, evidence: fact.data.evidence };
    case "noted":
      return action;
    case "done":
      return { ...action, status: "done", closedOn: on, ...fact.data };
    case "checked": {
      const { result, counted } = fact.data;
      const status = result.verdict === "effective" ? "verified" : "done";
      return { ...action, status, checkedOn: on, verdict: result.verdict, counted };
    }
    case "extended":
      return { ...unchecked(action), check: fact.data.check };
    case "verified":
      return { ...action, status: "verified" };
    case "reopened":
    case "recurred":
      return { ...undone(action), status: "open", dueOn: fact.data.dueOn };
    case "cancelled":
      return { ...undone(action), status: "cancelled", closedOn: on };
  }
}

/** The verdict that was stays in the facts; it speaks no longer for the action. */
function unchecked({ checkedOn: _, verdict: __, ...action }: ImprovementAction): ImprovementAction {
  return { ...action, counted: [] };
}

function undone(action: ImprovementAction): ImprovementAction {
  const { closedOn: _, effectiveOn: __, check: ___, ...open } = unchecked(action);
  return open;
}

export const foldAction = (facts: readonly DatedActionFact[]): ImprovementAction | undefined =>
  facts.reduce<ImprovementAction | undefined>(evolveAction, undefined);
