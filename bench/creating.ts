// Whether many who record complaints at the same moment are as fast together as a few: over HTTP, the clients on the same
// cores. `npm run bench:creating -- 640 3`, with how many complaints and how often.
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { openApp } from "../src/app.ts";
import { prepareDatabase } from "../src/commands/preparing.ts";
import { startEmbedded } from "../src/engine/database/embedded.ts";
import { addKey } from "../src/organisation/staff/api-keys.ts";
import { ownSettings } from "../test/own-settings.ts";
import { syncedWrites } from "./synced-writes.ts";

const complaints = Number(process.argv[2] ?? 640);
const rounds = Number(process.argv[3] ?? 3);
const folder = mkdtempSync(join(tmpdir(), "redress-bench-"));
const database = mkdtempSync(join(tmpdir(), "redress-bench-"));
const access = await startEmbedded({ folder: database });
await prepareDatabase(access);
const app = await openApp({ access, settings: ownSettings({ folder }), log: pino({ level: "error" }) });
const server = await app.server();
await server.listen({ host: "127.0.0.1", port: 0 });
const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/api/v1/complaints`;
const key = await addKey(app.desk.db, { name: "bench", roles: ["intake"] }, app.desk.now());

const create = async () => {
  const answer = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({
      platform: "ctterra",
      channel: "phone",
      receivedAt: app.desk.now(),
      complainant: { name: "Anna Beispiel", language: "de", email: `${crypto.randomUUID()}@example.invalid` },
      subject: { kind: "service" },
      statement: "Nobody came. ".repeat(40),
    }),
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
};

const perSecond = async (atOnce: number) => {
  let left = complaints;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) await create();
    }),
  );
  return (complaints * 1000) / (performance.now() - begun);
};

await perSecond(8);
for (let round = 0; round < rounds; round += 1) {
  const [few, many] = [await perSecond(4), await perSecond(64)];
  console.log(
    `${complaints} complaints: ${few.toFixed(0)} a second by 4 at once, ${many.toFixed(0)} by 64 (${(many / few).toFixed(2)} times)`,
  );
}

console.log(`this machine's limit: ${syncedWrites(folder).toFixed(0)} synced writes a second`);
await app.stop();
await access.stop();
for (const each of [folder, database]) rmSync(each, { recursive: true, force: true });
