import { sql } from "kysely";
import type { Backlog } from "../../../core/statistics/backlog.ts";
import type { Counting } from "./counting.ts";

/**
 * Open before and after are counted from what was open at those two instants, received from the register, the rest from
 * what was opened again and closed: when a complaint is lost in one of them, the identity does not hold.
 */
export async function countBacklog({ db, span: { from, before } }: Counting): Promise<Required<Backlog>> {
  const { rows } = await sql<{
    open_before: number;
    open_after: number;
    received: number;
    reopened: number;
    closed: number;
    withdrawn: number;
  }>`
    select
      (select count(*) from complaint_opening where closed_at is null and opened_at < ${from})
        + (select count(*) from complaint_opening where closed_at >= ${from} and opened_at < ${from}) as open_before,
      (select count(*) from complaint_opening where closed_at is null and opened_at < ${before})
        + (select count(*) from complaint_opening where closed_at >= ${before} and opened_at < ${before}) as open_after,
      (select count(*) from complaint where received_at >= ${from} and received_at < ${before}) as received,
      (select count(*) from complaint_opening
        where because <> 'received' and opened_at >= ${from} and opened_at < ${before}) as reopened,
      count(*) as closed,
      count(*) filter (where closed_as = 'withdrawn') as withdrawn
    from complaint_opening where closed_at >= ${from} and closed_at < ${before}`.execute(db);
  const row = rows[0]!;
  return {
    openBefore: row.open_before,
    received: row.received,
    reopened: row.reopened,
    closed: row.closed,
    withdrawn: row.withdrawn,
    openAfter: row.open_after,
  };
}
