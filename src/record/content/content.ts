import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Db, Tx } from "../../engine/database/database.ts";
import type { Keys } from "./keys.ts";
import { commit, seal, unseal } from "./sealing.ts";

/** Name → clear bytes. Names say what a word is: `statement`, `measure:1.2`, `file:0`. */
export type Items = ReadonlyMap<string, Uint8Array>;

/** One megabyte a row keeps large attachments within what the database moves comfortably. */
const partSize = 1 << 20;

const place = (ownerId: string, version: number, name: string, part: number) =>
  `${ownerId}/${version}/${name}/${part}`;

/** What one owner keeps under one version. */
export type Keeping = { ownerId: string; version: number; items: Items };

/** Stores words and files under the owner's own key; answers the commitments for the chain. */
export async function keep(
  tx: Tx,
  keys: Keys,
  ownerId: string,
  version: number,
  items: Items,
): Promise<Record<string, string>> {
  const [commitments] = await keepAll(tx, keys, [{ ownerId, version, items }]);
  return commitments!;
}

/** Stores what several owners keep with one question for all keys and one for all words; answers in the order given. */
export async function keepAll(
  tx: Tx,
  keys: Keys,
  keepings: readonly Keeping[],
): Promise<Record<string, string>[]> {
  const some = keepings.filter(({ items }) => items.size > 0);
  if (some.length === 0) return keepings.map(() => ({}));
  const dataKey = await dataKeys(tx, keys, [...new Set(some.map(({ ownerId }) => ownerId))].toSorted());
  const rows: Row[] = [];
  const commitments = keepings.map(({ ownerId, version, items }) =>
    Object.fromEntries(
      [...items].map(([name, clear]) => {
        const salt = randomBytes(32);
        for (const [part, bytes] of parts(clear).entries()) {
          const sealed = seal(dataKey(ownerId), place(ownerId, version, name, part), bytes);
          rows.push({ owner_id: ownerId, version, name, part, salt: part === 0 ? salt : null, sealed });
        }
        return [name, commit(salt, name, clear)];
      }),
    ),
  );
  await tx.insertInto("content").values(rows).execute();
  return commitments;
}

type Row = {
  owner_id: string;
  version: number;
  name: string;
  part: number;
  salt: Buffer | null;
  sealed: Buffer;
};

function parts(clear: Uint8Array): Uint8Array[] {
  const count = Math.max(1, Math.ceil(clear.length / partSize));
  return Array.from({ length: count }, (_, part) => clear.subarray(part * partSize, (part + 1) * partSize));
}

export type Kept = {
  ownerId: string;
  version: number;
  name: string;
  clear: Buffer;
  salt: Buffer;
  commitment: string;
};

/** Opens what is kept for these owners, oldest first; an erased owner has nothing. Throws when a byte was changed. */
export async function open(
  db: Db | Tx,
  keys: Keys,
  ownerIds: readonly string[],
  only: {
    version?: number;
    names?: readonly string[];
    except?: readonly number[];
    withoutFiles?: true;
    firstPart?: true;
  } = {},
): Promise<Kept[]> {
  if (ownerIds.length === 0) return [];
  let query = db
    .selectFrom("content")
    .innerJoin("data_key", "data_key.owner_id", "content.owner_id")
    .selectAll("content")
    .select("data_key.wrapped")
    .where("content.owner_id", "in", ownerIds)
    .orderBy("content.owner_id")
    .orderBy("content.version")
    .orderBy("content.name")
    .orderBy("content.part");
  if (only.version !== undefined) query = query.where("content.version", "=", only.version);
  if (only.except?.length) query = query.where("content.version", "not in", only.except);
  if (only.names) query = query.where("content.name", "in", only.names);
  if (only.withoutFiles)
    query = query.where(sql<boolean>`content.name !~ '^file:[0-9]+$'`).where("content.version", ">", 0);
  if (only.firstPart) query = query.where("content.part", "=", 0);
  const rows = await query.execute();
  const opened = new Map<
    string,
    { ownerId: string; version: number; name: string; salt: Buffer; clear: Buffer[] }
  >();
  const dataKeys = new Map<string, Buffer>();
  for (const row of rows) {
    const { owner_id: ownerId, version, name, part } = row;
    const key = dataKeys.getOrInsertComputed(ownerId, () => unwrap(keys, ownerId, row.wrapped));
    const item = opened.getOrInsertComputed(place(ownerId, version, name, 0), () => ({
      ownerId,
      version,
      name,
      salt: row.salt!,
      clear: [],
    }));
    item.clear.push(unseal(key, place(ownerId, version, name, part), row.sealed));
  }
  return [...opened.values()].map(({ ownerId, version, name, salt, clear }) => {
    const whole = Buffer.concat(clear);
    return { ownerId, version, name, clear: whole, salt, commitment: commit(salt, name, whole) };
  });
}

/** The owners' keys, made for those that have none; ids in order, so that two who make the same ones do not wait crosswise. */
async function dataKeys(
  tx: Tx,
  keys: Keys,
  ownerIds: readonly string[],
): Promise<(ownerId: string) => Buffer> {
  const fresh = ownerIds.map(() => randomBytes(32));
  const wrapped = ownerIds.map((ownerId, index) => seal(keys.content, ownerId, fresh[index]!));
  // One question instead of two: made now, or found as it was.
  const { rows } = await sql<{ owner_id: string; wrapped: Buffer | null }>`
    with made as (
      insert into data_key (owner_id, key_id, wrapped)
      select owner_id, ${keys.id}, wrapped from unnest(${ownerIds}::uuid[], ${wrapped}::bytea[]) as given (owner_id, wrapped)
      on conflict do nothing returning owner_id)
    select owner_id, null as wrapped from made
    union all select owner_id, wrapped from data_key where owner_id = any(${ownerIds}::uuid[])`.execute(tx);
  const known = new Map(
    rows.map(({ owner_id, wrapped: found }) => [
      owner_id,
      found === null ? fresh[ownerIds.indexOf(owner_id)]! : unwrap(keys, owner_id, found),
    ]),
  );
  const missing = ownerIds.filter((ownerId) => !known.has(ownerId));
  // Somebody else made it at this very moment: now it is there to be read.
  if (missing.length > 0)
    for (const row of await tx.selectFrom("data_key").selectAll().where("owner_id", "in", missing).execute())
      known.set(row.owner_id, unwrap(keys, row.owner_id, row.wrapped));
  return (ownerId) => {
    const key = known.get(ownerId);
    if (!key) throw new Error("a key that was made is not there");
    return key;
  };
}

const unwrap = (keys: Keys, ownerId: string, wrapped: Buffer) => unseal(keys.content, ownerId, wrapped);

/** True when these keys cannot open what the database holds: starting would lose words, so the start is refused. */
export async function keysAreForeign(db: Db, keys: Keys): Promise<boolean> {
  const foreign = await db
    .selectFrom("data_key")
    .select("owner_id")
    .where("key_id", "<>", keys.id)
    .limit(1)
    .executeTakeFirst();
  return foreign !== undefined;
}

/** True when words are kept here already: key files that are missing then were lost, and new ones would open nothing. */
export async function keepsWords(db: Db): Promise<boolean> {
  return (await db.selectFrom("data_key").select("owner_id").limit(1).executeTakeFirst()) !== undefined;
}
