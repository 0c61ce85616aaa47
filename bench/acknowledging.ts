// How long a customer waits: from the moment a message is handed over until its acknowledgement has arrived at another
// mail server. Real SMTP on both sides, the embedded database with its usual durability, customers in a process of their
// own on the same cores. `npm run bench`, with how many messages and how often.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { openApp } from "../src/app.ts";
import { readModels } from "../src/casework/complaints/projections/read-models.ts";
import { prepareDatabase } from "../src/commands/preparing.ts";
import { startEmbedded } from "../src/engine/database/embedded.ts";
import { verify } from "../src/record/journal/verify.ts";
import type { Ask, Found } from "./customers.ts";
import { ownSettings } from "../test/own-settings.ts";
import { databaseSeconds } from "./processors.ts";
import { syncedWrites } from "./synced-writes.ts";

const messages = Number(process.argv[2] ?? 200);
const rounds = Number(process.argv[3] ?? 1);
const folder = mkdtempSync(join(tmpdir(), "redress-bench-"));
const database = mkdtempSync(join(tmpdir(), "redress-bench-"));

const customers = fork(join(import.meta.dirname, "customers.ts"));
const [{ out }] = (await once(customers, "message")) as [Extract<Found, { out: number }>];

const access = await startEmbedded({ folder: database });
await prepareDatabase(access);
const settings = ownSettings({ folder, out: `smtp://127.0.0.1:${out}` });
const app = await openApp({ access, settings, log: pino({ level: "error" }) });
const { mailPort } = await app.work();
ask({ port: mailPort! });

const quantile = (sorted: number[], part: number) =>
  Math.round(sorted[Math.ceil(part * sorted.length) - 1] ?? 0);

await timed({ oneAfterAnother: 10 });
const { milliseconds: one } = await timed<{ milliseconds: number[] }>({ oneAfterAnother: messages });
one.sort((a, b) => a - b);
console.log(
  `${messages} messages of 20 kB, one after another, until acknowledged: median ${quantile(one, 0.5)} ms, p95 ${quantile(one, 0.95)} ms, max ${quantile(one, 1)} ms`,
);

for (let round = 0; round < rounds; round += 1) {
  const [ours, theirs] = [process.cpuUsage(), databaseSeconds(database)];
  const { seconds, cpu } = await timed<{ seconds: number; cpu: number }>({ atOnce: messages });
  const { user, system } = process.cpuUsage(ours);
  const each = (total: number) => (total / messages).toFixed(1);
  console.log(
    `${messages} messages at once: ${(messages / seconds).toFixed(0)} a second received, stored and acknowledged; each took ${each((user + system) / 1000)} ms of Redress, ${each((databaseSeconds(database) - theirs) * 1000)} ms of PostgreSQL, ${each(cpu)} ms of the customers' processors`,
  );
}

const checked = performance.now();
const { facts, broken } = await verify(app.desk.db, app.desk.keys, readModels);
console.log(
  `verify: ${(facts / ((performance.now() - checked) / 1000)).toFixed(0)} facts a second${broken ? `, BROKEN: ${broken.what}` : ""}`,
);
console.log(`this machine's limit: ${syncedWrites(folder).toFixed(0)} synced writes a second`);

ask({ end: true });
await app.stop();
await access.stop();
for (const each of [folder, database]) rmSync(each, { recursive: true, force: true });

function ask(what: Ask): void {
  customers.send(what);
}

async function timed<F extends Found>(what: Ask): Promise<F> {
  ask(what);
  const [found] = (await once(customers, "message")) as [F];
  return found;
}
