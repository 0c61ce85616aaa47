import { createHash, type Hash } from "node:crypto";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, type CopyStreamQuery } from "pg-copy-streams";
import { openClient } from "../../engine/database/client.ts";
import { applyWithin, listMigrations, readMigrations, WrongVersion } from "../../engine/database/migrate.ts";
import { format, Head, Manifest, placeOf, type Part } from "./manifest.ts";
import { damaged, entriesOf, type Entry } from "./reading.ts";
import type { Opener } from "./secrets.ts";
import { withoutHurry, type Table } from "./tables.ts";
import { beginUnfinished, clearUnfinished, isUnfinished } from "./unfinished.ts";

/** Where it should go is something already. Said as it is. */
export class NotEmpty extends Error {}

export type Loaded = { head: Head; manifest: Manifest; keys: ReadonlyMap<string, Buffer>; rows: number };

type Order = {
  owner: pg.PoolConfig;
  file: string;
  opener: Opener;
  /** Hears of the key files, first when they were read and then once more when all else was: it may refuse. */
  keys?: (files: ReadonlyMap<string, Buffer>, whole: boolean) => void;
  progress?: (tables: number, of: number) => void;
  migrations?: string;
};

/**
 * Puts a backup into an empty database, in one transaction: tables of the backup's version, its rows, and a mark that the
 * restore is not finished. Until the last byte was checked nothing of it is there.
 * @throws Unreadable, NotEmpty, WrongVersion
 */
export async function load({ owner, file, opener, keys, progress, migrations }: Order): Promise<Loaded> {
  const client = await openClient(owner);
  try {
    await withoutHurry(client);
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtext('redress start'))");
    await mustBeEmpty(client);
    const loaded = await loadEntries(client, entriesOf(file, opener), {
      file,
      keys: keys ?? (() => {}),
      progress: progress ?? (() => {}),
      migrations,
    });
    await beginUnfinished(client);
    keys?.(loaded.keys, true);
    await client.query("commit");
    await client.query("analyze");
    return loaded;
  } finally {
    // Uncommitted, all of it is gone with the connection.
    await client.end();
  }
}

async function mustBeEmpty(client: pg.Client): Promise<void> {
  if (await isUnfinished(client)) return clearUnfinished(client);
  const { rows } = await client.query<{ tables: number }>(`select count(*)::int as tables from pg_class
    where relnamespace in ('public'::regnamespace, to_regnamespace('pgboss')) and relkind in ('r', 'p', 'v')
      and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')`);
  if (rows[0]!.tables > 0)
    throw new NotEmpty(
      "There are data already; nothing was changed. Restore into a new folder (REDRESS_DATA) or an empty database (DATABASE_URL).",
    );
}

type Told = {
  file: string;
  keys: (files: ReadonlyMap<string, Buffer>, whole: boolean) => void;
  progress: (tables: number, of: number) => void;
  migrations: string | undefined;
};

