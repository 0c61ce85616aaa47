import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { preparing } from "./prepared.ts";
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

export function openDatabase(connection: pg.PoolConfig): Db {
  const options = [connection.options, "-c timezone=UTC"].filter(Boolean).join(" ");
  const pool = new pg.Pool({ max: 10, ...connection, options, types });
  // A connection that breaks while idle is replaced by the pool; the next query says so if the database is gone.
  pool.on("error", () => {});
  pool.on("connect", preparing);
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
