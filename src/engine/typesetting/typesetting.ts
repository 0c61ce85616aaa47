import { Piscina } from "piscina";
import { join } from "node:path";
import { turns } from "../queue/turns.ts";

/** How a document looks (a file in Typst's notation), and whether it is to be one that everybody can read. */
export type Template = {
  path: string;
  /** PDF/UA-1 (ISO 14289-1): refused where a picture has no words or a sign no font. */
  accessible?: boolean;
};

/** Sets documents in a thread of its own, one after another, so that nobody else waits for a long one. */
export type Typesetter = {
  /** Nothing when it takes longer than it may. */
  typeset: (template: Template, document: object) => Promise<Buffer | undefined>;
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
    typeset: (template, document) =>
      turn(async () => {
        try {
          const order = { ...template, data: JSON.stringify(document) };
          const set = pool.run(order, { signal: AbortSignal.timeout(milliseconds) });
          return Buffer.from((await set) as Uint8Array);
        } catch (error) {
          if ((error as Error).name === "AbortError") return undefined;
          throw error;
        }
      }),
    close: () => pool.close({ force: true }),
  };
}
