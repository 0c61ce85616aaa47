import { sql } from "kysely";
import type { Desk } from "../../record/desk.ts";
import { firstRun } from "../../engine/queue/periods.ts";
import { todayOf } from "./actions.ts";
import { managers, tellOf, type ActionNews } from "./telling.ts";

/** So many days before an action is due its owner is reminded. */
const daysBefore = 7;

/**
 * Once a day: reminds owners of what is due within a week, and owners and managers of what is overdue or has to be
 * checked. Each is told once for each date, so a missed day or a second node changes nothing.
 */
export async function remindOfActions(desk: Desk): Promise<void> {
  const today = await todayOf(desk);
  await desk.db.transaction().execute(async (tx) => {
    if (!(await firstRun(tx, "actions", today, desk.now()))) return;
    const soon = Temporal.PlainDate.from(today).add({ days: daysBefore }).toString();
    const rows = await tx
      .selectFrom("improvement_action")
      .select(["id", "number", "owner_id", "status", "due_on", "check_due_on"])
      .where(
        sql<boolean>`(status = 'open' and due_on <= ${soon})
          or (status = 'done' and verdict is null and check_from <= ${today})`,
      )
      .orderBy("number")
      .execute();
    if (rows.length === 0) return;
    const deciding = await managers(tx);
    for (const { id, number, owner_id, status, due_on, check_due_on } of rows) {
      const about = (news: ActionNews["news"], on: string) => ({ actionId: id, number, news, on });
      if (status === "done")
        await tellOf(tx, desk, [owner_id, ...deciding], about("check_due", check_due_on!));
      else if (due_on < today) await tellOf(tx, desk, [owner_id, ...deciding], about("overdue", due_on));
      else await tellOf(tx, desk, [owner_id], about("due_soon", due_on));
    }
  });
}
