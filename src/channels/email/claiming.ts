import { sql } from "kysely";
import type { LetterKind } from "../../core/complaint/letters.ts";
import type { Desk } from "../../record/desk.ts";
import type { Tx } from "../../engine/database/database.ts";
import type { Keys } from "../../record/content/keys.ts";
import { open } from "../../record/content/content.ts";
import { contactDigest } from "../../record/content/finding.ts";
import { isAddress } from "./address.ts";
import { later } from "./pauses.ts";
import { firstOfEach } from "../../engine/queue/turns.ts";
import { tellHeldBack } from "../../casework/complaints/held-back.ts";

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
const reachedBy = (keys: Keys, to: string): Reached => ({
  address: contactDigest(keys, to),
  domain: contactDigest(keys, to.split("@").at(-1)!),
});

/** A letter whose turn it is, and where it goes to. */
export type Claimed = { letter: Letter; to: string; reached: Reached };

type Addressed = { id: string; complaintId: string; to: string; reached: Reached };

/**
 * Counts an attempt on each letter that is due; nobody else takes it for ten minutes. A letter over a cap is held back and
 * a person hears of it; one to a domain that asked us to slow down waits; one that nobody could get has failed.
 */
export async function claimAll(desk: Desk, letterIds: readonly string[]): Promise<(Claimed | undefined)[]> {
  const { addressed, nowhere } = await recipientsOf(desk, letterIds);
  const claimed = new Map<string, Claimed>();
  await desk.db.transaction().execute(async (tx) => {
    for (const id of nowhere) await change(tx, id, { state: "failed", last_error: "no-recipient" });
    // Claims for one address go one after another, so that each counts the one before.
    const addresses = addressed.map(({ reached }) => reached.address.toString("hex")).toSorted();
    await sql`select pg_advisory_xact_lock(hashtextextended(address, 2)) from unnest(${addresses}::text[]) as address`.execute(
      tx,
    );
    let left = addressed;
    while (left.length > 0) {
      const turn = firstOfEach(left, (each) => [each.reached.address.toString("hex"), each.complaintId]);
      for (const each of await claimTurn(tx, desk, turn)) claimed.set(each.letter.id, each);
      left = left.filter((each) => !turn.includes(each));
    }
  });
  // A letter that is asked for twice at once is claimed by the first.
  return letterIds.map((id, index) => (letterIds.indexOf(id) === index ? claimed.get(id) : undefined));
}

/** Where letters that still wait go to; apart, those without an address that could be written to. */
async function recipientsOf({ db, keys }: Desk, letterIds: readonly string[]) {
  const letters = await db
    .selectFrom("letter")
    .select(["id", "complaint_id"])
    .where("id", "in", letterIds)
    .where("state", "=", "queued")
    .execute();
  const complaints = [...new Set(letters.map(({ complaint_id }) => complaint_id))];
  const emails = await open(db, keys, complaints, { version: 1, names: ["email"] });
  const addresses = new Map(emails.map(({ ownerId, clear }) => [ownerId, clear.toString().trim()]));
  const addressed: Addressed[] = [];
  const nowhere: string[] = [];
  for (const { id, complaint_id: complaintId } of letters) {
    const to = addresses.get(complaintId);
    if (to === undefined || !isAddress(to)) nowhere.push(id);
    else addressed.push({ id, complaintId, to, reached: reachedBy(keys, to) });
  }
  return { addressed, nowhere };
}

/** Letters of which no two go to one address or are about one complaint: none counts for another. */
async function claimTurn(tx: Tx, desk: Desk, turn: readonly Addressed[]): Promise<Claimed[]> {
  const now = desk.now();
  const { rows } = await sql<Letter & { paused_until: string | null; over: boolean }>`
    select l.id, l.complaint_id, l.kind, l.version, l.message_id, l.attempts, l.written_at is not null as written,
      exists (select from mail_domain where digest = g.domain) as slowed,
      (select paused_until from mail_domain where digest = g.domain and paused_until > ${now}) as paused_until,
      l.kind = any(${automatic}) and l.released_by is null and l.attempts = 0 and (
        (select count(*) from letter o where o.recipient_digest = g.address and ${counted(now)}) >= ${caps.address}
        or (select count(*) from letter o where o.complaint_id = l.complaint_id and o.id <> l.id and ${counted(now)}) >= ${caps.complaint}
      ) as over
    from unnest(
      ${turn.map(({ id }) => id)}::uuid[],
      ${turn.map(({ reached }) => reached.address)}::bytea[],
      ${turn.map(({ reached }) => reached.domain)}::bytea[]
    ) as g (id, address, domain)
    join letter l on l.id = g.id and l.state = 'queued' and (l.next_attempt_at is null or l.next_attempt_at <= ${now})
    order by l.id for update of l`.execute(tx);
  const claimed: Claimed[] = [];
  for (const { over, paused_until, ...letter } of rows) {
    const { to, reached } = turn.find(({ id }) => id === letter.id)!;
    if (over) {
      await change(tx, letter.id, { state: "suppressed", last_error: "cap", next_attempt_at: null });
      await tellHeldBack(tx, desk, letter, reached.address);
    } else if (paused_until !== null) await change(tx, letter.id, { next_attempt_at: paused_until });
    else claimed.push({ letter: { ...letter, attempts: letter.attempts + 1 }, to, reached });
  }
  await sql`
    update letter l set attempts = attempts + 1, next_attempt_at = ${later(now, { minutes: 10 })},
      recipient_digest = c.address, domain_digest = c.domain
    from unnest(
      ${claimed.map(({ letter }) => letter.id)}::uuid[],
      ${claimed.map(({ reached }) => reached.address)}::bytea[],
      ${claimed.map(({ reached }) => reached.domain)}::bytea[]
    ) as c (id, address, domain)
    where l.id = c.id`.execute(tx);
  return claimed;
}

/** Gone within a day, or on its way. */
const counted = (now: string) => sql`o.kind = any(${automatic}) and o.attempts > 0
  and (o.accepted_at > ${later(now, { hours: -caps.hours })} or o.state = 'queued')`;

type Change = {
  state?: string;
  last_error?: string;
  next_attempt_at?: string | null;
};

const change = (tx: Tx, letterId: string, set: Change) =>
  tx.updateTable("letter").set(set).where("id", "=", letterId).execute();
