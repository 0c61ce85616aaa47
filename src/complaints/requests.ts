import { sql } from "kysely";
import type { Tx } from "../database/database.ts";
import type { Desk } from "./desk.ts";
import type { Asked } from "./handle.ts";

/** An Idempotency-Key is kept 30 days. */
export async function forgetRequests({ db, now }: Desk): Promise<void> {
  const before = Temporal.Instant.from(now())
    .subtract({ hours: 30 * 24 })
    .toString({ fractionalSecondDigits: 3 });
  await db.deleteFrom("request").where("recorded_at", "<", before).execute();
}

/** Makes something that is no complaint, in one transaction; the same request again answers what it made then. */
export async function makeOnce(
  desk: Desk,
  { request }: Asked,
  make: (tx: Tx, id: string) => Promise<void>,
): Promise<{ id: string } | { kind: "key-reused" }> {
  return desk.db.transaction().execute(async (tx) => {
    if (request) {
      const place = request.key.toString("hex");
      await sql`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`.execute(tx);
      const seen = await tx
        .selectFrom("request")
        .selectAll()
        .where("key", "=", request.key)
        .executeTakeFirst();
      if (seen)
        return request.digest.equals(seen.digest) ? { id: seen.complaint_id } : { kind: "key-reused" };
    }
    const id = crypto.randomUUID();
    await make(tx, id);
    if (request)
      await tx
        .insertInto("request")
        .values({ ...request, complaint_id: id, version: 1, recorded_at: desk.now() })
        .execute();
    return { id };
  });
}
