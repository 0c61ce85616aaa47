import { sql } from "kysely";
import type { Desk } from "../../record/desk.ts";
import { carry } from "./changing.ts";
import { lockAction } from "./storing.ts";
import { managers, tellOf } from "./telling.ts";

/** So many at once; the next minute finds the rest. */
const batch = 100;

/**
 * Opens every action again whose cause came back after an effective verdict: a complaint of the same target, received
 * after it took effect, that the verdict did not know. The action is looked at again under its lock, so a second run or
 * node finds it open and does nothing.
 */
export async function reopenRecurred(desk: Desk): Promise<number> {
  const { zone } = await desk.policyAt(desk.now());
  const { rows } = await sql<{ id: string; complaint_id: string }>`
    select distinct on (action.id) action.id, complaint.id as complaint_id
    from improvement_action action join complaint on complaint.root_cause = action.target_cause
      and (action.target_programme is null or complaint.programme = action.target_programme)
      and (action.target_category is null or complaint.category = action.target_category)
      and complaint.received_at >= (action.effective_on + 1)::timestamp at time zone ${zone}
      and complaint.id <> all (action.counted)
    where action.status = 'verified' and action.verdict = 'effective'
    order by action.id, complaint.received_at
    limit ${batch}`.execute(desk.db);
  for (const { id, complaint_id } of rows) await reopen(desk, id, complaint_id);
  return rows.length;
}

const system = { kind: "system", id: "improvement" } as const;

async function reopen(desk: Desk, id: string, complaintId: string): Promise<void> {
  await desk.db.transaction().execute(async (tx) => {
    const before = (await lockAction(tx, id))!;
    await carry(tx, desk, system, id, before, { do: "recur", complaintId }, new Map());
    const after = (await lockAction(tx, id))!;
    if (after.version === before.version) return;
    const { number } = await tx
      .selectFrom("improvement_action")
      .select("number")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const news = { actionId: id, number, news: "recurred", on: after.dueOn } as const;
    await tellOf(tx, desk, [after.ownerId, ...(await managers(tx))], news);
  });
}
