import { sql } from "kysely";
import type { Desk } from "../../record/desk.ts";
import { tell } from "../../organisation/office/notices.ts";
import { caretakers } from "../../organisation/office/people.ts";

/** Tells administrators and escalation contacts, once, that the database ended under this node and was started again. */
export function openRestartWatch(desk: Desk): () => Promise<void> {
  let known: string | undefined;
  return async () => {
    const { rows } = await sql<{ at: string }>`select pg_postmaster_start_time() as at`.execute(desk.db);
    const startedAt = rows[0]!.at;
    const before = known;
    if (before !== undefined && before !== startedAt)
      await desk.db.transaction().execute(async (tx) => {
        await tell(tx, desk, await caretakers(tx), {
          kind: "database",
          subject: startedAt,
          facts: { startedAt },
        });
      });
    // Only now: who could not be told is told the next time.
    known = startedAt;
  };
}
