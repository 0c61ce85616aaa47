import type { Tx } from "../../engine/database/database.ts";
import { formatReference } from "../../core/complaint/reference.ts";

type Numbered = { prefix: string; receivedAt: string; zone: string };

/** The next numbers of the year of receipt. Taken late in the transaction, because it lets one at a time through. */
export async function nextReferences(tx: Tx, receipts: readonly Numbered[]): Promise<string[]> {
  const wanted = receipts.map(({ prefix, receivedAt, zone }) => ({
    prefix,
    year: Temporal.Instant.from(receivedAt).toZonedDateTimeISO(zone).year,
  }));
  const next = new Map<string, number>();
  const series = Map.groupBy(wanted, ({ prefix, year }) => `${year} ${prefix}`);
  // In order, so that two who number in both years do not wait crosswise.
  for (const [name, members] of [...series].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const last = await raise(tx, members[0]!, members.length);
    next.set(name, last - members.length);
  }
  return wanted.map(({ prefix, year }) => {
    const number = next.get(`${year} ${prefix}`)! + 1;
    next.set(`${year} ${prefix}`, number);
    return formatReference({ prefix, year, number });
  });
}

async function raise(
  tx: Tx,
  { prefix, year }: { prefix: string; year: number },
  by: number,
): Promise<number> {
  const { last } = await tx
    .insertInto("reference_counter")
    .values({ prefix, year, last: by })
    .onConflict((conflict) =>
      conflict
        .columns(["prefix", "year"])
        .doUpdateSet((row) => ({ last: row("reference_counter.last", "+", by) })),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return last;
}
