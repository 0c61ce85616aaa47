import { sql } from "kysely";
import type { Db } from "../../engine/database/database.ts";
import type { Action } from "../../core/statistics/actions.ts";
import type { Verdict } from "../../core/statistics/effectiveness.ts";
import type { CheckResult, Target } from "../../core/improvement/action.ts";
import { foldAction } from "../../core/improvement/action.ts";
import { factsOf } from "./storing.ts";

/** For reports: every action as it was known at the end of a local day ("2026-10-31"), also when it is another by now. */
export async function actionsForReport(db: Db, asOfDate: string): Promise<readonly Action[]> {
  const all = await factsOf(db, "all", asOfDate);
  return [...all.values()].map((facts) => {
    const { openedOn, dueOn, closedOn, check, checkedOn, verdict } = foldAction(facts)!;
    return {
      openedOn,
      dueOn,
      ...(closedOn && { closedOn }),
      ...(check && { checkDueOn: check.checkDueOn }),
      ...(checkedOn && { checkedOn }),
      ...(verdict && { verdict }),
    };
  });
}

export type RecordedEffect = {
  actionId: string;
  number: number;
  recordedAt: string;
  effectiveOn: string;
  target: Target;
  verdict: Verdict;
  result: CheckResult;
};

/** For reports: the verdicts that were recorded from one instant until just before another, as they were then. */
export async function effectsBetween(db: Db, from: string, before: string): Promise<RecordedEffect[]> {
  const rows = await db
    .selectFrom("improvement_fact")
    .innerJoin("improvement_action", "improvement_action.id", "improvement_fact.action_id")
    .select(["improvement_fact.action_id", "improvement_fact.version", "number", "recorded_at"])
    .where("kind", "=", "checked")
    .where("recorded_at", ">=", from)
    .where("recorded_at", "<", before)
    .orderBy("recorded_at")
    .execute();
  const facts = await factsOf(
    db,
    rows.map(({ action_id }) => action_id),
  );
  return rows.flatMap(({ action_id, version, number, recorded_at }) => {
    const known = facts.get(action_id)!.filter((fact) => fact.version <= version);
    const fact = known.at(-1)!;
    // As it stood when it was counted.
    const { check, effectiveOn } = foldAction(known.slice(0, -1))!;
    if (fact.kind !== "checked" || !check || !effectiveOn) return [];
    const { result } = fact.data;
    return [
      {
        actionId: action_id,
        number,
        recordedAt: recorded_at,
        effectiveOn,
        target: check.target,
        verdict: result.verdict,
        result,
      },
    ];
  });
}

/** What says how an action stands; a link to a complaint does not. */
const statuses = ["noted", "changed", "evidence_added", "done", "checked", "extended", "reopened"];

/**
 * For the review of a month: what earlier reviews decided and is still open, and whether nobody has said anything about
 * it since the last of them was signed.
 */
export async function silentActions(
  db: Db,
  reviews: readonly string[],
  since: string | undefined,
): Promise<{ id: string; number: number; silent: boolean }[]> {
  if (reviews.length === 0) return [];
  const rows = await db
    .selectFrom("improvement_action")
    .select(["id", "number"])
    .select(({ selectFrom }) =>
      selectFrom("improvement_fact")
        .whereRef("action_id", "=", "improvement_action.id")
        .where("kind", "in", statuses)
        .where("recorded_at", ">", since ?? "-infinity")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .as("said"),
    )
    .where("review_id", "in", [...reviews])
    .where("status", "=", "open")
    .orderBy("number")
    .execute();
  return rows.map(({ id, number, said }) => ({ id, number, silent: said === 0 }));
}

/**
 * Complaints received in a span of the root cause and target of an action that had taken effect before: what was put
 * right, and came again (STANDARDS §4.2, figure 8). One that recurs in spite of two actions is one.
 */
export async function recurrencesBetween(
  db: Db,
  from: string,
  before: string,
  zone: string,
): Promise<number> {
  const { rows } = await sql<{ complaints: number }>`
    select count(distinct complaint.id) as complaints
    from improvement_fact fact
      join complaint on complaint.root_cause = fact.data->'check'->'target'->>'rootCause'
        and coalesce(fact.data->'check'->'target'->>'programme', complaint.programme, '') = coalesce(complaint.programme, '')
        and coalesce(fact.data->'check'->'target'->>'category', complaint.category, '') = coalesce(complaint.category, '')
        and complaint.received_at >= ((fact.data->>'effectiveOn')::date + 1)::timestamp at time zone ${zone}
    where fact.kind = 'done' and complaint.received_at >= ${from} and complaint.received_at < ${before}`.execute(
    db,
  );
  return rows[0]!.complaints;
}
