import type { Desk } from "../../record/desk.ts";
import type { Staff } from "../../core/access/access.ts";

/** Letters that have stopped and that a person may let go again. */
export const stopped = ["failed", "suppressed"] as const;

/** Sends stopped letters after all: the same bytes, whatever a cap says, in the name of whoever decided it. */
export async function release(desk: Desk, who: Staff, letterIds: readonly string[]): Promise<number> {
  if (letterIds.length === 0) return 0;
  return desk.db.transaction().execute(async (tx) => {
    const released = await tx
      .updateTable("letter")
      .set({ state: "queued", released_by: who.id, attempts: 0, next_attempt_at: null })
      .where("id", "in", letterIds)
      .where("state", "in", stopped)
      .returning("id")
      .execute();
    for (const { id } of released) await desk.queue.add(tx, "send-letter", { letterId: id });
    return released.length;
  });
}
