// How fast a backup is made, restored and proven: `npm run bench:backups -- 300 500000` (megabytes of attachments, rows).
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import pg from "pg";
import { load } from "../src/areas/backup/loading.ts";
import { makeBackup } from "../src/areas/backup/making.ts";
import { loadKeys } from "../src/record/content/keys.ts";
import { emptyDatabase, freshDatabase } from "../test/database.ts";

const [megabytes = 300, rows = 500_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "redress-bench-"));
const keys = join(folder, "keys");
mkdirSync(keys);
loadKeys(keys);
const [from, to] = [await freshDatabase(), await emptyDatabase()];
try {
  const client = new pg.Client(from.owner);
  await client.connect();
  // Sealed words look like chance: nothing makes them smaller.
  for (let part = 0; part < megabytes; part += 1)
    await client.query(
      "insert into content (owner_id, version, name, part, salt, sealed) values (gen_random_uuid(), 1, 'file:0', 0, null, $1)",
      [randomBytes(1 << 20)],
    );
  await client.query(
    `insert into complaint_clock (complaint_id, kind, round, started_at, due_at, warn_50, warn_75, warn_90)
      select gen_random_uuid(), 'acknowledgement', 1, now(), now() + n * interval '1 minute', now(), now(), now()
      from generate_series(1, $1::int) as n`,
    [rows],
  );
  await client.end();
  const identity = await generateX25519Identity();
  const file = join(folder, "bench.backup");
  const lock = { recipient: await identityToRecipient(identity) };
  const now = Temporal.Now.instant().toString();
  const made = await timed(() => makeBackup({ owner: from.owner, keys, lock, file, now }));
  const restored = await timed(() => load({ owner: to.owner, file, opener: { identity } }));
  const size = statSync(file).size / 1e6;
  const peak = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    `${megabytes} MB of attachments and ${rows} rows, ${size.toFixed(0)} MB encrypted: backed up in ${made.toFixed(1)} s (${(size / made).toFixed(0)} MB/s), restored in ${restored.toFixed(1)} s; at most ${peak.toFixed(0)} MB of memory.\n`,
  );
} finally {
  await from.drop();
  await to.drop();
  rmSync(folder, { recursive: true });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
