import type { Role } from "../../core/access/access.ts";
import type { Db } from "../../engine/database/database.ts";
import type { Account } from "./accounts.ts";
import { digestOf, newSecret } from "./secrets.ts";

/** Twelve hours at the most, two without a sign of life. */
const longest = { hours: 12 };
const idle = { hours: 2 };

const later = (now: string, by: Temporal.DurationLike) =>
  Temporal.Instant.from(now).add(by).toString({ fractionalSecondDigits: 3 });
const earlier = (now: string, by: Temporal.DurationLike) =>
  Temporal.Instant.from(now).subtract(by).toString({ fractionalSecondDigits: 3 });

/** A new session for somebody who proved who they are; the token is told once. */
export async function openSession(db: Db, personId: string, now: string): Promise<string> {
  const token = newSecret();
  await db
    .insertInto("session")
    .values({
      token_digest: digestOf(token),
      person_id: personId,
      created_at: now,
      last_seen_at: now,
      expires_at: later(now, longest),
    })
    .execute();
  return token;
}

export async function sessionHolder(db: Db, token: string, now: string): Promise<Account | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined;
  const row = await db
    .selectFrom("session")
    .innerJoin("person", "person.id", "session.person_id")
    .select(["person.id", "person.email", "person.name", "person.roles", "session.last_seen_at"])
    .where("session.token_digest", "=", digestOf(token))
    .where("session.expires_at", ">", now)
    .where("session.last_seen_at", ">", earlier(now, idle))
    .where("person.disabled_at", "is", null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { last_seen_at, ...account } = row;
  // Once a minute is enough to know that somebody is there.
  if (last_seen_at < earlier(now, { minutes: 1 }))
    await db
      .updateTable("session")
      .set({ last_seen_at: now })
      .where("token_digest", "=", digestOf(token))
      .execute();
  return { ...account, roles: account.roles as Role[] };
}

export async function closeSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom("session").where("token_digest", "=", digestOf(token)).execute();
}
