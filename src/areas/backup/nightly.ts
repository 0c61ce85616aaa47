import { basename, join } from "node:path";
import { statSync } from "node:fs";
import { Piscina } from "piscina";
import type { PoolConfig } from "pg";
import type { Logger } from "pino";
import type { Desk } from "../../record/desk.ts";
import { forThread } from "../../engine/database/hosts.ts";
import { oneAtATime } from "../../engine/database/guarded.ts";
import { firstRun } from "../../engine/queue/periods.ts";
import type { Answer, Order, WorkerData } from "./backup-worker.ts";
import { noteErasures } from "./erasures.ts";
import { prune } from "./pruning.ts";
import { filesOf, newest, noteMade, noteResult, runOf, type Result } from "./runs.ts";
import type { Lock, Opener } from "./secrets.ts";

/** The hour from which a night's backup is made, in the policy's zone: mail is rare then, and the day is over. */
const hour = 2;

export type Nightly = {
  /** Queues tonight's backup, once for all nodes. */
  schedule: () => Promise<void>;
  /** Makes a night's backup and proves it; goes on where somebody was killed. */
  run: (night: string) => Promise<void>;
  /** Whether what is made can be opened here. */
  proves: boolean;
  /** Breaks off what is being made or proven here; another node, or this one later, does it again. */
  stop: () => Promise<void>;
};

type Parts = {
  desk: Desk;
  owner: PoolConfig;
  keys: string;
  folder: string;
  lock: Lock;
  opener: Opener | undefined;
  log: Logger;
};

export function openNightly({ desk, log, ...parts }: Parts): Nightly {
  const { owner, folder, keys, opener } = parts;
  const { db } = desk;
  const begun = new Set<Piscina>();
  const ask = async (order: Order): Promise<Answer> => {
    const thread = apart(parts);
    begun.add(thread);
    try {
      return (await thread.run(order)) as Answer;
    } finally {
      begun.delete(thread);
      await thread.destroy();
    }
  };

  const schedule = async () => {
    const now = desk.now();
    const { zone } = await desk.policyAt(now);
    const here = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
    if (here.hour < hour) return;
    const night = here.toPlainDate().toString();
    await db.transaction().execute(async (tx) => {
      if (await firstRun(tx, "backup", night, now)) await desk.queue.add(tx, "make-backup", { night });
    });
  };

  const make = async (night: string) => {
    const answer: Answer = statSync(folder, { throwIfNoEntry: false })?.isDirectory()
      ? await ask({ make: desk.now() })
      : { failed: `There is no folder ${folder} (BACKUP_TO).` };
    if (!("made" in answer)) throw await failure(night, answer);
    for (const each of [folder, keys]) await noteErasures(db, each, desk.now());
    await noteMade(db, night, answer.made);
    return basename(answer.made.file);
  };

  const result = async (night: string, state: Result["state"], said: string | null) =>
    noteResult(db, night, { state, checkedAt: desk.now(), said });

  const proveAndPrune = async (night: string, file: string) => {
    const answer: Answer = opener
      ? await ask({ prove: join(folder, file) })
      : { unopened: "not opened: there is no BACKUP_DRILL_KEY here, so only that it was written is known" };
    if ("failed" in answer) {
      await result(night, "made", answer.failed);
      log.error({ file, said: answer.failed }, "the backup could not be tried; it is tried again");
      throw new Error("the backup could not be tried");
    }
    if ("broken" in answer) {
      await result(night, "broken", answer.broken);
      return log.error({ file, said: answer.broken }, "the backup is not sound; older ones are kept");
    }
    const unopened = "unopened" in answer ? answer.unopened : null;
    await result(night, unopened ? "unopened" : "proven", unopened);
    if (unopened) log.warn({ file }, `backup ${unopened}`);
    else log.info({ file }, "backup proven: restored into a scratch database and verified");
    const gone = prune(folder, (await newest(db, "proven"))?.file ?? undefined, await filesOf(db));
    if (gone.length > 0) log.info({ gone }, "old backups deleted");
  };

  const failure = async (night: string, answer: Answer) => {
    const said = "failed" in answer ? answer.failed : "";
    await result(night, "failed", said);
    log.error({ night, said }, "no backup was made; it is tried again");
    return new Error("no backup was made");
  };

  return {
    schedule,
    proves: opener !== undefined,
    stop: async () => void (await Promise.all([...begun].map((thread) => thread.destroy()))),
    run: (night) =>
      oneAtATime(
        owner,
        async () => {
          const known = await runOf(db, night);
          if (known && !["failed", "made"].includes(known.state)) return;
          const file = known?.state === "made" && known.file ? known.file : await make(night);
          await proveAndPrune(night, file);
        },
        "redress nightly backup",
      ),
  };
}

function apart({ owner, keys, folder, lock, opener }: Omit<Parts, "desk" | "log">): Piscina {
  const workerData: WorkerData = { owner: forThread(owner), keys, folder, lock, opener };
  const filename = join(import.meta.dirname, "backup-worker.ts");
  return new Piscina({ filename, minThreads: 1, maxThreads: 1, workerData });
}
