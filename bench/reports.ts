// How long the report of a month takes in a large register. The rows are made by the database itself and not by the
// commands, which would take hours; they have the shapes that the commands give. `npm run bench:reports -- 1000000 24`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { sql } from "kysely";
import { openApp } from "../src/app.ts";
import { prepareDatabase } from "../src/commands/preparing.ts";
import { startEmbedded } from "../src/engine/database/embedded.ts";
import { openDatabase } from "../src/engine/database/database.ts";
import { makeReport } from "../src/areas/reports/making.ts";
import { ownSettings } from "../test/own-settings.ts";

const complaints = Number(process.argv[2] ?? 1_000_000);
const months = Number(process.argv[3] ?? 24);
const folder = mkdtempSync(join(tmpdir(), "redress-bench-"));
const database = mkdtempSync(join(tmpdir(), "redress-bench-"));
const now = "2026-11-02T08:00:00.000Z";

const access = await startEmbedded({ folder: database });
await prepareDatabase(access);
const settings = ownSettings({ folder });
const app = await openApp({ access, settings, log: pino({ level: "error" }), now: () => now });
const owner = openDatabase(access.owner);

const took = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const begun = performance.now();
  const done = await work();
  console.log(`${what}: ${((performance.now() - begun) / 1000).toFixed(2)} s`);
  return done;
};

await took(`${complaints} complaints over ${months} months, as rows`, async () => {
  await sql`
    insert into complaint (id, reference, version, hash, stage, platform, channel, language, subject, category,
      severity, received_at, recorded_at, policy_version, updated_at, outcome, root_cause, reachable, programme,
      first_sent_at, first_decided_at, first_decision)
    select gen_random_uuid(), 'CT-' || n, 12, '\\x00', case when n % 50 = 0 then 'proposed' else 'closed' end,
      case when n % 3 = 0 then 'cleantech' else 'ctterra' end,
      (array['email', 'web', 'phone', 'in_person'])[1 + n % 4], case when n % 4 = 0 then 'en' else 'de' end, 'programme',
      (array['scheduling', 'materials', 'trainer', 'invoice', 'certificate', 'platform'])[1 + (n * 7) % 6],
      case when n % 20000 = 0 then 4 else 1 + n % 3 end, at, at + interval '20 minutes', 1, at + interval '20 days',
      case when n % 50 = 0 then null else (array['upheld', 'partly_upheld', 'not_upheld'])[1 + (n * 5) % 3] end,
      case when n % 50 = 0 then null else (array['planning_capacity', 'content_outdated', 'communication_late',
        'system_defect', 'unknown'])[1 + (n * 11) % 5] end, n % 40 <> 0,
      (array['pv', 'wind', 'heat_pump', 'energy'])[1 + (n * 13) % 4], at + interval '4 days', at + interval '6 days',
      case when n % 50 = 0 then null when n % 5 = 0 then 'declined' else 'accepted' end
    from (select n, ${now}::timestamptz - make_interval(secs => (${complaints}::int - n) * (${months}::int * 2629746.0 / ${complaints}::int)) as at
      from generate_series(1, ${complaints}::int) n) made`.execute(owner);
  for (const [kind, hours, days] of [
    ["acknowledgement", 48, 0.2],
    ["proposal", 170, 4],
    ["implementation", 240, 8],
    ["follow_up", 460, 14],
  ] as const)
    await sql`
      insert into complaint_clock (complaint_id, kind, round, started_at, due_at, met_at, policy_version, calendar_version)
      select id, ${kind}, 0, received_at, received_at + make_interval(hours => ${hours}),
        case when stage = 'proposed' and ${kind}::text in ('implementation', 'follow_up') then null
          else received_at + make_interval(secs => ${days}::float8 * 86400 * (0.5 + random())) end, 1, 'bench'
      from complaint`.execute(owner);
  await sql`
    insert into complaint_opening (complaint_id, number, opened_at, because, closed_at, closed_as)
    select id, 1, received_at, 'received',
      case when stage = 'closed' then least(received_at + interval '18 days', ${now}::timestamptz) end,
      case when stage = 'closed' then 'resolved' end
    from complaint`.execute(owner);
  await sql`
    insert into complaint_measure (complaint_id, measure, kind, amount_cents, basis, accepted_at, done_at)
    select id, '1.1', 'refund', 10000 + (random() * 20000)::int, 'claim', first_decided_at, first_decided_at + interval '2 days'
    from complaint where first_decision = 'accepted'`.execute(owner);
  // As autovacuum leaves a register that has grown over months.
  await sql`vacuum (analyze)`.execute(owner);
});

for (const period of ["2026-08", "2026-09", "2026-10"])
  await took(`report of ${period}`, async () => {
    const made = await makeReport(app.desk, period, { by: "bench" });
    if (made.made !== "report") throw new Error(JSON.stringify(made));
  });

await owner.destroy();
await app.stop();
await access.stop();
for (const each of [folder, database]) rmSync(each, { recursive: true, force: true });
