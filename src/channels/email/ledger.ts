import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import { keepAll } from "../../record/content/content.ts";
import { startClock } from "../../core/complaint/clocks.ts";

export type Disposition =
  | "complaint"
  | "reply"
  | "bounce"
  | "automatic"
  | "duplicate"
  | "quarantine"
  | "discarded";

export type Arrival = {
  mailbox: string;
  raw: Buffer;
  /** The number that the server gave it; a server numbers anew when its uid_validity changes. */
  uid?: { validity: number; uid: number };
  /** When it reached the mailbox, where that is known and not now. */
  receivedAt?: string;
  /** From an archive: nobody expects an answer. */
  imported?: boolean;
  /** Only its beginning is here, because the whole is too large. */
  cut?: boolean;
};

/**
 * Stores the bytes of a message and its line in the intake ledger, before anything else is done with it. When this has
 * returned, the message is ours and may be acknowledged to the server that brought it.
 */
export async function storeRaw(desk: Desk, arrival: Arrival): Promise<string> {
  const [id] = await storeAll(desk, [arrival]);
  return id!;
}

/** Stores what has arrived at the same moment, in one transaction; answers the ids in the order given. */
export async function storeAll(desk: Desk, arrivals: readonly Arrival[]): Promise<string[]> {
  const lines = await Promise.all(arrivals.map((arrival) => lineOf(desk, arrival)));
  return desk.db.transaction().execute(async (tx) => {
    const fresh: typeof lines = [];
    const ids = new Map<Line, string>();
    for (const line of lines) {
      const before = line.arrival.uid && (await numberedAnew(tx, line.row));
      if (before === undefined) fresh.push(line);
      else ids.set(line, before);
    }
    const added = new Set(await add(tx, fresh));
    const ours = fresh.filter(({ row }) => added.has(row.id));
    await keepAll(
      tx,
      desk.keys,
      ours.map(({ row, arrival }) => ({
        ownerId: row.id,
        version: 0,
        items: new Map([["raw", arrival.raw]]),
      })),
    );
    const whole = ours.filter(({ arrival }) => !arrival.cut);
    await desk.queue.add(tx, "place-message", ...whole.map(({ row }) => ({ intakeId: row.id })));
    // Another node, or we ourselves before a crash, stored the rest already.
    for (const line of fresh)
      ids.set(line, added.has(line.row.id) ? line.row.id : await storedAs(tx, line.row));
    return lines.map((line) => ids.get(line)!);
  });
}

type Line = Awaited<ReturnType<typeof lineOf>>;
type Row = Line["row"];

/** The line in the ledger, before it is written. */
async function lineOf(desk: Desk, arrival: Arrival) {
  const { mailbox, raw, uid, imported = false, cut = false } = arrival;
  const now = desk.now();
  const receivedAt = arrival.receivedAt && arrival.receivedAt < now ? arrival.receivedAt : now;
  const policy = await desk.policyAt(receivedAt);
  const calendar = await desk.calendar(policy);
  const row = {
    id: crypto.randomUUID() as string,
    mailbox,
    uid_validity: uid?.validity ?? null,
    uid: uid?.uid ?? null,
    digest: createHash("sha256").update(raw).digest(),
    size: raw.length,
    received_at: receivedAt,
    imported,
    disposition: cut ? "quarantine" : null,
    reason: cut ? "too-large" : null,
    placed_at: cut ? now : null,
    // Whatever this turns out to be, its 48 hours run from now.
    due_at: startClock("acknowledgement", receivedAt, { policy, calendar }).dueAt,
  };
  return { arrival, row };
}

/** Answers the ids of the lines that were not there yet. */
async function add(tx: Tx, lines: readonly Line[]): Promise<string[]> {
  if (lines.length === 0) return [];
  const rows = await tx
    .insertInto("intake_message")
    .values(lines.map(({ row }) => row))
    .onConflict((conflict) =>
      conflict.columns(["mailbox", "uid_validity", "uid"]).where("uid", "is not", null).doNothing(),
    )
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** The same bytes under an older numbering of the mailbox are the same message: it gets its new number. */
async function numberedAnew(
  tx: Tx,
  { mailbox, digest, uid_validity, uid }: Row,
): Promise<string | undefined> {
  const older = tx
    .selectFrom("intake_message")
    .select("id")
    .where("digest", "=", digest)
    .where("mailbox", "=", mailbox)
    .where("uid_validity", "<>", uid_validity)
    .orderBy("uid")
    .limit(1)
    .forUpdate();
  const message = await tx
    .updateTable("intake_message")
    .set({ uid_validity, uid })
    .where("id", "=", older)
    .returning("id")
    .executeTakeFirst();
  return message?.id;
}

async function storedAs(tx: Tx, { mailbox, uid_validity, uid }: Row): Promise<string> {
  const { id } = await tx
    .selectFrom("intake_message")
    .select("id")
    .where("mailbox", "=", mailbox)
    .where("uid_validity", "=", uid_validity)
    .where("uid", "=", uid)
    .executeTakeFirstOrThrow();
  return id;
}

export type Placing = {
  disposition: Disposition;
  reason?: string;
  complaintId?: string;
  verdicts?: Record<string, unknown>;
  messageDigest?: Buffer;
};

/** Gives messages their one disposition. */
export async function place(
  tx: Tx,
  placings: readonly (Placing & { intakeId: string })[],
  now: string,
): Promise<void> {
  await sql`
    update intake_message m set disposition = p.disposition, reason = p.reason, complaint_id = p.complaint_id,
      placed_at = ${now}, verdicts = p.verdicts::jsonb, message_digest = coalesce(p.message_digest, m.message_digest)
    from unnest(
      ${placings.map(({ intakeId }) => intakeId)}::uuid[],
      ${placings.map(({ disposition }) => disposition)}::text[],
      ${placings.map(({ reason }) => reason ?? null)}::text[],
      ${placings.map(({ complaintId }) => complaintId ?? null)}::uuid[],
      ${placings.map(({ verdicts = {} }) => JSON.stringify(verdicts))}::text[],
      ${placings.map((each) => each.messageDigest ?? null)}::bytea[]
    ) as p (id, disposition, reason, complaint_id, verdicts, message_digest)
    where m.id = p.id`.execute(tx);
}

type Twin = { id: string; complaint_id: string | null };

/** Earlier messages with exactly these bytes, in whichever mailbox: delivered twice, not said twice. */
export async function earlierTwins(
  tx: Tx,
  messages: readonly { id: string; digest: Buffer }[],
): Promise<ReadonlyMap<string, Twin>> {
  const { rows } = await sql<{ of: string } & Twin>`
    select message.id as of, twin.id, twin.complaint_id
    from unnest(${messages.map(({ id }) => id)}::uuid[], ${messages.map(({ digest }) => digest)}::bytea[]) as message (id, digest)
    cross join lateral (
      select id, complaint_id from intake_message m
      where m.digest = message.digest and m.id <> message.id and m.disposition is not null and m.disposition <> 'duplicate'
      order by received_at limit 1) as twin`.execute(tx);
  return new Map(rows.map((row) => [row.of, row]));
}
