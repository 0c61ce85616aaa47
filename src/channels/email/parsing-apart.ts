import { Piscina } from "piscina";
import { join } from "node:path";
import type { Mail } from "./parsing.ts";
import { turns } from "../../engine/queue/turns.ts";

/** Why a message cannot be read; it is kept, and a person looks at it. */
export type Unreadable = "unreadable" | "takes-too-long" | "needs-too-much";

/** Reads messages in threads of their own, so that one that takes for ever, or all memory, harms only itself (L10). */
export type Parser = { parse: (raw: Buffer) => Promise<Mail | Unreadable>; close: () => Promise<void> };

export type Limits = { milliseconds: number; megabytes: number; threads: number };
const usual: Limits = { milliseconds: 10_000, megabytes: 256, threads: 2 };

export function openParser(
  filename = join(import.meta.dirname, "parsing-worker.ts"),
  limits = usual,
): Parser {
  const pool = new Piscina({
    filename,
    minThreads: 0,
    maxThreads: limits.threads,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  const parse = async (raw: Buffer): Promise<Mail | Unreadable> => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), limits.milliseconds);
    try {
      return (await pool.run(raw, { signal: late.signal })) as Mail;
    } catch (error) {
      const { name, code } = error as { name?: string; code?: string };
      if (code === "ERR_WORKER_OUT_OF_MEMORY") return "needs-too-much";
      return name === "AbortError" ? "takes-too-long" : "unreadable";
    } finally {
      clearTimeout(timer);
    }
  };
  const turn = turns(limits.threads);
  return {
    // Each waits for its turn before its time begins: waiting behind others is not its fault.
    parse: (raw) => turn(() => parse(raw)),
    close: () => pool.close({ force: true }),
  };
}
