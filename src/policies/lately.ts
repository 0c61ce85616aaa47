import type { Db } from "../database/database.ts";

/** In milliseconds: so old may be what a receipt is decided by; another node's change counts from then on. */
const fresh = 200;
let changes = 0;

/** What changes a few times a year is not read anew for each of a hundred messages a second. */
export function lately<T>(db: Db, read: (on: Db) => Promise<T>): (on: Db) => Promise<T> {
  let kept: { value: Promise<T>; at: number; changes: number } | undefined;
  return async (on) => {
    if (kept && kept.changes === changes && performance.now() - kept.at < fresh) return kept.value;
    const value = read(on);
    // What a transaction sees may never have been.
    if (on !== db) return value;
    // Whoever asks meanwhile waits for the same answer.
    const asked = { value, at: performance.now(), changes };
    kept = asked;
    value.catch(() => {
      if (kept === asked) kept = undefined;
    });
    return value;
  };
}

/** Called when this node has changed something: it sees that at once. */
export const changedNow = (): void => void (changes += 1);
