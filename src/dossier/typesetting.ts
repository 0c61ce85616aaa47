import { Piscina } from "piscina";
import { join } from "node:path";
import { turns } from "../channels/email/turns.ts";

/** Sets documents in a thread of its own, one after another, so that nobody else waits for a long one. */
export type Typesetter = {
  /** Nothing when it takes longer than it may. */
  typeset: (document: object) => Promise<Buffer | undefined>;
  close: () => Promise<void>;
};

const longest = 60_000;

export function openTypesetter(
  filename = join(import.meta.dirname, "typesetting-worker.ts"),
  milliseconds = longest,
): Typesetter {
  const pool = new Piscina({ filename, minThreads: 0, maxThreads: 1, idleTimeout: 60_000 });
  const turn = turns(1);
  return {
    typeset: (document) =>
      turn(async () => {
        try {
          const set = pool.run(JSON.stringify(document), { signal: AbortSignal.timeout(milliseconds) });
          return Buffer.from((await set) as Uint8Array);
        } catch (error) {
          if ((error as Error).name === "AbortError") return undefined;
          throw error;
        }
      }),
    close: () => pool.close({ force: true }),
  };
}
