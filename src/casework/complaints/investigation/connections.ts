import type { Person } from "../../../core/access/access.ts";
import type { RepeatKind } from "../../../core/complaint/investigation/facts.ts";
import type { Desk } from "../../../record/desk.ts";
import type { Telling } from "./telling.ts";
import type { InvestigationView } from "./views.ts";
import { visibleTo } from "../queries/visible.ts";

/** What a person confirmed of this complaint and others, in both directions, as far as the asker may see the others. */
export async function connections(
  { db }: Desk,
  who: Person,
  complaintId: string,
  told: Telling,
): Promise<Pick<InvestigationView, "repeats" | "repeatedBy">> {
  const rows = await db
    .selectFrom("complaint_repeat as repeat")
    .innerJoin("complaint", (join) =>
      join.on((on) =>
        on.or([
          on.and([
            on("repeat.complaint_id", "=", complaintId),
            on("complaint.id", "=", on.ref("repeat.of_id")),
          ]),
          on.and([
            on("repeat.of_id", "=", complaintId),
            on("complaint.id", "=", on.ref("repeat.complaint_id")),
          ]),
        ]),
      ),
    )
    .select(["repeat.complaint_id", "repeat.kind", "complaint.id", "complaint.reference"])
    .where(visibleTo(who))
    .orderBy("complaint.received_at")
    .execute();
  const reasons = new Map(told("RepeatConfirmed").map(({ data, words }) => [data.of, words.reason]));
  const view = ({ id, reference, kind }: { id: string; reference: string; kind: string }) => ({
    id,
    reference,
    kind: kind as RepeatKind,
  });
  return {
    repeats: rows
      .filter(({ complaint_id }) => complaint_id === complaintId)
      .map((row) => ({ ...view(row), ...(reasons.get(row.id) && { reason: reasons.get(row.id)! }) })),
    repeatedBy: rows.filter(({ complaint_id }) => complaint_id !== complaintId).map(view),
  };
}