async function loadEntries(client: pg.Client, entries: AsyncGenerator<Entry>, told: Told): Promise<Loaded> {
  const { file, keys, progress, migrations } = told;
  let head: Head | undefined;
  let manifest: Manifest | undefined;
  const keyFiles = new Map<string, Buffer>();
  const parts: Part[] = [];
  let filling: Filling | undefined;
  const finish = async () => {
    if (filling) parts.push(await filling.end());
    filling = undefined;
  };
  for await (const { name, pieces } of entries) {
    const [, place = "", table] = /^((?:keys|data)\/([a-z_]+))\/\d+$/.exec(name) ?? [];
    if (filling?.name !== place) await finish();
    if (name === "head.json") {
      head = readHead(await whole(pieces), file);
      await makeTables(client, head, migrations);
    } else if (name === "manifest.json")
      manifest = Manifest.parse(JSON.parse((await whole(pieces)).toString()));
    else if (table && head) {
      if (!filling && parts.every((part) => part.rows === undefined)) keys(keyFiles, false);
      const columns = head.tables.find((each) => each.name === table)?.columns;
      if (!columns) throw damaged(file);
      filling ??= fill(client, { name: table, columns });
      await filling.write(pieces);
      progress(parts.length - keyFiles.size + 1, head.tables.length);
    } else {
      const bytes = await whole(pieces);
      keyFiles.set(name.replace("keys/", ""), bytes);
      parts.push({ name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
    }
  }
  if (!head || !manifest || JSON.stringify(parts) !== JSON.stringify(manifest.parts)) throw damaged(file);
  await closeTables(client, head);
  return { head, manifest, keys: keyFiles, rows: parts.reduce((sum, { rows = 0 }) => sum + rows, 0) };
}

async function whole(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(pieces));
}

function readHead(bytes: Buffer, file: string): Head {
  const read = Head.safeParse(JSON.parse(bytes.toString()));
  const of = (read.data?.redress ?? "unknown").replace(/[^\w.-]/g, "");
  if (!read.success || read.data.format !== format)
    throw new WrongVersion(
      `${file} was made by another version of Redress (${of}) in a way that this one does not read; nothing was restored.`,
    );
  return read.data;
}

/** The tables as the backup's version had them; what is newer here comes afterwards, as at any upgrade. */
async function makeTables(client: pg.Client, head: Head, folder?: string): Promise<void> {
  const known = readMigrations(folder);
  const later = head.migrations.filter(({ name }) => !known.some((each) => each.name === name));
  if (later.length > 0)
    throw new WrongVersion(
      `The backup is of a later version of Redress (${head.redress}), which knows ${later.map(({ name }) => name).join(", ")}; nothing was restored. Restore it with that version, or a later one.`,
    );
  await listMigrations(client);
  for (const { name, sha256 } of head.migrations) {
    const migration = known.find((each) => each.name === name)!;
    if (migration.sha256 !== sha256)
      throw new WrongVersion(
        `The backup is of a state of Redress that was never released: ${name} says something else now; nothing was restored. Restore it with that state.`,
      );
    await applyWithin(client, migration);
  }
  const names = head.tables.map(({ name }) => client.escapeIdentifier(name));
  for (const name of names) await client.query(`alter table ${name} disable trigger user`);
  // Some migrations write a first row, which is in the backup too.
  if (names.length > 0) await client.query(`truncate ${names.join()} cascade`);
}

type Filling = ReturnType<typeof fill>;

function fill(client: pg.Client, { name, columns }: Table) {
  const list = columns.map((column) => client.escapeIdentifier(column)).join();
  const copy: CopyStreamQuery & { rowCount?: number } = client.query(
    copyFrom(`copy ${client.escapeIdentifier(name)} (${list}) from stdin (format binary)`),
  );
  const ended = finished(copy);
  ended.catch(() => {});
  const hash: Hash = createHash("sha256");
  let bytes = 0;
  return {
    name: placeOf(name),
    write: async (pieces: AsyncIterable<Buffer>) => {
      for await (const piece of pieces) {
        hash.update(piece);
        bytes += piece.length;
        if (!copy.write(piece)) await Promise.race([once(copy, "drain"), ended]);
      }
    },
    end: async (): Promise<Part> => {
      copy.end();
      await ended;
      return { name: placeOf(name), rows: copy.rowCount ?? 0, bytes, sha256: hash.digest("hex") };
    },
  };
}

/** Counters go on after the last row, and what may only be added to is closed again. */
async function closeTables(client: pg.Client, { tables }: Head): Promise<void> {
  for (const { name } of tables)
    await client.query(`alter table ${client.escapeIdentifier(name)} enable trigger user`);
  const { rows } = await client.query<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and a.attidentity <> '' and not a.attisdropped`);
  for (const { table, column } of rows) {
    const [t, c] = [client.escapeIdentifier(table), client.escapeIdentifier(column)];
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), max(${c})) from ${t} having max(${c}) is not null`,
      [t, column],
    );
  }
}
