import { sql } from "kysely";
import type { Db, Tx } from "../../engine/database/database.ts";
import { roles } from "../../core/access/access.ts";
import { addPerson } from "./accounts.ts";
import { hashPassword } from "./passwords.ts";
import { digestOf, newSecret } from "./secrets.ts";

const validity = { hours: 72 };

/** A link to choose a password, once. Without a person it makes the first administrator. */
export async function invite(db: Db, personId: string | null, now: string): Promise<string> {
  const token = newSecret();
  const expires_at = Temporal.Instant.from(now).add(validity).toString({ fractionalSecondDigits: 3 });
  await db
    .insertInto("invitation")
    .values({ token_digest: digestOf(token), person_id: personId, expires_at })
    .execute();
  return token;
}

/** While nobody works here yet, each start tells a fresh link and ends the earlier ones. */
export async function firstInvitation(db: Db, now: string): Promise<string | undefined> {
  return db.transaction().execute(async (tx) => {
    if (!(await nobodyYet(tx))) return undefined;
    await tx
      .updateTable("invitation")
      .set({ used_at: now })
      .where("person_id", "is", null)
      .where("used_at", "is", null)
      .execute();
    return invite(tx, null, now);
  });
}

/** Until this transaction ends nobody else can become the first: two nodes may start at once. */
async function nobodyYet(tx: Tx): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('first administrator'))`.execute(tx);
  return !(await tx.selectFrom("person").select("id").limit(1).executeTakeFirst());
}

export type SetUp = { token: string; name?: string; email?: string; password: string };

/** Uses an invitation: an invited person gets a password; the first person becomes administrator with every role. */
export async function setUp(
  db: Db,
  { token, name, email, password }: SetUp,
  now: string,
): Promise<{ personId: string } | { refused: "invitation-unknown" | "address-taken" | "details-missing" }> {
  if (!/^[\w-]{43}$/.test(token)) return { refused: "invitation-unknown" };
  const open = { token_digest: digestOf(token) };
  const invitation = await db
    .selectFrom("invitation")
    .select("person_id")
    .where("token_digest", "=", open.token_digest)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  if (!invitation) return { refused: "invitation-unknown" };
  if (invitation.person_id === null && (!name || !email)) return { refused: "details-missing" };
  const password_hash = await hashPassword(password);
  return db.transaction().execute(async (tx) => {
    // Whoever marks it used first has it; a second use of the same link finds nothing.
    const mine = await tx
      .updateTable("invitation")
      .set({ used_at: now })
      .where("token_digest", "=", open.token_digest)
      .where("used_at", "is", null)
      .returning("person_id")
      .executeTakeFirst();
    if (!mine) return { refused: "invitation-unknown" as const };
    if (mine.person_id !== null) {
      await tx.updateTable("person").set({ password_hash }).where("id", "=", mine.person_id).execute();
      return { personId: mine.person_id };
    }
    if (!(await nobodyYet(tx))) return { refused: "invitation-unknown" as const };
    const added = await addPerson(tx, { email: email!, name: name!, roles }, now);
    if ("refused" in added) return added;
    await tx.updateTable("person").set({ password_hash }).where("id", "=", added.id).execute();
    return { personId: added.id };
  });
}
