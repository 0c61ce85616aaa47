import { readFileSync } from "node:fs";
import { sql } from "kysely";
import type { Logger } from "pino";
import type { Db } from "../database/database.ts";
import { begin, compare, glance, keptTime, type Kept } from "../../core/timekeeping/timekeeping.ts";

/** What time it is, whatever happens to the machine's clock. */
export type Clock = {
  /** An instant as ISO text with milliseconds. */
  now: () => string;
  /** Nobody can say which time it is: what is sent by time waits. */
  inDoubt: () => boolean;
  /** How far the machine's clock is ahead of the time that is kept, in seconds. */
  skew: () => number;
  /** Asks the database server too. */
  compare: () => Promise<void>;
  stop: () => void;
};

/** The clocks of a machine, in milliseconds. */
export type Machine = {
  wall: () => number;
  /** Counts on evenly; on Linux it stands still while the machine sleeps. */
  monotonic: () => number;
  /** Counts on evenly, sleep included; undefined where there is no such clock. */
  sinceBoot: () => number | undefined;
};

const thisMachine: Machine = {
  wall: () => Temporal.Now.instant().epochMilliseconds,
  monotonic: () => performance.now(),
  sinceBoot: () => {
    try {
      return Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]) * 1000;
    } catch {
      return undefined;
    }
  },
};

const interval = 60_000;

/** A clock that a story moves. */
export const givenClock = (now: () => string): Clock => ({
  now,
  inDoubt: () => false,
  skew: () => 0,
  compare: async () => {},
  stop: () => {},
});

export async function openClock(db: Db, log: Logger, machine = thisMachine): Promise<Clock> {
  const { wall, monotonic, sinceBoot } = machine;
  const offBoot = () => (sinceBoot() ?? monotonic()) - monotonic();
  let asleep = offBoot();
  const read = () => ({ wall: wall(), running: monotonic() + asleep });

  let kept: Kept = begin({ ...read(), database: await databaseTime(db) });
  if (kept.skew !== 0) tell(kept);
  const keep = (next: Kept) => {
    const news =
      (next.skew === 0) !== (kept.skew === 0) || (next.doubt === undefined) !== (kept.doubt === undefined);
    kept = next;
    if (news) tell(kept);
  };
  function tell({ skew, doubt }: Kept) {
    const facts = { clock_skew_seconds: Math.round(skew / 1000) };
    if (skew === 0) log.warn(facts, "the machine's clock is followed again");
    else if (doubt)
      log.error(
        facts,
        "the machine's clock jumped or differs from the database server's: alerts and reminders wait until the clocks agree or an hour has passed; set the clock right",
      );
    else
      log.error(
        facts,
        "the machine's clock is wrong: the database server's time is kept; set the clock right",
      );
  }

  const look = () => {
    keep(glanced());
    return kept;
  };
  const glanced = () => {
    const seen = glance(kept, read());
    if (seen === kept || seen.skew === 0) return seen;
    // The machine may have slept: that is no jump.
    asleep = offBoot();
    return glance(kept, read());
  };
  const compareAll = async () => {
    const database = await databaseTime(db).catch(() => undefined);
    if (database !== undefined) keep(compare(look(), { ...read(), database }));
  };
  const timer = setInterval(() => void compareAll(), interval).unref();
  return {
    now: () => {
      const time = Math.floor(keptTime(look(), read().running));
      return Temporal.Instant.fromEpochMilliseconds(time).toString({ fractionalSecondDigits: 3 });
    },
    inDoubt: () => look().doubt !== undefined,
    skew: () => Math.round(look().skew / 1000),
    compare: compareAll,
    stop: () => clearInterval(timer),
  };
}

async function databaseTime(db: Db): Promise<number> {
  const { time } = await db
    .selectNoFrom(sql<number>`extract(epoch from clock_timestamp())::float8 * 1000`.as("time"))
    .executeTakeFirstOrThrow();
  return time;
}
