import { workerData } from "piscina";
import pino from "pino";
import { openDatabase } from "../../engine/database/database.ts";
import { fromThread, type Reach } from "../../engine/database/hosts.ts";
import { openNodeIndex, type Found } from "./node-index.ts";
import type { Hits, Standing } from "./store.ts";

export type WorkerData = {
  app: Reach;
  keys: { id: string; content: Uint8Array; lookup: Uint8Array; links: Uint8Array };
  except: readonly string[];
};
export type Order =
  | { do: "begin" }
  | { do: "find"; text: string }
  | { do: "newest"; expression: string; standings: Standing[]; most: number; before?: number }
  | { do: "among"; expression: string; ids: string[] };

const { app, keys, except } = workerData as WorkerData;
const log = pino({ base: null });
const secret = (key: Uint8Array) => Buffer.from(key);
const index = openNodeIndex(
  openDatabase({ ...fromThread(app), max: 2 }),
  { id: keys.id, content: secret(keys.content), lookup: secret(keys.lookup), links: secret(keys.links) },
  except,
  {
    damaged: (complaintId) =>
      log.error(
        { complaintId },
        "words that cannot be opened are left out of the search; run redress verify",
      ),
  },
);
// Between searches too, so that the next one has little to read.
setInterval(() => void index.follow().catch(() => {}), 3000).unref();

/** What the other thread does. An error tells its name and code: what was searched for stays here. */
export default async function obey(
  order: Order,
): Promise<{ done: Found | Hits | string[] } | { failed: string; code?: string }> {
  try {
    return { done: await once(order) };
  } catch (error) {
    const { name, code } = error as { name: string; code?: unknown };
    return { failed: name, ...(typeof code === "string" && { code }) };
  }
}

async function once(order: Order): Promise<Found | Hits | string[]> {
  if (order.do === "newest") return index.newest(order.expression, order.standings, order.most, order.before);
  if (order.do === "among") return index.among(order.expression, order.ids);
  // A session that had ended while nobody looked is replaced: the second time is on a fresh one.
  if (order.do === "begin") return index.follow().then(() => []);
  return index.find(order.text).catch(() => index.find(order.text));
}
