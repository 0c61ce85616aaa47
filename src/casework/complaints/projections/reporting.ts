import type { Complaint } from "../../../core/complaint/state.ts";
import type { Tx } from "../../../engine/database/database.ts";
import type { Change, Step } from "../../../record/journal/journal.ts";
import { outcomeOf, rootCauseOf } from "../../../core/complaint/outcome.ts";

/** What the report counts of a complaint, beside what the register shows. */
export function reportedOf(state: Complaint) {
  const first = state.proposals.find(({ sentAt }) => sentAt !== undefined);
  const decided = first?.status === "accepted" || first?.status === "declined" ? first.status : null;
  return {
    recorded_at: state.recordedAt,
    outcome: outcomeOf(state) ?? null,
    root_cause: rootCauseOf(state) ?? null,
    reachable: state.reachableBy.length > 0,
    first_sent_at: first?.sentAt ?? null,
    first_decided_at: first?.decidedAt ?? null,
    first_decision: decided,
  };
}

/** The rows of table `complaint_opening`. */
export const openingRows = (complaintId: string, { state }: Step) =>
  state.openings.map(({ openedAt, because, closedAt, closedAs }, index) => ({
    complaint_id: complaintId,
    number: index + 1,
    opened_at: openedAt,
    because,
    closed_at: closedAt ?? null,
    closed_as: closedAs ?? null,
  }));

/** The rows of table `complaint_measure`: what was once accepted stays promised. */
export const measureRows = (complaintId: string, { state }: Step) =>
  state.proposals.flatMap(({ status, decidedAt, measures }) =>
    status === "accepted" && decidedAt !== undefined
      ? measures.map(({ id, kind, amountCents, basis }) => ({
          complaint_id: complaintId,
          measure: id,
          kind,
          amount_cents: amountCents ?? null,
          basis: basis ?? null,
          accepted_at: decidedAt,
          done_at: state.doneAt[id] ?? null,
        }))
      : [],
  );

const opening = new Set(["Received", "ReceiptDateCorrected", "Closed", "Withdrawn", "Reopened"]);
const promising = new Set(["ProposalAccepted", "MeasureImplemented"]);

/** Only when a fact touched them: most have nothing to say to a report. */
export async function projectReported(
  tx: Tx,
  changes: readonly Pick<Change, "complaintId" | "steps">[],
): Promise<void> {
  const touched = (by: ReadonlySet<string>) =>
    changes.filter(({ steps }) => steps.some(({ fact }) => by.has(fact.type)));
  const openings = touched(opening).flatMap(({ complaintId, steps }) =>
    openingRows(complaintId, steps.at(-1)!),
  );
  if (openings.length > 0)
    await tx
      .insertInto("complaint_opening")
      .values(openings)
      .onConflict((conflict) =>
        conflict.columns(["complaint_id", "number"]).doUpdateSet((each) => ({
          opened_at: each.ref("excluded.opened_at"),
          closed_at: each.ref("excluded.closed_at"),
          closed_as: each.ref("excluded.closed_as"),
        })),
      )
      .execute();
  const measures = touched(promising).flatMap(({ complaintId, steps }) =>
    measureRows(complaintId, steps.at(-1)!),
  );
  if (measures.length > 0)
    await tx
      .insertInto("complaint_measure")
      .values(measures)
      .onConflict((conflict) =>
        conflict
          .columns(["complaint_id", "measure"])
          .doUpdateSet((each) => ({ done_at: each.ref("excluded.done_at") })),
      )
      .execute();
}
