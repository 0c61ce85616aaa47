import { fromKysely, PgBoss } from "pg-boss";
import type pg from "pg";
import { mendTimes } from "./mending.ts";
import { isPrepared } from "./prepared.ts";
import type { Tx } from "../database/database.ts";
import type { JobName, Jobs } from "./jobs.ts";

export type JobHandlers = { [N in JobName]: (data: Jobs[N]) => Promise<void> };

export type Queue = {
  /** Queues jobs in the caller's transaction: they exist if and only if the facts that need them do. */
  add: <N extends JobName>(tx: Tx, name: N, ...data: Jobs[N][]) => Promise<void>;
  start: (handlers: JobHandlers) => Promise<void>;
  /** Runs every job that is ready, in this process, until none is left; a job that fails throws. For tests and commands. */
  settle: (handlers: JobHandlers) => Promise<void>;
  /** Takes up no more jobs; done when those in hand are. */
  rest: () => Promise<void>;
  /** How many jobs are being done in this process. */
  inHand: () => number;
  /** Ends, and gives back what is still in hand, so that another node takes it up at once. */
  stop: () => Promise<void>;
};

/** The jobs that are being done in this process, by their ids. */
type InHand = Map<string, JobName>;

const names = [
  "send-letter",
  "place-message",
  "send-notice",
  "count-mailboxes",
  "follow-calendar",
  "make-backup",
  "tick",
] as const satisfies JobName[];

/** A worker that was killed is noticed after ten seconds without a sign of life; a failing job is tried for a day. */
const queueOptions = {
  notify: true,
  heartbeatSeconds: 10,
  retryLimit: 12,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 7200,
};

/** A backup of a large register takes hours; everything else is given up after the library's quarter of an hour. */
const takesLong: Partial<Record<JobName, object>> = { "make-backup": { expireInSeconds: 20 * 3600 } };

/** Makes the library's own tables and our queues as owner, where one is missing, and lets the application use them. */
export async function prepareQueue(owner: pg.PoolConfig): Promise<void> {
  if (await isPrepared(owner, names)) return;
  const boss = new PgBoss({ ...reach(owner), supervise: false, schedule: false });
  boss.on("error", () => {});
  try {
    await boss.start();
    for (const name of names) await boss.createQueue(name, { ...queueOptions, ...takesLong[name] });
    const db = boss.getDb();
    await db.executeSql("grant usage on schema pgboss to redress_app");
    await db.executeSql("grant select, insert, update, delete on all tables in schema pgboss to redress_app");
    await db.executeSql("grant execute on all functions in schema pgboss to redress_app");
  } finally {
    await boss.stop({ graceful: false });
  }
}

export async function openQueue(app: pg.PoolConfig, report: (error: Error) => void): Promise<Queue> {
  const boss = new PgBoss({
    ...reach(app),
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    monitorIntervalSeconds: 5,
    superviseIntervalSeconds: 5,
    reindex: false,
    max: 4,
  });
  boss.on("error", report);
  let started: Promise<unknown> | undefined;
  const inHand: InHand = new Map();
  let mending: NodeJS.Timeout | undefined;
  const ready = () => (started ??= boss.start());
  return {
    add: async (tx, name, ...data) => {
      await ready();
      const jobs = data.map((each) => ({ data: each }));
      if (jobs.length > 0) await boss.insert(name, jobs, { db: fromKysely(tx) });
    },
    start: async (handlers) => {
      await ready();
      await mendTimes(boss);
      mending = setInterval(() => void mendTimes(boss).catch(report), 60_000).unref();
      for (const name of names) await work(boss, name, handlers, inHand);
      await boss.schedule("tick", "* * * * *", {}, { tz: "UTC", missed: "once" });
    },
    settle: async (handlers) => {
      await ready();
      for (;;) {
        let done = 0;
        for (const name of names) done += await runReady(boss, name, handlers);
        if (done === 0) return;
      }
    },
    rest: async () => void (await Promise.all(names.map((name) => boss.offWork(name)))),
    inHand: () => inHand.size,
    stop: async () => {
      if (!started) return;
      clearInterval(mending);
      const left = [...inHand];
      // The library takes a job away as if it had failed, with a pause before the next try.
      await boss.stop({ graceful: false, close: false });
      for (const [id, name] of left) await boss.update(name, undefined, { id, startAfter: 0 }).catch(report);
      await boss.stop({ graceful: false });
    },
  };
}

const reach = ({ host, port, user, database, connectionString, options, Client }: pg.PoolConfig) => ({
  ...(host && { host }),
  ...(port && { port }),
  ...(user && { user }),
  ...(database && { database }),
  ...(connectionString && { connectionString }),
  ...(options && { options }),
  ...(Client && { Client }),
});

async function work<N extends JobName>(
  boss: PgBoss,
  name: N,
  handlers: JobHandlers,
  inHand: InHand,
): Promise<void> {
  const options = {
    localConcurrency: 2,
    batchSize: 10,
    burstWhenBatchFull: true,
    perJobResults: true,
    pollingIntervalSeconds: 2,
    // A next try, and what a node that died had in hand, is not announced: it is found by looking.
    notifyPollingIntervalSeconds: 5,
  } as const;
  // The jobs of a batch run side by side; the database's pool is what limits them.
  const run = async ({ id, data }: { id: string; data: Jobs[N] }) => {
    inHand.set(id, name);
    try {
      await handlers[name](data);
      return { id, status: "completed" as const };
    } catch (error) {
      boss.emit("error", error as Error);
      return { id, status: "failed" as const, output: { failed: (error as Error).name } };
    } finally {
      inHand.delete(id);
    }
  };
  await boss.work<Jobs[N]>(name, options, (jobs) => Promise.all(jobs.map(run)));
}

async function runReady<N extends JobName>(boss: PgBoss, name: N, handlers: JobHandlers): Promise<number> {
  const jobs = await boss.fetch<Jobs[N]>(name, { batchSize: 50 });
  for (const { id, data } of jobs) {
    await handlers[name](data);
    await boss.complete(name, id);
  }
  return jobs.length;
}
