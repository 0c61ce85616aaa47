import { addBusinessDays, type Calendar } from "../calendar/calendar.ts";
import type { ActionFact, ImprovementAction, Links, PlannedCheck, Target } from "./action.ts";
import type { Counted } from "./judging.ts";
import { judge } from "./judging.ts";
import { lengthOf, windowsAround, type Window } from "./window.ts";

type Said = { ownerId: string; dueOn: string; links: Links };
export type ActionCommand =
  | ({ do: "open"; complaints: string[]; reviewId?: string } & Said)
  | ({ do: "change" } & Said)
  | { do: "link" | "unlink"; complaintId: string }
  | { do: "note" }
  | { do: "add-evidence"; as: "text" | "file" }
  | { do: "finish"; effectiveOn: string; check?: { target: Target; window: Window } }
  | { do: "check"; counted: Counted; ids: string[] }
  | { do: "extend"; length: number }
  | { do: "verify" }
  | { do: "reopen"; dueOn: string }
  | { do: "recur"; complaintId: string }
  | { do: "cancel" };

export const actionRefusals = [
  "action-ended",
  "action-not-done",
  "check-too-early",
  "check-missing",
  "check-decided",
  "window-not-longer",
  "own-action",
] as const;
export type ActionRefusal = (typeof actionRefusals)[number];

/** After the last day that is counted there are so many business days for the causes to be found and for the check. */
const daysToCheck = 10;
/** A cause that came back is looked at within a month. */
const daysAfterRecurrence = 30;

export type Around = { today: string; by: string; calendar: Calendar };

/** What follows from a command; nothing when it changes nothing. @throws OutsideCalendar */
export function decideAction(
  command: ActionCommand,
  state: ImprovementAction | undefined,
  around: Around,
): ActionFact[] | { refused: ActionRefusal } {
  if (command.do === "open") {
    const { do: _, ...data } = command;
    return [{ kind: "opened", data }];
  }
  const action = state!;
  const { status, check, verdict } = action;
  const live = status === "open" || status === "done";
  switch (command.do) {
    case "change": {
      const { do: _, ...data } = command;
      return live ? [{ kind: "changed", data }] : refuse("action-ended");
    }
    case "link":
    case "unlink": {
      const { complaintId } = command;
      if (status === "cancelled") return refuse("action-ended");
      if (action.complaints.includes(complaintId) === (command.do === "link")) return [];
      return [{ kind: command.do === "link" ? "linked" : "unlinked", data: { complaintId } }];
    }
    case "note":
      return [{ kind: "noted", data: {} }];
    case "add-evidence":
      return status === "cancelled"
        ? refuse("action-ended")
        : [{ kind: "evidence_added", data: { evidence: action.evidence + 1, as: command.as } }];
    case "finish": {
      if (status !== "open") return refuse("action-ended");
      const { effectiveOn } = command;
      const planned = command.check && {
        check: plan(effectiveOn, command.check.target, command.check.window, around.calendar),
      };
      return [{ kind: "done", data: { effectiveOn, ...planned } }];
    }
    case "check": {
      if (status !== "done" || !check) return refuse("action-not-done");
      if (verdict) return refuse("check-decided");
      if (around.today < check.checkFrom) return refuse("check-too-early");
      const result = { ...judge(command.counted), ...command.counted, window: check.window };
      return [{ kind: "checked", data: { result, counted: command.ids } }];
    }
    case "extend": {
      if (status !== "done" || !check) return refuse("action-not-done");
      if (verdict !== "not_shown") return refuse(verdict ? "check-decided" : "check-missing");
      const window = { ...check.window, length: command.length };
      if (window.length <= check.window.length) return refuse("window-not-longer");
      return [
        {
          kind: "extended",
          data: { check: plan(action.effectiveOn!, check.target, window, around.calendar) },
        },
      ];
    }
    case "verify":
      if (status !== "done") return refuse("action-not-done");
      // What is said to be checked is checked first, so that nobody verifies past the numbers.
      if (check && !verdict) return refuse("check-missing");
      return action.ownerId === around.by ? refuse("own-action") : [{ kind: "verified", data: {} }];
    case "reopen":
      if (status === "open") return refuse("action-not-done");
      return [{ kind: "reopened", data: { dueOn: command.dueOn } }];
    case "recur": {
      const { complaintId } = command;
      if (status !== "verified" || verdict !== "effective" || action.counted.includes(complaintId)) return [];
      const dueOn = Temporal.PlainDate.from(around.today).add({ days: daysAfterRecurrence }).toString();
      return [{ kind: "recurred", data: { dueOn, complaintId } }];
    }
    case "cancel":
      return live ? [{ kind: "cancelled", data: {} }] : refuse("action-ended");
  }
}

const refuse = (refused: ActionRefusal) => ({ refused });

/** When it can be counted, and by when it must have been. */
export function plan(effectiveOn: string, target: Target, window: Window, calendar: Calendar): PlannedCheck {
  const { before, after } = windowsAround(effectiveOn, window);
  const last = Temporal.PlainDate.from(after.to);
  return {
    target,
    window,
    before,
    after,
    checkFrom: last.add({ days: 1 }).toString(),
    checkDueOn: addBusinessDays(calendar, last, daysToCheck).toString(),
  };
}

/** Both stretches as far as they have passed by a day: what can be counted so far. */
export function soFar({ before, after }: PlannedCheck, today: string): { before: number; after: number } {
  const to = after.to < today ? after.to : today;
  return { before: lengthOf(before), after: to < after.from ? 0 : lengthOf({ from: after.from, to }) };
}
