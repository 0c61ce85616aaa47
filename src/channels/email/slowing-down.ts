import { sql } from "kysely";
import type { Desk } from "../../record/desk.ts";
import type { Db } from "../../engine/database/database.ts";

/** What a server says that wants less mail from us, or none for a while (RFC 5321 §4.2.3, RFC 3463). */
const slower = new Set([421, 450, 451, 452]);
const longest = 60;

/** All letters to a domain wait when it asks for it: a minute at first, then twice as long each time, an hour at most. */
export async function slowDown(
  { db, now }: Desk,
  domain: Buffer,
  responseCode: number | undefined,
): Promise<void> {
  if (!slower.has(responseCode ?? 0)) return;
  await sql`
    insert into mail_domain (digest, paused_until, step)
    values (${domain}, ${now()}::timestamptz + interval '1 minute', 1)
    on conflict (digest) do update set
      step = mail_domain.step + 1,
      paused_until = ${now()}::timestamptz + least(${longest}, power(2, least(mail_domain.step, 10))) * interval '1 minute'
    where mail_domain.paused_until <= ${now()}`.execute(db);
}

/** It takes letters again. */
export async function speedUp(db: Db, domain: Buffer): Promise<void> {
  await db.deleteFrom("mail_domain").where("digest", "=", domain).execute();
}
