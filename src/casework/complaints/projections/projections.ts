import type { Tx } from "../../../engine/database/database.ts";
import type { Change, Step } from "../../../record/journal/journal.ts";
import { clockRows } from "./clocks.ts";
import { projectConnections } from "./connections.ts";
import { paymentRows } from "./payments.ts";
import { registerRow } from "./register.ts";
import { projectReported } from "./reporting.ts";

/** Writes the read models after new facts. Looks at facts alone, so that rebuilding gives the same rows. */
export async function project(
  tx: Tx,
  changes: readonly Pick<Change, "complaintId" | "steps">[],
): Promise<void> {
  const rowsOf = <R>(rows: (complaintId: string, steps: Step[]) => R[]) =>
    changes.flatMap(({ complaintId, steps }) => rows(complaintId, steps));
  const complaints = rowsOf((complaintId, steps) => [registerRow(complaintId, steps.at(-1)!)]);
  const columns = Object.keys(complaints[0]!) as (keyof (typeof complaints)[0])[];
  await tx
    .insertInto("complaint")
    .values(complaints)
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet((each) =>
          Object.fromEntries(columns.map((column) => [column, each.ref(`excluded.${column}`)])),
        ),
    )
    .execute();
  await tx
    .insertInto("complaint_clock")
    .values(rowsOf(clockRows))
    .onConflict((conflict) =>
      conflict.columns(["complaint_id", "kind", "round"]).doUpdateSet((each) => ({
        started_at: each.ref("excluded.started_at"),
        due_at: each.ref("excluded.due_at"),
        met_at: each.ref("excluded.met_at"),
        not_applicable: each.ref("excluded.not_applicable"),
        ended_at: each.ref("excluded.ended_at"),
        late_reason: each.ref("excluded.late_reason"),
        warn_50: each.ref("excluded.warn_50"),
        warn_75: each.ref("excluded.warn_75"),
        warn_90: each.ref("excluded.warn_90"),
        target_at: each.ref("excluded.target_at"),
        calendar_version: each.ref("excluded.calendar_version"),
      })),
    )
    .execute();
  const payments = rowsOf((complaintId, steps) => paymentRows(complaintId, steps.at(-1)!));
  if (payments.length > 0)
    await tx
      .insertInto("payment")
      .values(payments)
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet((each) => ({
          state: each.ref("excluded.state"),
          hands: each.ref("excluded.hands"),
          released_by: each.ref("excluded.released_by"),
          file_id: each.ref("excluded.file_id"),
          paid_at: each.ref("excluded.paid_at"),
          updated_at: each.ref("excluded.updated_at"),
        })),
      )
      .execute();
  const conflicts = rowsOf((complaintId, steps) => conflictRows(complaintId, steps.at(-1)!));
  if (conflicts.length > 0)
    await tx
      .insertInto("complaint_conflict")
      .values(conflicts)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  for (const { complaintId, steps } of changes) await projectConnections(tx, complaintId, steps);
  await projectReported(tx, changes);
}

export const conflictRows = (complaintId: string, { state }: Step) =>
  state.conflicts.map((personId) => ({ complaint_id: complaintId, person_id: personId }));
