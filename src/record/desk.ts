import type { Calendar } from "../core/calendar/calendar.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { Db } from "../engine/database/database.ts";
import type { Keys } from "./content/keys.ts";
import type { Scan } from "./content/scanning.ts";
import type { Queue } from "../engine/queue/queue.ts";
import type { Search } from "./search/search.ts";

/** What the desk works with; composed once in app.ts and passed along. */
export type Desk = {
  db: Db;
  keys: Keys;
  queue: Queue;
  /** The calendar of a policy with all corrections, and as it was when a promise was computed with it. */
  calendar: (policy: Policy, on?: Db) => Promise<Calendar>;
  calendarAs: (policy: Policy, version: string, on?: Db) => Promise<Calendar>;
  /**
   * The version in force at an instant, and a version that is kept for as long as a complaint refers to it. Whoever is in
   * a transaction reads on it: waiting for a second connection while holding one is how a pool comes to a standstill.
   */
  policyAt: (instant: string, on?: Db) => Promise<Policy>;
  policy: (version: number, on?: Db) => Promise<Policy>;
  /** Who is trained at an instant and so may own complaints; undefined while no session was held and everybody may. */
  trained: (instant: string, on?: Db) => Promise<ReadonlySet<string> | undefined>;
  /** Whom complaints about management are about, and who must not see them either; undefined where nobody is named. */
  management: (on?: Db) => Promise<{ about: readonly string[]; unseenBy: readonly string[] } | undefined>;
  /** Now, as an instant with milliseconds; tests move it. */
  now: () => string;
  /** Finds complaints by words, in memory. */
  search: Search;
  /** A virus scanner, where there is one. */
  scan: Scan | undefined;
  /** The public base address, without a slash at its end. */
  url: string;
};
