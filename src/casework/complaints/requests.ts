import { sql } from "kysely";
import type { Tx } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import type { Asked } from "./handle.ts";

/** An Idempotency-Key is kept 30 days. */
export async function forgetRequests({ db, now }: Desk): Promise<void> {
  const before = Temporal.Instant.from(now())
    .subtract({ hours: 30 * 24 })
    .toString({ fractionalSecondDigits: 3 });
  await db.deleteFrom("request").where("recorded_at", "<", before).execute();
}

/** Makes something that is no complaint, in one transaction; the same request again answers what it made then. */
export const makeOnce = (
  desk: Desk,
  asked: Asked,
  make: (tx: Tx, id: string) => Promise<void>,
): Promise<{ id: string } | { kind: "key-reused" }> =>
  desk.db.transaction().execute((tx) =>
    onceAsked<never>(tx, asked, desk.now(), async () => {
      const id = crypto.randomUUID();
      await make(tx, id);
      return { id };
    }),
  );

/**
 * Does what was asked for once, whatever is kept under the id that it answers: the same request again answers the same
 * id, and another one under the same key is refused. In the transaction of the work.
 */
export async function onceAsked<No extends object>(
  tx: Tx,
  { request }: Asked,
  now: string,
  work: () => Promise<{ id: string } | No>,
): Promise<{ id: string } | No | { kind: "key-reused" }> {
  if (!request) return work();
  const place = request.key.toString("hex");
  await sql`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`.execute(tx);
  const seen = await tx.selectFrom("request").selectAll().where("key", "=", request.key).executeTakeFirst();
  if (seen) return request.digest.equals(seen.digest) ? { id: seen.complaint_id } : { kind: "key-reused" };
  const done = await work();
  if ("id" in done)
    await tx
      .insertInto("request")
      .values({ ...request, complaint_id: done.id, version: 1, recorded_at: now })
      .execute();
  return done;
}
