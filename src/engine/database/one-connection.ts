import { AsyncLocalStorage } from "node:async_hooks";
import type { Kysely, TransactionBuilder } from "kysely";
import type pg from "pg";
import { OutcomeUnknown, SecondConnection, troubleOf } from "./trouble.ts";

type Held = { open: boolean };

/**
 * A transaction owns one connection and waits for nobody else: whoever is inside one and asks the pool for another is
 * refused at once, on an empty machine as on a full one, instead of hanging on the busiest day.
 */
export function keepToOneConnection<DB>(db: Kysely<DB>, pool: pg.Pool): void {
  const inside = new AsyncLocalStorage<Held>();
  const begin = db.transaction.bind(db);
  db.transaction = () => guarded(begin(), inside);
  const connect = pool.connect.bind(pool) as (...words: unknown[]) => unknown;
  pool.connect = ((...words: unknown[]) => {
    if (inside.getStore()?.open)
      throw new SecondConnection("a transaction asked for a second connection; it must read on its own");
    return connect(...words);
  }) as typeof pool.connect;
}

function guarded<DB>(
  builder: TransactionBuilder<DB>,
  inside: AsyncLocalStorage<Held>,
): TransactionBuilder<DB> {
  return {
    setAccessMode: (mode) => guarded(builder.setAccessMode(mode), inside),
    setIsolationLevel: (level) => guarded(builder.setIsolationLevel(level), inside),
    execute: async (work) => {
      const held: Held = { open: true };
      let committing = false;
      try {
        return await builder.execute(async (tx) => {
          try {
            const result = await inside.run(held, () => work(tx));
            committing = true;
            return result;
          } finally {
            held.open = false;
          }
        });
      } catch (error) {
        // The connection broke after COMMIT was sent: nobody knows whether it arrived.
        if (committing && troubleOf(error) === "unreachable")
          throw new OutcomeUnknown("the connection broke during the commit", { cause: error });
        throw error;
      }
    },
  } as TransactionBuilder<DB>;
}
