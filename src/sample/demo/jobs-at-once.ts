import type { JobHandlers, Queue } from "../../engine/queue/queue.ts";
import type { JobName, Jobs } from "../../engine/queue/jobs.ts";

/**
 * A queue whose jobs are done as soon as the step of the year that queued them is over, at the time which it then was.
 * Afterwards it is the real one again. `skips` says which jobs nobody needs.
 */
export function jobsAtOnce(real: Queue, skips: (name: JobName) => boolean) {
  const waiting: { name: JobName; data: Jobs[JobName] }[] = [];
  let over = false;
  const add: Queue["add"] = async (tx, name, ...data) => {
    if (over) return real.add(tx, name, ...data);
    if (!skips(name)) waiting.push(...data.map((each) => ({ name, data: each })));
  };
  /** What a job queues is done with it, until nothing is left. */
  const run = async (handlers: JobHandlers) => {
    while (waiting.length > 0)
      await Promise.all(
        waiting.splice(0).map(({ name, data }) => (handlers[name] as (each: unknown) => Promise<void>)(data)),
      );
  };
  return { queue: { ...real, add } satisfies Queue, run, end: () => void (over = true) };
}
