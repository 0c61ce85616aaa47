import { sql } from "kysely";
import type { Counting } from "./counting.ts";
import { redressCost } from "../../../core/statistics/redress-cost.ts";
import { smallestShown } from "../../../core/statistics/small-cells.ts";

/** What was promised by acceptances in the period, and how much of that has been paid since, in cents. */
export async function countRedress({ db, span: { from, before } }: Counting, closed: number) {
  const { rows } = await sql<{
    kind: string;
    basis: "claim" | "goodwill" | null;
    programme: string | null;
    measures: number;
    promised: number;
    paid: number;
  }>`
    select measure.kind, measure.basis, complaint.programme, count(*) as measures,
      sum(measure.amount_cents)::int8 as promised,
      coalesce(sum(measure.amount_cents) filter (where measure.done_at is not null), 0)::int8 as paid
    from complaint_measure measure join complaint on complaint.id = measure.complaint_id
    where measure.accepted_at >= ${from} and measure.accepted_at < ${before} and measure.amount_cents is not null
    group by 1, 2, 3`.execute(db);
  // Few payments about one programme would tell who got them.
  const measuresOf = (programme: string) =>
    rows.filter((row) => row.programme === programme).reduce((sum, { measures }) => sum + measures, 0);
  return redressCost(
    rows.map(({ kind, basis, programme, promised, paid }) => ({
      type: kind,
      basis: basis ?? "claim",
      ...(programme && measuresOf(programme) >= smallestShown && { target: programme }),
      promised,
      paid,
    })),
    closed,
  );
}
