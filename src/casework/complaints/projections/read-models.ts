import { sql } from "kysely";
import type { Db } from "../../../engine/database/database.ts";
import type { ReadModels } from "../../../record/journal/verify.ts";
import { history } from "../../../record/journal/journal.ts";
import { clockRows } from "./clocks.ts";
import { issueRows, repeatRows } from "./connections.ts";
import { conflictRows, project } from "./projections.ts";
import { paymentRows } from "./payments.ts";
import { registerRow } from "./register.ts";
import { measureRows, openingRows } from "./reporting.ts";

/** The read models as `verify` compares them. */
export const readModels: ReadModels = {
  expected: (complaintId, steps) => ({
    complaint: [registerRow(complaintId, steps.at(-1)!)].map(comparable),
    complaint_clock: clockRows(complaintId, steps),
    complaint_conflict: conflictRows(complaintId, steps.at(-1)!),
    complaint_repeat: repeatRows(complaintId, steps.at(-1)!),
    complaint_issue: issueRows(complaintId, steps.at(-1)!),
    complaint_opening: openingRows(complaintId, steps.at(-1)!),
    complaint_measure: measureRows(complaintId, steps.at(-1)!),
    payment: paymentRows(complaintId, steps.at(-1)!),
  }),
  found: async (db, ids) => {
    const [complaints, clocks, conflicts, repeats, issues, openings, measures, payments] = await Promise.all([
      db.selectFrom("complaint").selectAll().where("id", "in", ids).execute(),
      db.selectFrom("complaint_clock").selectAll().where("complaint_id", "in", ids).execute(),
      db.selectFrom("complaint_conflict").selectAll().where("complaint_id", "in", ids).execute(),
      db.selectFrom("complaint_repeat").selectAll().where("complaint_id", "in", ids).execute(),
      db.selectFrom("complaint_issue").selectAll().where("complaint_id", "in", ids).execute(),
      db.selectFrom("complaint_opening").selectAll().where("complaint_id", "in", ids).execute(),
      db.selectFrom("complaint_measure").selectAll().where("complaint_id", "in", ids).execute(),
      db.selectFrom("payment").selectAll().where("complaint_id", "in", ids).execute(),
    ]);
    const clocksOf = Map.groupBy(clocks, ({ complaint_id }) => complaint_id);
    const paymentsOf = Map.groupBy(payments, ({ complaint_id }) => complaint_id);
    const conflictsOf = Map.groupBy(conflicts, ({ complaint_id }) => complaint_id);
    const repeatsOf = Map.groupBy(repeats, ({ complaint_id }) => complaint_id);
    const openingsOf = Map.groupBy(openings, ({ complaint_id }) => complaint_id);
    const measuresOf = Map.groupBy(measures, ({ complaint_id }) => complaint_id);
    const issuesOf = Map.groupBy(issues, ({ complaint_id }) => complaint_id);
    return new Map(
      complaints.map((row) => [
        row.id,
        {
          complaint: [comparable(row)],
          complaint_clock: clocksOf.get(row.id) ?? [],
          complaint_conflict: conflictsOf.get(row.id) ?? [],
          complaint_repeat: repeatsOf.get(row.id) ?? [],
          complaint_issue: issuesOf.get(row.id) ?? [],
          complaint_opening: openingsOf.get(row.id) ?? [],
          complaint_measure: measuresOf.get(row.id) ?? [],
          payment: paymentsOf.get(row.id) ?? [],
        },
      ]),
    );
  },
};

const comparable = <R extends { hash: Buffer }>(row: R) => ({ ...row, hash: row.hash.toString("hex") });

/** Counts up with every change of what a projection writes. */
const shape = 6;

/** Folds the read models anew when they were written by an earlier version of this program. */
export async function refold(db: Db, progress?: (complaints: number) => void): Promise<void> {
  const known = await db.selectFrom("read_model").select("version").executeTakeFirst();
  if (known?.version !== shape) await rebuild(db, progress);
}

/** Throws the read models away and folds them anew from the journal; nothing is sent. Answers how many complaints. */
export async function rebuild(db: Db, progress: (complaints: number) => void = () => {}): Promise<number> {
  return db.transaction().execute(async (tx) => {
    // Keeps every writer out until the new rows are complete; readers see the old ones meanwhile.
    await sql`lock table complaint, complaint_clock, complaint_conflict, complaint_repeat, complaint_issue, complaint_opening, complaint_measure, payment in exclusive mode`.execute(
      tx,
    );
    for (const table of [
      "payment",
      "complaint_measure",
      "complaint_opening",
      "complaint_repeat",
      "complaint_issue",
      "complaint_conflict",
      "complaint_clock",
      "complaint",
    ] as const)
      await tx.deleteFrom(table).execute();
    const ids = await tx
      .selectFrom("complaint_event")
      .select("complaint_id")
      .where("version", "=", 1)
      .orderBy("position")
      .execute();
    for (const [index, { complaint_id }] of ids.entries()) {
      await project(tx, [{ complaintId: complaint_id, steps: await history(tx, complaint_id) }]);
      if (index % 500 === 499) progress(index + 1);
    }
    await tx.updateTable("read_model").set({ version: shape }).execute();
    return ids.length;
  });
}
