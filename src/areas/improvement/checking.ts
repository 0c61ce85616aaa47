import type { No } from "../../operations.ts";
import type { Person } from "../../core/access/access.ts";
import type { Tx } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import type { ImprovementAction } from "../../core/improvement/action.ts";
import type { ActionCommand } from "../../core/improvement/deciding.ts";
import type { CheckSoFar } from "./contract.ts";
import { foldAction } from "../../core/improvement/action.ts";
import { judge } from "../../core/improvement/judging.ts";
import { actionVisible, todayOf } from "./actions.ts";
import { countEffect } from "./counting.ts";
import { factsOf } from "./storing.ts";

/** The command that records what is counted in this very transaction. */
export async function countNow(tx: Tx, desk: Desk, action: ImprovementAction): Promise<ActionCommand | No> {
  const { check, effectiveOn } = action;
  if (!check || !effectiveOn) return { kind: "conflict", code: "action-not-done" };
  const { zone } = await desk.policyAt(desk.now(), tx);
  const { ids, ...counted } = await countEffect(tx, check, effectiveOn, { zone, upTo: check.after.to });
  return { do: "check", counted, ids };
}

/** What would be found now: days that are not over are not counted. */
export async function checkSoFar(desk: Desk, who: Person, id: string): Promise<{ ok: CheckSoFar } | No> {
  if (!(await actionVisible(desk.db, who, id))) return { kind: "unknown" };
  const { check, effectiveOn } = foldAction((await factsOf(desk.db, [id])).get(id) ?? []) ?? {};
  if (!check || !effectiveOn) return { kind: "conflict", code: "action-not-done" };
  const today = await todayOf(desk);
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  const { zone } = await desk.policyAt(desk.now());
  const { ids: _, ...counted } = await countEffect(desk.db, check, effectiveOn, { zone, upTo: yesterday });
  return {
    ok: {
      check,
      ...counted,
      recurrences: [...counted.recurrences],
      ...(counted.after.days > 0 && { judgement: judge(counted) }),
      ready: today >= check.checkFrom,
    },
  };
}
