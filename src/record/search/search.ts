import { Piscina } from "piscina";
import { join } from "node:path";
import type { PoolConfig } from "pg";
import type { Keys } from "../content/keys.ts";
import { forThread } from "../../engine/database/hosts.ts";
import type { Order, WorkerData } from "./index-worker.ts";
import type { Found } from "./node-index.ts";
import type { Hits, Standing } from "./store.ts";

/** Searches in an index that lies in this node's memory, in a thread of its own with its own way to the database. */
export type Search = {
  find: (text: string) => Promise<Found>;
  newest: (
    expression: string,
    standings: readonly Standing[],
    most: number,
    before?: number,
  ) => Promise<Hits>;
  among: (expression: string, ids: readonly string[]) => Promise<string[]>;
  /** Starts to fill the index; else the first search does. */
  begin: () => void;
  close: () => Promise<void>;
};

export function openSearch(app: PoolConfig, keys: Keys, except: Iterable<string>): Search {
  const pool = new Piscina({
    filename: join(import.meta.dirname, "index-worker.ts"),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: Number.POSITIVE_INFINITY,
    concurrentTasksPerWorker: 64,
    // It works on between two searches instead of sleeping.
    atomics: "disabled",
    workerData: { app: forThread(app), keys, except: [...except] } satisfies WorkerData,
  });
  const ask = async (order: Order): Promise<unknown> => {
    const answer = (await pool.run(order)) as { done: unknown } | { failed: string; code?: string };
    if ("done" in answer) return answer.done;
    throw Object.assign(
      new Error(`the search failed: ${answer.failed}`),
      answer.code && { code: answer.code },
    );
  };
  return {
    find: async (text) => (await ask({ do: "find", text })) as Found,
    newest: async (expression, standings, most, before) =>
      (await ask({
        do: "newest",
        expression,
        standings: [...standings],
        most,
        ...(before !== undefined && { before }),
      })) as Hits,
    among: async (expression, ids) => (await ask({ do: "among", expression, ids: [...ids] })) as string[],
    begin: () => void ask({ do: "begin" }).catch(() => {}),
    close: () => pool.destroy(),
  };
}
