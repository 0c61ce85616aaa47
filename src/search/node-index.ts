import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { Keys } from "../content/keys.ts";
import { readAsked } from "./asking.ts";
import { expressionFor, few } from "./finding.ts";
import { openFollower } from "./following.ts";
import { tokensFor } from "./reading.ts";
import { openStore } from "./store.ts";

export type Found = {
  /** How much of the register can be searched so far, from 0 to 1; missing when it is all. */
  searchable?: number;
  /** Found only by words that are spelled nearly so. */
  similar?: true;
} & ({ ids: string[] } | { expression: string });

export type NodeIndex = {
  find: (text: string) => Promise<Found>;
  /** Which of these complaints an expression finds. */
  among: (expression: string, ids: readonly string[]) => string[];
  follow: () => Promise<void>;
  /** Ends when everything can be searched. */
  filled: () => Promise<void>;
  close: () => void;
};

const batch = 100;
/** A search waits for so few to be read; with more it answers at once and says how much it looked at. */
const worthWaiting = 2000;

/** Fills itself in the background: what is open first, then what came last. */
export function openNodeIndex(
  db: Db,
  keys: Keys,
  except: readonly string[],
  waitFor = worthWaiting,
): NodeIndex {
  const store = openStore();
  const follower = openFollower(db);
  let [waiting, total] = [[] as string[], 1];
  const closing = new AbortController();
  let filling: Promise<void> | undefined;

  const read = async (ids: readonly string[]) => {
    const found = await tokensFor(db, keys, ids, except);
    // What is no longer there has no words either.
    if (!closing.signal.aborted)
      store.put(new Map(ids.map((id) => [id, found.get(id) ?? new Set<string>()])));
  };
  const fill = async () => {
    const { rows } = await sql<{ id: string }>`select id from complaint
      order by stage in ('closed', 'withdrawn'), received_at desc`.execute(db);
    [waiting, total] = [rows.map(({ id }) => id), rows.length];
    while (waiting.length > 0 && !closing.signal.aborted) {
      await read(waiting.slice(0, batch));
      waiting.splice(0, batch);
      // Searches come first.
      await new Promise(setImmediate);
    }
  };
  const begin = () => {
    waiting = ["all"];
    const begun: Promise<void> = (filling ?? Promise.resolve()).then(fill).catch(() => {
      if (filling === begun) filling = undefined;
    });
    filling = begun;
  };
  let following: Promise<void> = Promise.resolve();
  const followOnce = async () => {
    const { changed, lost } = await follower();
    if (lost || filling === undefined) begin();
    for (let at = 0; at < changed.length; at += batch) await read(changed.slice(at, at + batch));
  };
  // One after another: two that read the same complaint could put the older words last.
  const follow = () => (following = following.catch(() => {}).then(followOnce));

  return {
    find: async (text) => {
      await follow();
      if (waiting.length <= waitFor) await filling;
      const part =
        waiting.length > 0 ? { searchable: Math.floor((1 - waiting.length / total) * 100) / 100 } : {};
      const expression = expressionFor(store, readAsked(text));
      if (!expression) return { ...part, ids: [] };
      const ids = store.matching(expression.text, few + 1);
      return {
        ...part,
        ...(expression.similar && { similar: true }),
        ...(ids.length > few ? { expression: expression.text } : { ids }),
      };
    },
    among: store.among,
    follow,
    filled: async () => {
      await follow();
      await filling;
    },
    close: () => {
      closing.abort();
      store.close();
    },
  };
}
