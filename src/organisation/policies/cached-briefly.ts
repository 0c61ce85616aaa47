import type { Db } from "../../engine/database/database.ts";

/** In milliseconds: a receipt may be decided by something this old; another node's change counts from then on. */
const fresh = 200;
let changes = 0;

type Kept<T> = { value: Promise<T>; at: number; changes: number; settled: boolean };

/** Keeps for a moment what changes a few times a year, so that it is not read for each of a hundred messages a second. */
export function cachedBriefly<T>(db: Db, read: (on: Db) => Promise<T>): (on: Db) => Promise<T> {
  let kept: Kept<T> | undefined;
  return async (on) => {
    const usable = kept && kept.changes === changes && performance.now() - kept.at < fresh;
    // A transaction never waits for a read that may itself be waiting for a connection: it asks on its own.
    if (kept && usable && (on === db || kept.settled)) return kept.value;
    const value = read(on);
    // What a transaction sees may never be committed.
    if (on !== db) return value;
    // Others outside a transaction wait for the same answer.
    const asked: Kept<T> = { value, at: performance.now(), changes, settled: false };
    kept = asked;
    value.then(
      () => (asked.settled = true),
      () => {
        if (kept === asked) kept = undefined;
      },
    );
    return value;
  };
}

/** Called when this node has changed something, which it then sees at once. */
export const changedNow = (): void => void (changes += 1);
