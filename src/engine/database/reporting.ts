import type { Logger } from "pino";
import { troubleOf } from "./trouble.ts";
import { withoutWords } from "./without-words.ts";

const pause = 60_000;

/**
 * Logs what failed for somebody who asks the database again and again: an outage in one line, at most once a minute, anything
 * else as it is.
 */
export function reporting(log: Pick<Logger, "warn" | "error">, now = () => performance.now()) {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (error: Error): void => {
    if (troubleOf(error) !== "unreachable") {
      log.error(withoutWords(error), "failed");
      return;
    }
    if (now() - toldAt < pause) return;
    toldAt = now();
    const { code } = error as { code?: unknown };
    log.warn(typeof code === "string" ? { code } : {}, "jobs wait for the database, which is away");
  };
}
