import { join } from "node:path";
import { sql } from "kysely";
import pino from "pino";
import { openApp } from "../../src/app.ts";
import { prepareDatabase } from "../../src/commands/preparing.ts";
import { addKey } from "../../src/organisation/staff/api-keys.ts";
import { databaseSeconds } from "../processors.ts";
import { openRegister } from "./opening.ts";

/** A Redress on a register that was made, and a handler of whom some complaints speak, who asks over the API. */
export async function openAsking(complaints: number) {
  const { access, folder, settings } = await openRegister(complaints);
  await prepareDatabase(access);
  const app = await openApp({ access, settings, log: pino({ level: "error" }) });
  const server = await app.server();
  const name = `bench ${crypto.randomUUID()}`;
  const key = await addKey(app.desk.db, { name, roles: ["handler"] }, app.desk.now());
  await sql`insert into complaint_conflict
    select complaint_id, (select id from api_key where name = ${name}) from complaint_conflict
    where person_id = '5eed0000-0000-4000-8000-000000000103'`.execute(app.desk.db);
  const get = async (path: string) => {
    const begun = performance.now();
    const answer = await server.inject({
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${key}` },
    });
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`);
    return { took: performance.now() - begun, body: answer.json() };
  };
  const close = async () => {
    await app.stop();
    await access.stop();
  };
  /** What a request costs the processors, whatever else they do: of Redress, and of PostgreSQL. */
  const each = async (times: number, work: () => Promise<unknown>) => {
    const [ours, theirs] = [process.cpuUsage(), databaseSeconds(join(folder, "postgres"))];
    await work();
    const { user, system } = process.cpuUsage(ours);
    const database = databaseSeconds(join(folder, "postgres")) - theirs;
    return `${((user + system) / 1000 / times).toFixed(1)} ms of Redress and ${((database * 1000) / times).toFixed(1)} ms of PostgreSQL each`;
  };
  return { app, get, each, close };
}
