import { setTimeout as pause } from "node:timers/promises";

/** A server that was started by us; `exited` is kept when its process has ended. */
export type Running = { stop: () => Promise<void>; exited: Promise<unknown> };

/** What happened to the server, for the log. */
export type ServerNews = { what: "ended" | "started-again" | "not-started"; error?: unknown };

const shortest = 200;
const longest = 30_000;
/** In milliseconds: a server that held this long counts as well again. */
const sound = 60_000;

/**
 * Starts the server again whenever it ends unasked, after a pause that grows while it does not hold. Answers how to stop it
 * for good.
 */
export function keepRunning(
  first: Running,
  start: () => Promise<Running>,
  report: (news: ServerNews) => void,
): () => Promise<void> {
  let running: Running | undefined = first;
  const stopping = new AbortController();
  const { signal } = stopping;

  const again = async (): Promise<Running | undefined> => {
    try {
      const started = await start();
      report({ what: "started-again" });
      return started;
    } catch (error) {
      report({ what: "not-started", error });
      return undefined;
    }
  };

  const watch = async () => {
    let wait = shortest;
    while (!signal.aborted) {
      const began = performance.now();
      await running?.exited;
      if (signal.aborted) return;
      if (running) report({ what: "ended" });
      if (performance.now() - began > sound) wait = shortest;
      await pause(wait, undefined, { signal }).catch(() => {});
      wait = Math.min(wait * 2, longest);
      if (!signal.aborted) running = await again();
    }
  };
  const watching = watch();

  return async () => {
    stopping.abort();
    await running?.stop();
    await watching;
    // It may have been on its way up when it was told to stop.
    await running?.stop();
  };
}
