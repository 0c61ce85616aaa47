// A large register: some complaints that the real commands made, copied to any size. `npm run bench:register -- 1000000`
// makes it in ./data-bench/1000000 (BENCH_DATA names another place than ./data-bench) and goes on where it was stopped.
import { join } from "node:path";
import { Piscina } from "piscina";
import pino from "pino";
import { sql } from "kysely";
import { openApp } from "../src/app.ts";
import { prepareDatabase } from "../src/commands/preparing.ts";
import { open } from "../src/record/content/content.ts";
import { openDatabase } from "../src/engine/database/database.ts";
import { seedComplaints } from "../src/sample/seeding/seeding.ts";
import type { Original, Part } from "./register/copying.ts";
import { openRegister } from "./register/opening.ts";

const complaints = Number(process.argv[2] ?? 1_000_000);
const months = Number(process.argv[3] ?? 48);
const seeds = Math.min(complaints, 600);
const size = 2000;
const begun = performance.now();
const say = (what: string) =>
  console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${what}`);

// What is cut is made again, so it need not reach the disk at once.
const { access, folder, settings } = await openRegister(complaints, {
  fsync: "off",
  full_page_writes: "off",
  shared_buffers: "2GB",
  max_wal_size: "8GB",
  maintenance_work_mem: "512MB",
});
await prepareDatabase(access);
const app = await openApp({ access, settings, log: pino({ level: "error" }) });
const owner = openDatabase({ ...access.owner, statement_timeout: 0 });
try {
  await sql`create schema if not exists bench`.execute(owner);
  await sql`create table if not exists bench.part (from_copy int primary key)`.execute(owner);
  await seed();
  await dropIndexes();
  await multiply(await originals());
  await settle();
  say(`${complaints} complaints in ${folder}`);
} finally {
  await owner.destroy();
  await app.stop();
  await access.stop();
}

/** By the real commands; a table remembers which they are. */
async function seed(): Promise<void> {
  const { rows } = await sql<{
    done: boolean;
  }>`select to_regclass('bench.original') is not null as done`.execute(owner);
  if (rows[0]!.done) return;
  const { made } = await owner
    .selectFrom("complaint")
    .select(({ fn }) => fn.countAll<number>().as("made"))
    .executeTakeFirstOrThrow();
  // So many in so short a time that some stand at each stage.
  await seedComplaints(app.desk, { complaints: seeds - made, months: 2 }, () => {});
  await sql`create table bench.original as select id from complaint`.execute(owner);
  say(`${seeds} complaints made by the real commands`);
}

async function originals(): Promise<Original[]> {
  const { rows } = await sql<{ id: string; ended: boolean; received_at: string; owned: boolean }>`
    select id, stage in ('closed', 'withdrawn') as ended, received_at, owner_id is not null as owned
    from complaint join bench.original using (id) order by reference`.execute(owner);
  const words = Map.groupBy(
    await open(
      app.desk.db,
      app.desk.keys,
      rows.map(({ id }) => id),
      { withoutFiles: true },
    ),
    ({ ownerId }) => ownerId,
  );
  return rows.map(({ id, ended, received_at, owned }) => ({
    id,
    ended,
    receivedAt: received_at,
    owned,
    words: words.get(id)!.map(({ version, name, clear }) => ({ version, name, clear: clear.toString() })),
  }));
}

async function multiply(from: Original[]): Promise<void> {
  const people = await colleagues();
  const pool = new Piscina<Part, void>({
    filename: join(import.meta.dirname, "register/copying.ts"),
    maxThreads: 2,
  });
  const firsts = Array.from({ length: Math.ceil((complaints - seeds) / size) }, (_, at) => at * size);
  let done = 0;
  await Promise.all(
    firsts.map(async (first) => {
      const to = Math.min(first + size, complaints - seeds);
      await pool.run({
        owner: {
          host: access.owner.host!,
          port: access.owner.port!,
          user: access.owner.user!,
          database: access.owner.database!,
        },
        keyFolder: settings.data.keys,
        originals: from,
        people,
        from: first,
        to,
        months,
      });
      done += to - first;
      if ((done / size) % 25 === 0) say(`${done} copies`);
    }),
  );
  await pool.destroy();
}

/** Twenty who own complaints; the first eight are also complained about. */
async function colleagues(): Promise<string[]> {
  const ids = Array.from(
    { length: 20 },
    (_, at) => `5eed0000-0000-4000-8000-0000000001${String(at).padStart(2, "0")}`,
  );
  await owner
    .insertInto("person")
    .values(
      ids.map((id, at) => ({
        id,
        email: `sample.${at}@example.invalid`,
        name: `Sample ${at}`,
        roles: ["handler"],
        created_at: app.desk.now(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return ids;
}

/** Made once at the end, an index takes a fraction of what it takes row by row; what makes them is kept until then. */
async function dropIndexes(): Promise<void> {
  await sql`create table if not exists bench.index as
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made_by
    from pg_index join pg_class on pg_class.oid = indrelid
    where relnamespace = 'public'::regnamespace and relname ~ '^complaint' and not indisunique`.execute(
    owner,
  );
  const { rows } = await sql<{ name: string }>`select name from bench.index`.execute(owner);
  for (const { name } of rows) await sql`drop index if exists ${sql.raw(name)}`.execute(owner);
}

/** As autovacuum leaves a register that has grown over years. */
async function settle(): Promise<void> {
  const { rows } = await sql<{ made_by: string }>`select made_by from bench.index`.execute(owner);
  for (const { made_by } of rows) await sql`${sql.raw(made_by)}`.execute(owner);
  await sql`drop table bench.index`.execute(owner);
  await sql`insert into reference_counter select 'CT', year, 2000000 from generate_series(2015, 2040) as year
    on conflict (prefix, year) do update set last = excluded.last`.execute(owner);
  await sql`vacuum (analyze)`.execute(owner);
  say("indexes made, vacuumed and analysed");
}
