/** What the clocks say at one moment, in milliseconds. */
export type Reading = {
  /** The machine's clock: since 1970, set by people and by time servers. */
  wall: number;
  /** Since the machine was started: nobody sets it, and it counts on evenly. */
  running: number;
  /** The database server's clock, where it was asked. */
  database?: number;
};

/** The time that is kept, as how far it is from the running clock; and what is doubted about it, since when. */
export type Kept = {
  offset: number;
  /** By how much the machine's clock is ahead of the time that is kept. */
  skew: number;
  doubt?: { since: number; skew: number; atStart?: true };
};

/** Clocks that differ by less agree: time servers move a clock by so much without anybody noticing. */
const tolerance = 60_000;
/** So long a clock must have gone on evenly after a jump before it is believed, where no other clock speaks for it. */
const patience = 3_600_000;

const near = (one: number, other: number) => Math.abs(one - other) <= tolerance;

/** With a database server that has another opinion, its time is kept, because all nodes can see it; but it is doubted. */
export function begin({ wall, running, database = wall }: Reading): Kept {
  if (near(wall, database)) return { offset: wall - running, skew: 0 };
  const skew = wall - database;
  return { offset: database - running, skew, doubt: { since: running, skew, atStart: true } };
}

/** The time that is kept, in milliseconds since 1970. */
export const keptTime = ({ offset }: Kept, running: number): number => running + offset;

/**
 * Compares the clocks anew. While the machine's clock goes on evenly it is followed. When it jumps, the time goes on as if
 * nothing had happened: for good where the database server, which did not jump, agrees; else until the jumped clock has
 * been steady for an hour, or is back. Until then the time is in doubt.
 */
export function compare(kept: Kept, { wall, running, database }: Reading): Kept {
  const { doubt } = kept;
  const time = keptTime(kept, running);
  const skew = wall - time;
  if (near(wall, time)) return { offset: wall - running, skew: 0 };
  const since = doubt && near(skew, doubt.skew) ? doubt.since : running;
  const steady = running - since >= patience;
  if (database !== undefined && near(database, time)) {
    const offset = database - running;
    if (doubt?.atStart && !steady) return { offset, skew: wall - database, doubt: { ...doubt, since, skew } };
    return { offset, skew: wall - database };
  }
  if (steady) return { offset: wall - running, skew: 0 };
  return { ...kept, skew, doubt: { ...(doubt?.atStart && { atStart: true }), since, skew } };
}

/** The same without asking anybody, for each question what time it is: only what is new is looked into. */
export function glance(kept: Kept, { wall, running }: Reading): Kept {
  const known = kept.skew !== 0 && near(wall - keptTime(kept, running), kept.skew);
  return known ? kept : compare(kept, { wall, running });
}
