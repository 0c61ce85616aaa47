import { sql } from "kysely";
import type { LetterKind } from "../../core/complaint/letters.ts";
import type { Desk } from "../../complaints/desk.ts";
import type { Tx } from "../../database/database.ts";
import { contactDigest } from "../../content/finding.ts";
import { later } from "./pauses.ts";
import { tellHeldBack } from "../../complaints/held-back.ts";

export type Letter = {
  id: string;
  complaint_id: string;
  kind: string;
  version: number;
  message_id: string;
  attempts: number;
  /** Its domain has asked us to slow down, now or lately. */
  slowed: boolean;
  /** It has its bytes already. */
  written: boolean;
};

/** Letters that follow from a message alone, without a colleague's doing: what a loop, or a forged sender, would multiply. */
const automatic: readonly LetterKind[] = ["acknowledgement", "acceptance", "discussion", "withdrawal"];

/** Within a day: to one address, whatever writes in its name (E-06), and about one complaint. */
const caps = { address: 3, complaint: 10, hours: 24 };

export type Reached = { address: Buffer; domain: Buffer };

/** An address and its domain as they are counted, without being kept. */
export const reachedBy = (desk: Desk, to: string): Reached => ({
  address: contactDigest(desk.keys, to),
  domain: contactDigest(desk.keys, to.split("@").at(-1)!),
});

/**
 * Counts an attempt on a letter that is due; nobody else takes it for ten minutes. A letter over a cap is held back and
 * a person hears of it; one to a domain that asked us to slow down waits.
 */
export async function claim(desk: Desk, letterId: string, reached: Reached): Promise<Letter | undefined> {
  const now = desk.now();
  return desk.db.transaction().execute(async (tx) => {
    // Claims for one address go one after another, so that each counts the one before.
    await sql`select pg_advisory_xact_lock(hashtextextended(${reached.address.toString("hex")}, 2))`.execute(
      tx,
    );
    const { rows } = await sql<Letter & { paused_until: string | null; over: boolean }>`
      select l.id, l.complaint_id, l.kind, l.version, l.message_id, l.attempts, l.written_at is not null as written,
        exists (select from mail_domain where digest = ${reached.domain}) as slowed,
        (select paused_until from mail_domain where digest = ${reached.domain} and paused_until > ${now}) as paused_until,
        l.kind = any(${automatic}) and l.released_by is null and l.attempts = 0 and (
          (select count(*) from letter o where o.recipient_digest = ${reached.address} and ${counted(now)}) >= ${caps.address}
          or (select count(*) from letter o where o.complaint_id = l.complaint_id and o.id <> l.id and ${counted(now)}) >= ${caps.complaint}
        ) as over
      from letter l
      where l.id = ${letterId} and l.state = 'queued' and (l.next_attempt_at is null or l.next_attempt_at <= ${now})
      for update of l`.execute(tx);
    const [letter] = rows;
    if (!letter) return undefined;
    if (letter.over) {
      await change(tx, letterId, { state: "suppressed", last_error: "cap", next_attempt_at: null });
      await tellHeldBack(tx, desk, letter, reached.address);
      return undefined;
    }
    if (letter.paused_until !== null) {
      await change(tx, letterId, { next_attempt_at: letter.paused_until });
      return undefined;
    }
    await change(tx, letterId, {
      attempts: letter.attempts + 1,
      next_attempt_at: later(now, { minutes: 10 }),
      recipient_digest: reached.address,
      domain_digest: reached.domain,
    });
    return { ...letter, attempts: letter.attempts + 1 };
  });
}

/** Gone within a day, or on its way. */
const counted = (now: string) => sql`o.kind = any(${automatic}) and o.attempts > 0
  and (o.accepted_at > ${later(now, { hours: -caps.hours })} or o.state = 'queued')`;

type Change = {
  state?: string;
  last_error?: string;
  attempts?: number;
  next_attempt_at?: string | null;
  recipient_digest?: Buffer;
  domain_digest?: Buffer;
};

const change = (tx: Tx, letterId: string, set: Change) =>
  tx.updateTable("letter").set(set).where("id", "=", letterId).execute();
