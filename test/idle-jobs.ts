import type { JobHandlers } from "../src/engine/queue/queue.ts";

const idle = async () => {};

/** Every job is done at once and does nothing. */
export const idleJobs: JobHandlers = {
  "send-letter": idle,
  "place-message": idle,
  "send-notice": idle,
  "count-mailboxes": idle,
  "follow-calendar": idle,
  "make-backup": idle,
  tick: idle,
};
