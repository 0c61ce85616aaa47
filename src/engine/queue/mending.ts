import type { PgBoss } from "pg-boss";

/**
 * While the database server's clock was ahead, the library noted instants that have not come yet; after the clock is right
 * again, it would wait for them for days: no tick, no next try, no claim of a dead node that lapses. They are set to now.
 */
export async function mendTimes(boss: PgBoss): Promise<void> {
  for (const statement of statements) await boss.getDb().executeSql(statement);
}

// Two nodes may differ by a moment; a next try of ours comes after two hours at most.
const statements = [
  `update pgboss.version set cron_on = least(cron_on, now()), bam_on = least(bam_on, now()), flow_on = least(flow_on, now())
   where greatest(cron_on, bam_on, flow_on) > now() + interval '1 minute'`,
  `update pgboss.queue set maintain_on = least(maintain_on, now()), monitor_on = least(monitor_on, now()),
     monitor_claim_on = least(monitor_claim_on, now())
   where greatest(maintain_on, monitor_on, monitor_claim_on) > now() + interval '1 minute'`,
  `update pgboss.job set start_after = least(start_after, now()), heartbeat_on = least(heartbeat_on, now()),
     started_on = least(started_on, now())
   where state < 'completed' and (start_after > now() + interval '3 hours'
     or greatest(heartbeat_on, started_on) > now() + interval '1 minute')`,
];
