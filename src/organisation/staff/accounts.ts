import type { Role } from "../../core/access/access.ts";
import type { Db } from "../../engine/database/database.ts";
import { roles } from "../../core/access/access.ts";
import { hashPassword } from "./passwords.ts";

export type Account = { id: string; email: string; name: string; roles: Role[] };

/** Everybody who works here or did, by name. */
export async function people(db: Db): Promise<(Account & { disabled: boolean })[]> {
  const rows = await db
    .selectFrom("person")
    .select(["id", "email", "name", "roles", "disabled_at"])
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map(({ disabled_at, ...row }) => ({
    ...row,
    roles: row.roles as Role[],
    disabled: disabled_at !== null,
  }));
}

type NewPerson = { email: string; name: string; roles: readonly Role[]; password?: string };

/** Adds a person; an address belongs to one person only. Without a password they get an invitation. */
export async function addPerson(
  db: Db,
  { email, name, roles, password }: NewPerson,
  now: string,
): Promise<Account | { refused: "address-taken" }> {
  const row = {
    id: crypto.randomUUID(),
    email: email.trim().toLowerCase(),
    name: name.trim(),
    roles: [...roles],
    password_hash: password === undefined ? null : await hashPassword(password),
    created_at: now,
  };
  const added = await db
    .insertInto("person")
    .values(row)
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning("id")
    .executeTakeFirst();
  return added
    ? { id: row.id, email: row.email, name: row.name, roles: [...roles] }
    : { refused: "address-taken" };
}

/** Takes the account away at once: sessions end with it. */
export async function disablePerson(db: Db, id: string, now: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable("person")
      .set({ disabled_at: now })
      .where("id", "=", id)
      .where("disabled_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    await tx.deleteFrom("session").where("person_id", "=", id).execute();
    return row !== undefined;
  });
}

const scopes: Record<string, readonly Role[]> = {
  read: ["auditor"],
  write: ["intake", "handler"],
  all: roles,
};

/** What a scope on the command line means: `read`, `write`, `all`, or role names separated by commas. */
export function rolesOfScope(scope: string): Role[] | undefined {
  const named = scope.split(",").flatMap((name): string[] => [...(scopes[name.trim()] ?? [name.trim()])]);
  return named.every((name) => (roles as readonly string[]).includes(name))
    ? [...new Set(named as Role[])]
    : undefined;
}
