import { sql } from "kysely";
import type { Db } from "../../engine/database/database.ts";
import type { Keys } from "../content/keys.ts";
import { readAsked } from "./asking.ts";
import { expressionFor } from "./finding.ts";
import { openFollower } from "./following.ts";
import { readEntries } from "./reading.ts";
import { openStore, type Store } from "./store.ts";

export type Found = {
  /** How much of the register can be searched so far, from 0 to 1; missing when it is all. */
  searchable?: number;
  /** Found only by words that are spelled nearly so. */
  similar?: true;
  /** What the index is asked for; missing when no complaint has the words. */
  expression?: string;
};

export type NodeIndex = {
  find: (text: string) => Promise<Found>;
  newest: Store["newest"];
  among: Store["among"];
  follow: () => Promise<void>;
  /** Ends when everything can be searched. */
  filled: () => Promise<void>;
  close: () => void;
};

const atOnce = 100;
/** A search waits for so few to be read; with more it answers at once and says how much it looked at. */
const worthWaiting = 2000;

/** Fills itself in the background: what is open first, then what came last. */
export function openNodeIndex(
  db: Db,
  keys: Keys,
  except: readonly string[],
  { waitFor = worthWaiting, batch = atOnce, damaged = (_id: string): void => {} } = {},
): NodeIndex {
  const store = openStore();
  const follower = openFollower(db);
  const closing = new AbortController();
  /** What is being read for the first time, in this order, and how much of it has been. */
  let round = { ids: [] as string[], read: 0 };
  let filling: Promise<void> | undefined;
  /** What has changed and could not be read yet. */
  const changed = new Set<string>();

  const readNow = async (ids: readonly string[]) => {
    const entries = await readEntries(db, keys, ids, except, damaged);
    if (!closing.signal.aborted) store.put(entries);
  };
  // One after another: of two that read the same complaint at once, the older words could be put last.
  let reading: Promise<void> = Promise.resolve();
  const read = (ids: readonly string[]) => (reading = reading.catch(() => {}).then(() => readNow(ids)));
  const fill = async (mine: typeof round) => {
    const goesOn = () => mine === round && mine.read < mine.ids.length && !closing.signal.aborted;
    while (goesOn()) {
      await read(mine.ids.slice(mine.read, mine.read + batch));
      mine.read += batch;
      // Searches come first.
      await new Promise(setImmediate);
    }
  };
  const tidyUp = async () => {
    while (!closing.signal.aborted && store.tidy()) await new Promise(setImmediate);
  };
  const begin = async () => {
    const { rows } = await sql<{ id: string }>`select id from complaint
      order by stage in ('closed', 'withdrawn'), received_at desc`.execute(db);
    round = { ids: rows.map(({ id }) => id), read: 0 };
    const begun = fill(round);
    filling = begun;
    // Who waits for it hears of a failure; the next search begins again.
    begun.then(tidyUp).catch(() => {
      if (filling === begun) filling = undefined;
    });
  };
  let following: Promise<void> = Promise.resolve();
  const followOnce = async () => {
    const news = await follower();
    for (const id of news.changed) changed.add(id);
    if (news.lost) filling = undefined;
    if (filling === undefined) await begin();
    while (changed.size > 0) {
      const some = [...changed.values().take(batch)];
      await read(some);
      for (const id of some) changed.delete(id);
    }
  };
  const follow = () => (following = following.catch(() => {}).then(followOnce));

  return {
    find: async (text) => {
      await follow();
      if (round.ids.length - round.read <= waitFor) await filling;
      const part =
        round.read < round.ids.length
          ? { searchable: Math.floor((round.read / round.ids.length) * 100) / 100 }
          : {};
      const expression = expressionFor(store, readAsked(text));
      if (!expression) return part;
      return { ...part, ...(expression.similar && { similar: true }), expression: expression.text };
    },
    newest: store.newest,
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
