import type { Role } from "../../core/access/access.ts";
import type { Db } from "../../engine/database/database.ts";
import { digestOf, newSecret } from "./secrets.ts";

/** Issues a key, shown this once; it acts with its own id and roles, so that the journal tells it from people. */
export async function addKey(
  db: Db,
  { name, roles }: { name: string; roles: readonly Role[] },
  now: string,
): Promise<string> {
  const key = `rd_${newSecret()}`;
  await db
    .insertInto("api_key")
    .values({ id: crypto.randomUUID(), name, key_digest: digestOf(key), roles: [...roles], created_at: now })
    .execute();
  return key;
}

export async function keyHolder(db: Db, key: string): Promise<{ id: string; roles: Role[] } | undefined> {
  if (!/^rd_[\w-]{43}$/.test(key)) return undefined;
  const row = await db
    .selectFrom("api_key")
    .select(["id", "roles"])
    .where("key_digest", "=", digestOf(key))
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return row && { id: row.id, roles: row.roles as Role[] };
}
