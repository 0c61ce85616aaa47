import type { Tx } from "../database/database.ts";
import { formatReference } from "../core/complaint/reference.ts";

/** The next number of the year of receipt. Taken late in the transaction, because it lets one receipt through at a time. */
export async function nextReference(
  tx: Tx,
  prefix: string,
  receivedAt: string,
  zone: string,
): Promise<string> {
  const { year } = Temporal.Instant.from(receivedAt).toZonedDateTimeISO(zone);
  const { last } = await tx
    .insertInto("reference_counter")
    .values({ prefix, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(["prefix", "year"])
        .doUpdateSet((row) => ({ last: row("reference_counter.last", "+", 1) })),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return formatReference({ prefix, year, number: last });
}
