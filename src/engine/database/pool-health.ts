import type pg from "pg";

/** Somebody has waited this long, in milliseconds, and no connection changed hands: nothing will move by itself. */
const stuckAfter = 30_000;

const watched = new WeakMap<object, () => boolean>();

/** Keeps note of when a connection was last handed out. */
export function watchPool(db: object, pool: pg.Pool): void {
  let moved = performance.now();
  pool.on("acquire", () => void (moved = performance.now()));
  pool.on("release", () => void (moved = performance.now()));
  watched.set(db, () => pool.waitingCount > 0 && performance.now() - moved > stuckAfter);
}

/** True when requests wait for a connection and none has been handed out or given back for half a minute. */
export const isStuck = (db: object): boolean => watched.get(db)?.() ?? false;
