import type { Desk } from "../../record/desk.ts";
import type { NoBacklog } from "../../core/statistics/backlog.ts";
import type { Tx } from "../../engine/database/database.ts";
import { responsible } from "../../organisation/office/people.ts";
import { tell } from "../../organisation/office/notices.ts";

/** Keeps why a period has no report, and tells those who stand in for what goes wrong, once. */
export async function refuse(
  tx: Tx,
  desk: Desk,
  period: string,
  because: NoBacklog,
): Promise<{ made: "refused"; because: NoBacklog }> {
  const now = desk.now();
  const row = { refused: JSON.stringify(because), refused_at: now };
  await tx
    .insertInto("report_refusal")
    .values({ period, ...row })
    .onConflict((conflict) => conflict.column("period").doUpdateSet(row))
    .execute();
  const { contacts } = await responsible(tx);
  await tell(tx, desk, contacts, { kind: "report_refused", subject: period, facts: { period } });
  return { made: "refused", because };
}
