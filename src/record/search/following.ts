import { sql } from "kysely";
import type { Db, Tx } from "../../engine/database/database.ts";

/** Tells every node, when this transaction commits, that these complaints are to be read again. */
export async function feed(tx: Tx, complaintIds: readonly string[]): Promise<void> {
  if (complaintIds.length === 0) return;
  await sql`insert into search_feed (complaint_id) select unnest(${complaintIds}::uuid[])`.execute(tx);
}

/** A node that has not looked for so long reads everything again. */
const kept = "1 hour";
const forgetful = 30 * 60_000;

export async function pruneFeed(db: Db): Promise<void> {
  await sql`delete from search_feed where recorded_at < now() - ${kept}::interval`.execute(db);
}

type Look = { horizon: string; at: string; fed: { id: number; complaint_id: string }[] };

/** Follows what is committed, in whatever order transactions end. Answers `lost` when something may have been missed. */
export function openFollower(db: Db) {
  let horizon: bigint | undefined;
  let lookedAt = 0;
  let seen = new Set<number>();
  const look = async (from: bigint | undefined): Promise<Look> => {
    const { rows } = await sql<Look>`
      select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, now()::text as at,
        (select coalesce(json_agg(json_build_object('id', id, 'complaint_id', complaint_id)), '[]') from search_feed
          where xid >= coalesce(${from?.toString() ?? null}::text::xid8, pg_snapshot_xmin(pg_current_snapshot()))) as fed`.execute(
      db,
    );
    return rows[0]!;
  };
  return async (): Promise<{ changed: string[]; lost: boolean }> => {
    const { horizon: told, at, fed } = await look(horizon);
    const now = Date.parse(at);
    const lost = horizon === undefined || BigInt(told) < horizon || now - lookedAt > forgetful;
    const fresh = fed.filter(({ id }) => !seen.has(id));
    // Everything below the horizon has ended and is never read again; the few above may come a second time.
    seen = new Set(fed.map(({ id }) => id));
    horizon = BigInt(told);
    lookedAt = now;
    return { changed: [...new Set(fresh.map(({ complaint_id }) => complaint_id))], lost };
  };
}
