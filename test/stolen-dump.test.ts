import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createTransport } from "nodemailer";
import { listenForMail } from "../src/channels/email/smtp.ts";
import { prepareDatabase } from "../src/commands/preparing.ts";
import { openClient } from "../src/engine/database/client.ts";
import { startEmbedded } from "../src/engine/database/embedded.ts";
import { openWorld } from "./world.ts";

// Every planted word begins so, and nothing else does: a whole word, its stem and its beginning are all found by it.
const sign = "qzxv";
let planted = 0;
const word = () => {
  planted += 1;
  return `${sign}${planted.toString().replace(/\d/g, (digit) => "abcdefghij"[Number(digit)]!)}ungen`;
};
const words = (count: number) => Array.from({ length: count }, word).join(" ");
const holds = (bytes: Buffer) => bytes.toString("latin1").toLowerCase().includes(sign);

test("a dump, a base backup and the data folder hold none of a thousand words that customers wrote", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "redress-stolen-"));
  const server = await startEmbedded({ folder, settings: { fsync: "off" } });
  await prepareDatabase(server);
  const world = await openWorld({ database: { ...server, name: "redress", drop: async () => {} } });
  let open = true;
  const stopAll = async () => {
    if (open) await world.close();
    if (open) await server.stop();
    open = false;
  };
  t.after(async () => {
    await stopAll();
    rmSync(folder, { recursive: true, force: true });
  });
  const mara = await world.colleague("Mara", "handler", "intake", "manager");
  const ids: string[] = [];
  for (let n = 0; n < 10; n += 1) {
    const { status, body } = await mara.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: `${word()} ${word()}`, email: `${word()}@${word()}.example`, language: "de" },
      subject: { kind: "other" },
      statement: words(40),
      desiredOutcome: words(20),
    });
    assert.equal(status, 201, JSON.stringify(body));
    ids.push(body.id);
  }
  for (const id of ids)
    for (const [path, body] of [
      ["notes", { note: words(10) }],
      ["assignment", { ownerId: mara.id }],
    ] as const)
      assert.equal((await mara.post(`/complaints/${id}/${path}`, body)).status < 300, true, path);
  const { port, stop } = await listenForMail(
    world.desk,
    { host: "127.0.0.1", port: 0, lmtp: false },
    () => {},
  );
  const post = createTransport({ host: "127.0.0.1", port, ignoreTLS: true } as object);
  for (let n = 0; n < 5; n += 1)
    await post.sendMail({
      from: `${word()} <${word()}@kundin.example>`,
      to: "mb@ctterra.com",
      subject: words(3),
      text: words(40),
      attachments: [{ filename: `${word()}.txt`, content: words(20) }],
    });
  post.close();
  await stop();
  await world.server.inject({
    method: "POST",
    url: "/complain/ctterra",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams({
      statement: words(20),
      name: word(),
      email: `${word()}@kundin.example`,
    }).toString(),
  });
  await world.settle();
  const [first] = (await mara.get(`/complaints?q=${sign}aungen`)).body.items;
  assert.ok(first, "the words are searched for and found");
  assert.ok(planted >= 1000, `${planted} planted`);

  const owner = await openClient({ host: server.socket, user: "postgres", database: "redress" });
  const { rows: tables } = await owner.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname <> 'information_schema'",
  );
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`select t::text as row from ${name} t`);
    assert.ok(!rows.some(({ row }) => holds(Buffer.from(row))), `${name} holds a word in clear`);
  }
  // What planners know of the columns is part of the folder too.
  for (const statement of ["vacuum analyze", "checkpoint"]) await owner.query(statement);
  await owner.end();
  await stopAll();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    if (statSync(path).isFile()) assert.ok(!holds(readFileSync(path)), `${name} holds a word in clear`);
  }
});
