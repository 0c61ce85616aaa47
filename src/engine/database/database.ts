import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { keepToOneConnection } from "./one-connection.ts";
import { watchPool } from "./pool-health.ts";
import { preparing } from "./prepared.ts";
import { doubtingUnreplicated } from "./unreplicated.ts";
import type { DB } from "./tables.ts";

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

/** Instants as ISO text with milliseconds, dates as text, counts as numbers: set for our pool only, not process-wide. */
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.TIMESTAMPTZ, (text) => isoInstant(text)],
  [
    1185,
    (text) =>
      text === "{}"
        ? []
        : text
            .slice(1, -1)
            .split(",")
            .map((each) => isoInstant(each.replaceAll('"', ""))),
  ],
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.INT8, Number],
]);

// PostgreSQL writes "2026-11-24 10:00:00.5+00"; connections are set to UTC.
const isoInstant = (text: string) => Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 });

const types = {
  getTypeParser: (id: number, format?: "text" | "binary") =>
    (format !== "binary" && parsers.get(id)) || pg.types.getTypeParser(id, format),
} satisfies pg.CustomTypesConfig;

/** In milliseconds; a request that meets one of them is answered with 503 and may be sent again. */
const patience = {
  /** For a connection: the pool is busy, or the database is away. */
  connectionTimeoutMillis: 30_000,
  /** For one statement. The slowest that a person waits for takes two seconds in a register of a million. */
  statement_timeout: 60_000,
  lock_timeout: 20_000,
  /** A transaction that does nothing holds its locks against everybody. */
  idle_in_transaction_session_timeout: 60_000,
} satisfies pg.PoolConfig;

/** No end to a statement: for `verify`, `rebuild` and other long work of an operator. */
export const unhurried = {
  statement_timeout: 0,
  lock_timeout: 0,
  idle_in_transaction_session_timeout: 0,
} satisfies pg.PoolConfig;

export function openDatabase(connection: pg.PoolConfig): Db {
  const options = [connection.options, "-c timezone=UTC"].filter(Boolean).join(" ");
  const pool = new pg.Pool({ max: 10, ...patience, ...connection, options, types });
  // A connection that breaks while idle is replaced by the pool; the next query says so if the database is gone.
  pool.on("error", () => {});
  // One that breaks while it is in use fails its query; without a listener it would end the process besides.
  pool.on("connect", (client) => void client.on("error", () => {}));
  pool.on("connect", preparing);
  pool.on("connect", doubtingUnreplicated);
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  keepToOneConnection(db, pool);
  watchPool(db, pool);
  return db;
}
