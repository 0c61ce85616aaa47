import { sql } from "kysely";
import type { Db } from "../../engine/database/database.ts";
import type { Charts } from "./charts.ts";
import type { z } from "zod";

/** What charts need of an earlier month, from the latest version of its report: what was published, and nothing else. */
export type EarlierMonth = {
  period: string;
  complaints: number;
  participants?: number;
  proposalDays?: number;
  redress?: number;
  onTime: z.output<typeof Charts>["onTime"];
  outcomes: Record<string, number>;
};

export async function earlierMonths(db: Db, before: string): Promise<EarlierMonth[]> {
  const { rows } = await sql<{
    period: string;
    received: number;
    participants: number | null;
    proposal_days: number | null;
    redress: number | null;
    promises: Record<string, { rate: { count?: number; of?: number } }>;
    outcomes: Record<string, unknown>;
  }>`
    select distinct on (period) period,
      (figures->'backlog'->>'received')::int as received,
      (figures->'rate'->>'participants')::int as participants,
      (figures->'times'->'proposal'->>'median')::float8 as proposal_days,
      (figures->'redress'->'total'->>'promised')::int8 as redress,
      figures->'promises' as promises, figures->'outcomes' as outcomes
    from report where kind = 'month' and period < ${before}
    order by period, version desc`.execute(db);
  return rows.map((row) => ({
    period: row.period,
    complaints: row.received,
    ...(row.participants !== null && { participants: row.participants }),
    ...(row.proposal_days !== null && { proposalDays: row.proposal_days }),
    ...(row.redress !== null && { redress: row.redress }),
    onTime: onTimeOf(row.period, row.promises),
    outcomes: countsOf(row.outcomes),
  }));
}

type Rate = { count?: number; of?: number; share?: number; lower?: number; upper?: number };

export const onTimeOf = (
  period: string,
  promises: Readonly<Record<string, { rate: object }>>,
): EarlierMonth["onTime"] =>
  Object.entries(promises).flatMap(([clock, { rate }]) => {
    const { count, of, share, lower, upper } = rate as Rate;
    return count === undefined || of === undefined || share === undefined
      ? []
      : [{ period, clock, count, of, share, lower: lower!, upper: upper! }];
  });

export const countsOf = (outcomes: object): Record<string, number> =>
  Object.fromEntries(
    Object.entries(outcomes).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );
