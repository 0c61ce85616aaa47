// How long a customer waits: from the moment a message is handed over until its acknowledgement has arrived at another
// mail server. Real SMTP on both sides, the embedded database with its usual durability. `npm run bench`.
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import pino from "pino";
import { SMTPServer } from "smtp-server";
import { openApp } from "../src/app.ts";
import { readModels } from "../src/complaints/projections/read-models.ts";
import { startEmbedded } from "../src/database/embedded.ts";
import { migrate } from "../src/database/migrate.ts";
import { verify } from "../src/journal/verify.ts";
import { prepareQueue } from "../src/queue/queue.ts";

const messages = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), "redress-bench-"));
const database = mkdtempSync(join(tmpdir(), "redress-bench-"));
const arrivals = new Map<string, (at: number) => void>();

const sink = new SMTPServer({
  authOptional: true,
  disabledCommands: ["AUTH", "STARTTLS"],
  onData: (stream, { envelope }, done) => {
    stream.resume().on("end", () => {
      for (const { address } of envelope.rcptTo) arrivals.get(address)?.(performance.now());
      done();
    });
  },
});
await new Promise<void>((resolve) => void sink.listen(0, "127.0.0.1", () => resolve()));

const access = await startEmbedded({ folder: database });
await migrate(access.owner);
await prepareQueue(access.owner);
const out = `smtp://127.0.0.1:${(sink.server.address() as AddressInfo).port}`;
const settings = {
  http: { host: "127.0.0.1", port: 0, url: "http://bench.test", metricsToken: undefined },
  data: { folder, keys: join(folder, "keys"), databaseUrl: undefined },
  mail: {
    out,
    listen: { host: "127.0.0.1", port: 0, lmtp: false },
    imap: [],
    tls: undefined,
    receivers: [],
    dkim: undefined,
    clamav: undefined,
  },
  logLevel: "error",
  notices: [],
};
const app = await openApp({ access, settings, log: pino({ level: "error" }) });
const { mailPort } = await app.work();
const client = createTransport({
  host: "127.0.0.1",
  port: mailPort,
  ignoreTLS: true,
  pool: true,
  maxConnections: 4,
} as object);
const text = "The course was cancelled and nobody told us.\n".repeat(440);

async function send(n: number): Promise<number> {
  const from = `customer${n}@example.test`;
  const arrived = new Promise<number>((resolve) => arrivals.set(from, resolve));
  const begun = performance.now();
  await client.sendMail({ from, to: "mb@ctterra.com", subject: `Message ${n}`, text });
  return (await arrived) - begun;
}

function limit(): number {
  const file = openSync(join(folder, "sync"), "w");
  const begun = performance.now();
  for (let n = 0; n < 200; n += 1) {
    writeSync(file, "x");
    fdatasyncSync(file);
  }
  closeSync(file);
  return 200_000 / (performance.now() - begun);
}

const quantile = (sorted: number[], part: number) =>
  Math.round(sorted[Math.ceil(part * sorted.length) - 1] ?? 0);

for (let n = -10; n < 0; n += 1) await send(n);
const one: number[] = [];
for (let n = 0; n < messages; n += 1) one.push(await send(n));
one.sort((a, b) => a - b);
console.log(
  `${messages} messages of 20 kB, one after another, until acknowledged: median ${quantile(one, 0.5)} ms, p95 ${quantile(one, 0.95)} ms, max ${quantile(one, 1)} ms`,
);

const begun = performance.now();
await Promise.all(Array.from({ length: messages }, (_, n) => send(messages + n)));
const seconds = (performance.now() - begun) / 1000;
console.log(
  `${messages} messages at once: ${(messages / seconds).toFixed(0)} a second received, stored and acknowledged`,
);

const checked = performance.now();
const { facts, broken } = await verify(app.desk.db, app.desk.keys, readModels);
console.log(
  `verify: ${(facts / ((performance.now() - checked) / 1000)).toFixed(0)} facts a second${broken ? `, BROKEN: ${broken.what}` : ""}`,
);
console.log(`this machine's limit: ${limit().toFixed(0)} synced writes a second`);

client.close();
await app.stop();
await new Promise<void>((resolve) => sink.close(() => resolve()));
await access.stop();
for (const each of [folder, database]) rmSync(each, { recursive: true, force: true });
