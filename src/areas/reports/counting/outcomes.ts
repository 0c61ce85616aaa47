import { sql } from "kysely";
import type { FindingOutcome } from "../../../core/complaint/events.ts";
import type { Counting } from "./counting.ts";
import { findingOutcomes } from "../../../core/complaint/events.ts";
import { firstProposalAcceptance, upheldRate } from "../../../core/statistics/outcomes.ts";

/** How the complaints ended that were closed in the period; a withdrawn one was not decided. */
export async function countOutcomes({ db, span: { from, before } }: Counting) {
  const { rows } = await sql<{ outcome: string; complaints: number }>`
    select case when opening.closed_as = 'withdrawn' then 'withdrawn' else coalesce(complaint.outcome, 'undecided') end
      as outcome, count(*) as complaints
    from complaint_opening opening join complaint on complaint.id = opening.complaint_id
    where opening.closed_at >= ${from} and opening.closed_at < ${before}
    group by 1`.execute(db);
  const of = (outcome: string) => rows.find((row) => row.outcome === outcome)?.complaints ?? 0;
  const decided = Object.fromEntries(findingOutcomes.map((outcome) => [outcome, of(outcome)])) as Record<
    FindingOutcome,
    number
  >;
  return {
    ...decided,
    withdrawn: of("withdrawn"),
    undecided: of("undecided"),
    upheldRate: upheldRate(decided),
  };
}

/** What became of the first proposals that were sent in the period, and what ended without agreement. */
export async function countFirstProposals({ db, span: { from, before } }: Counting) {
  const [first, disagreements] = await Promise.all([
    sql<{ accepted: number; declined: number; unanswered: number }>`
      select count(*) filter (where first_decision = 'accepted') as accepted,
        count(*) filter (where first_decision = 'declined') as declined,
        count(*) filter (where first_decision is null) as unanswered
      from complaint where first_sent_at >= ${from} and first_sent_at < ${before}`.execute(db),
    sql<{ type: string; outcome: string | null; facts: number }>`
      select type, data->>'outcome' as outcome, count(*) as facts
      from complaint_event
      where type in ('DeadlockDeclared', 'ReferredOutside', 'ReferralEnded')
        and recorded_at >= ${from} and recorded_at < ${before}
      group by 1, 2`.execute(db),
  ]);
  const told = (type: string) =>
    disagreements.rows.filter((row) => row.type === type).reduce((sum, { facts }) => sum + facts, 0);
  return {
    ...firstProposalAcceptance(first.rows[0]!),
    deadlocks: told("DeadlockDeclared"),
    referrals: told("ReferredOutside"),
    referralOutcomes: Object.fromEntries(
      disagreements.rows.flatMap(({ type, outcome, facts }) =>
        type === "ReferralEnded" && outcome ? [[outcome, facts]] : [],
      ),
    ),
  };
}
