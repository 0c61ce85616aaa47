import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createZstdCompress } from "node:zlib";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { pack, type Pack } from "tar-stream";
import program from "../../../package.json" with { type: "json" };
import { openClient } from "../../engine/database/client.ts";
import { keyFiles } from "../../record/content/keys.ts";
import { format, placeOf, type Head, type Manifest, type Part } from "./manifest.ts";
import { encrypted, type Lock } from "./secrets.ts";
import { tablesOf, withoutHurry, type Table } from "./tables.ts";

export type Made = { file: string; bytes: number; rows: number; createdAt: string };
export type Progress = (tables: number, of: number, bytes: number) => void;

type Order = {
  owner: pg.PoolConfig;
  keys: string;
  lock: Lock;
  file: string;
  now: string;
  progress?: Progress;
};

/** There is something under that name already. */
export class FileExists extends Error {}

/** What is gathered before it is passed on: all that is ever in memory. */
const pieceSize = 1 << 20;

/**
 * Backs up the database of one moment, and the key files, into a file that appears only when it is whole and on the disk.
 * Others go on working meanwhile.
 * @throws FileExists
 */
export async function makeBackup({ owner, keys, lock, file, now, progress }: Order): Promise<Made> {
  if (existsSync(file)) throw new FileExists(`${file} is there already; nothing was written.`);
  const partial = `${file}.partial`;
  const client = await openClient(owner);
  const packed = pack();
  try {
    const compressed = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } });
    const packing = pipeline(packed, compressed);
    packing.catch(() => {});
    const out = (await open(partial, "w", 0o600)).createWriteStream({ flush: true });
    const [rows] = await Promise.all([
      fill(packed, client, keys, now, progress).catch((error: Error) => {
        packed.destroy(error);
        throw error;
      }),
      packing,
      encrypted(compressed, lock).then((sealed) => pipeline(sealed, out)),
    ]);
    await rename(partial, file);
    syncFolder(dirname(file));
    return { file, bytes: statSync(file).size, rows, createdAt: now };
  } catch (error) {
    packed.destroy();
    await rm(partial, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

/** Writes the tar: head, key files, wrapped keys and tables as they were at one moment, manifest. Answers the rows. */
async function fill(
  to: Pack,
  client: pg.Client,
  keys: string,
  now: string,
  progress?: Progress,
): Promise<number> {
  await withoutHurry(client);
  await client.query("begin isolation level repeatable read read only");
  const tables = await tablesOf(client);
  // As pg_dump does: a migration that begins meanwhile waits.
  await client.query(
    `lock table ${tables.map(({ name }) => client.escapeIdentifier(name)).join()} in access share mode`,
  );
  const { rows: migrations } = await client.query<Head["migrations"][0]>(
    "select name, sha256 from migration order by name",
  );
  const head: Head = { format, redress: program.version, createdAt: now, migrations, tables };
  await add(to, "head.json", Buffer.from(JSON.stringify(head)));
  const parts: Part[] = [];
  for (const name of keyFiles) {
    const bytes = readFileSync(join(keys, name));
    await add(to, `keys/${name}`, bytes);
    parts.push({
      name: `keys/${name}`,
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
  }
  for (const [index, table] of tables.entries()) {
    const before = parts.reduce((sum, { bytes }) => sum + bytes, 0);
    parts.push(
      await addTable(to, client, table, (bytes) => progress?.(index, tables.length, before + bytes)),
    );
    progress?.(index + 1, tables.length, before + parts.at(-1)!.bytes);
  }
  const manifest: Manifest = { parts, rulings: await rulingsIn(client) };
  await client.query("commit");
  await add(to, "manifest.json", Buffer.from(JSON.stringify(manifest)));
  to.finalize();
  return parts.reduce((sum, { rows = 0 }) => sum + rows, 0);
}

async function addTable(
  to: Pack,
  client: pg.Client,
  { name, columns }: Table,
  progress: (bytes: number) => void,
): Promise<Part> {
  const place = placeOf(name);
  const list = columns.map((column) => client.escapeIdentifier(column)).join();
  const copy = client.query(
    copyTo(`copy ${client.escapeIdentifier(name)} (${list}) to stdout (format binary)`),
  );
  const hash = createHash("sha256");
  let [bytes, number] = [0, 0];
  for await (const piece of gathered(copy)) {
    hash.update(piece);
    bytes += piece.length;
    await add(to, `${place}/${String((number += 1)).padStart(7, "0")}`, piece);
    progress(bytes);
  }
  return { name: place, rows: copy.rowCount, bytes, sha256: hash.digest("hex") };
}

/** In pieces of a size that is known before: a tar says first how long what follows is. */
async function* gathered(stream: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < pieceSize) continue;
    yield Buffer.concat(waiting);
    [waiting, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/** Ends when the piece was taken on: whoever writes faster than the disk waits here. */
const add = (to: Pack, name: string, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    const entry = to.entry({ name, size: bytes.length }, (error) => (error ? reject(error) : resolve()));
    entry.end(bytes);
  });

/** The only jobs that nothing else remembers: letters, news and mails without an end are queued again by themselves. */
async function rulingsIn(client: pg.Client): Promise<Manifest["rulings"]> {
  const there = await client.query<{ queued: boolean }>(
    "select to_regclass('pgboss.job') is not null as queued",
  );
  if (!there.rows[0]!.queued) return [];
  const { rows } = await client.query<{ data: Manifest["rulings"][0] }>(
    "select data from pgboss.job where name = 'place-message' and state < 'completed' and data ? 'ruling'",
  );
  return rows.map(({ data }) => data);
}

function syncFolder(folder: string): void {
  const open = openSync(folder, "r");
  fsyncSync(open);
  closeSync(open);
}
