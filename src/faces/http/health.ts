import type { FastifyInstance } from "fastify";
import { timingSafeEqual, createHash } from "node:crypto";
import type { Db } from "../../engine/database/database.ts";
import type { Clock } from "../../engine/timekeeping/clock.ts";
import { isStuck } from "../../engine/database/pool-health.ts";
import { isMigrated } from "../../engine/database/migrate.ts";
import { canStore } from "../../engine/database/room.ts";
import { answerProblem, problem } from "./problems.ts";

const unready = {
  "not-migrated": "The database is not migrated to this version; run `migrate`.",
  full: "The database has no room left; make some.",
  "read-only": "The database takes no writes; is it a standby?",
} as const;

const digest = (text: string) => createHash("sha256").update(text).digest();

export function health(
  app: FastifyInstance,
  db: Db,
  metricsToken: string | undefined,
  clock: Pick<Clock, "skew" | "inDoubt">,
  stopping: AbortSignal,
): void {
  const hidden = { schema: { hide: true } };
  const answered = new Map<string, number>();
  app.addHook("onResponse", async (request, reply) => {
    const line = `${request.method} ${Math.trunc(reply.statusCode / 100)}xx`;
    answered.set(line, (answered.get(line) ?? 0) + 1);
  });

  app.get("/healthz", hidden, async (request, reply) => {
    if (!isStuck(db)) return { alive: true };
    const detail = "Requests wait for a database connection and none is given back. Restart this node.";
    return answerProblem(request, reply, problem(503, "stuck", detail));
  });

  app.get("/readyz", hidden, async (request, reply) => {
    // A proxy sends the next request to another node.
    if (stopping.aborted)
      return answerProblem(request, reply, problem(503, "stopping", "This node is stopping."));
    try {
      const rows = await db.selectFrom("migration").select("name").execute();
      const can = await canStore(db);
      const why = isMigrated(rows.map(({ name }) => name)) ? can : "not-migrated";
      if (why !== "yes") return await answerProblem(request, reply, problem(503, why, unready[why]));
      const { proven } = await backups(db);
      const skew = clock.skew();
      return {
        ready: true,
        ...(proven && { backupProvenAt: proven }),
        ...(skew !== 0 && { clockSkewSeconds: skew }),
      };
    } catch {
      return answerProblem(request, reply, problem(503, "no-database", "The database does not answer."));
    }
  });

  app.get("/metrics", hidden, async (request, reply) => {
    const sent = request.headers.authorization ?? "";
    if (metricsToken !== undefined && !timingSafeEqual(digest(sent), digest(`Bearer ${metricsToken}`)))
      return answerProblem(
        request,
        reply,
        problem(401, "sign-in-first", "Send the METRICS_TOKEN as Authorization: Bearer."),
      );
    const stages = await db
      .selectFrom("complaint")
      .select(["stage", ({ fn }) => fn.countAll<number>().as("count")])
      .groupBy("stage")
      .execute();
    const letters = await db
      .selectFrom("letter")
      .select(["state", ({ fn }) => fn.countAll<number>().as("count")])
      .groupBy("state")
      .execute();
    const { nights, proven } = await backups(db);
    const age = proven
      ? Temporal.Instant.from(proven).until(Temporal.Now.instant()).total("seconds")
      : "+Inf";
    const lines = [
      "# TYPE redress_http_requests_total counter",
      ...[...answered].map(
        ([line, count]) =>
          `redress_http_requests_total{method="${line.split(" ")[0]}",status="${line.split(" ")[1]}"} ${count}`,
      ),
      "# TYPE redress_complaints gauge",
      ...stages.map(({ stage, count }) => `redress_complaints{stage="${stage}"} ${count}`),
      "# TYPE redress_letters gauge",
      ...letters.map(({ state, count }) => `redress_letters{state="${state}"} ${count}`),
      // Nothing where no backup is scheduled.
      ...(nights > 0
        ? ["# TYPE redress_backup_proven_age_seconds gauge", `redress_backup_proven_age_seconds ${age}`]
        : []),
      "# TYPE redress_clock_skew_seconds gauge",
      `redress_clock_skew_seconds ${clock.skew()}`,
      "# TYPE redress_clock_in_doubt gauge",
      `redress_clock_in_doubt ${Number(clock.inDoubt())}`,
      "# TYPE process_resident_memory_bytes gauge",
      `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    ];
    return reply.type("text/plain; version=0.0.4").send(`${lines.join("\n")}\n`);
  });
}

/** How many nights have had a backup, and the moment that the newest one holds which was restored and verified. */
const backups = (db: Db) =>
  db
    .selectFrom("backup_run")
    .select(({ fn }) => [
      fn.countAll<number>().as("nights"),
      fn.max<string | null>("made_at").filterWhere("state", "=", "proven").as("proven"),
    ])
    .executeTakeFirstOrThrow();
