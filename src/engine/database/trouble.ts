/** The transaction's end was not heard of: it may have been committed or not. */
export class OutcomeUnknown extends Error {
  override name = "OutcomeUnknown";
}

/** A transaction asked for a second connection: with enough of them at once, each would wait for the others for ever. */
export class SecondConnection extends Error {
  override name = "SecondConnection";
}

/** Why the database could not do its part just now: it is not there, it is full, or it is too busy. */
export type Trouble = "unreachable" | "full" | "busy";

// SQLSTATE classes and codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
const byCode: readonly [RegExp, Trouble][] = [
  [/^(08...|57P0[123]|25006)$/, "unreachable"],
  [/^(53100|58030)$/, "full"],
  [/^(53...|55P03|57014|25P03|25P04|40P01|40001)$/, "busy"],
  [/^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|EAI_AGAIN)$/, "unreachable"],
];

// The driver says these in words alone.
const byMessage: readonly [RegExp, Trouble][] = [
  [/^timeout exceeded when trying to connect/, "busy"],
  [/^Connection terminated|connection error and is not queryable|Client was closed/, "unreachable"],
];

/** What kind of trouble an error tells of; undefined for a mistake of ours. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  // A unix socket that is not there: the embedded server is down.
  if (code === "ENOENT" && syscall === "connect") return "unreachable";
  const found =
    (typeof code === "string" && byCode.find(([pattern]) => pattern.test(code))) ||
    byMessage.find(([pattern]) => pattern.test(error.message));
  return found ? found[1] : error.cause === undefined ? undefined : troubleOf(error.cause);
}
