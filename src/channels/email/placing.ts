import { sql } from "kysely";
import type { Desk } from "../../record/desk.ts";
import type { Tx } from "../../engine/database/database.ts";
import { keyedDigest } from "../../record/content/keys.ts";
import { open } from "../../record/content/content.ts";
import { becomeComplaints } from "./becoming-complaints.ts";
import { dispose, type Case, type Message, type Readable, type Ruling } from "./disposing.ts";
import { examine } from "./examining.ts";
import { earlierTwins, place, type Placing } from "./ledger.ts";
import type { MailRoom } from "./room.ts";
import { fromItsWriter } from "./sender.ts";
import { firstOfEach } from "../../engine/queue/turns.ts";

/** Finds the one disposition of a stored message; it and all that follows from it commit together. Harmless when repeated. */
export async function placeMessage(room: MailRoom, intakeId: string, ruling?: Ruling): Promise<void> {
  const { desk, parser } = room;
  const stored = await room.fetch(intakeId);
  if (!stored) return;
  const { message, raw } = stored;
  const parsed = await parser.parse(raw);
  if (typeof parsed === "string") return room.place({ message, ruling, unreadable: parsed });
  const policy = await desk.policyAt(message.received_at);
  const mail = fromItsWriter(parsed, policy.channels.email);
  const verdicts = await examine(room, mail, policy);
  await room.place({ message, ruling, mail, verdicts, policy });
}

export type Fetched = { message: Message; raw: Buffer };

/** The messages that have no disposition yet, with their bytes. */
export async function fetchAll(
  { db, keys }: Desk,
  intakeIds: readonly string[],
): Promise<(Fetched | undefined)[]> {
  const messages = await db.selectFrom("intake_message").selectAll().where("id", "in", intakeIds).execute();
  const waiting = messages.filter(({ disposition }) => disposition === null);
  const kept = await open(
    db,
    keys,
    waiting.map(({ id }) => id),
    { version: 0, names: ["raw"] },
  );
  const raws = new Map(kept.map(({ ownerId, clear }) => [ownerId, clear]));
  return intakeIds.map((intakeId) => {
    const message = waiting.find(({ id }) => id === intakeId);
    if (!message) return undefined;
    const raw = raws.get(intakeId);
    if (!raw) throw new Error("a message in the ledger has no bytes");
    return { message, raw };
  });
}

/** Places messages in one transaction. Of several with the same bytes or Message-ID, each sees the one before it placed. */
export async function placeAll(desk: Desk, cases: readonly Case[]): Promise<void[]> {
  // Read here, so that nobody has to ask for it in the transaction.
  await desk.calendar(await desk.policyAt(desk.now()));
  await desk.db.transaction().execute(async (tx) => {
    // Delivered several times at the same moment: one after another, so that the first is the earlier one. In order, so
    // that two who place the same ones do not wait crosswise.
    const signs = cases.flatMap(signsOf(desk)).toSorted();
    await sql`select pg_advisory_xact_lock(hashtextextended(sign, 1)) from unnest(${signs}::text[]) as sign`.execute(
      tx,
    );
    const open = await tx
      .selectFrom("intake_message")
      .select("id")
      .where("id", "in", [...new Set(cases.map(({ message }) => message.id))])
      .where("disposition", "is", null)
      .orderBy("id")
      .forUpdate()
      .execute();
    const unplaced = new Set(open.map(({ id }) => id));
    let left = cases.filter(({ message }) => unplaced.delete(message.id));
    while (left.length > 0) {
      const turn = firstOfEach(left, signsOf(desk));
      await placeTurn(tx, desk, turn);
      left = left.filter((each) => !turn.includes(each));
    }
  });
  return cases.map(() => undefined);
}

/** What two messages must not share to be placed at the same moment: their bytes, their Message-ID; as digests. */
const signsOf =
  (desk: Desk) =>
  (each: Case): string[] => {
    const id = "mail" in each && each.mail.messageId;
    return [each.message.digest, ...(id ? [messageDigest(desk, id)] : [])].map((sign) =>
      sign.toString("hex"),
    );
  };

const messageDigest = ({ keys }: Desk, id: string) => keyedDigest(keys.lookup, "message-id", id);

/** Messages of which no two are the same: with as many questions to the database as for one. */
async function placeTurn(tx: Tx, desk: Desk, turn: readonly Case[]): Promise<void> {
  const stages = turn.filter(({ ruling }) => !ruling);
  const twins = await earlierTwins(
    tx,
    stages.map(({ message }) => message),
  );
  const known = await knownMessageIds(tx, desk, turn);
  const placings = new Map<Case, Placing>();
  const complaints: Readable[] = [];
  for (const each of turn) {
    const twin = twins.get(each.message.id);
    if (twin) placings.set(each, duplicateOf(twin));
    else if ("unreadable" in each) placings.set(each, { disposition: "quarantine", reason: each.unreadable });
    else {
      const placing = await dispose(tx, desk, each);
      if (placing === "complaint") complaints.push(each);
      else placings.set(each, found(desk, each, placing, known));
    }
  }
  // They come last, because their numbers let one transaction at a time through.
  for (const [index, placing] of (await becomeComplaints(tx, desk, complaints)).entries())
    placings.set(complaints[index]!, found(desk, complaints[index]!, placing, known));
  await place(
    tx,
    [...placings].map(([{ message }, placing]) => ({ intakeId: message.id, ...placing })),
    desk.now(),
  );
}

const duplicateOf = ({ complaint_id }: { complaint_id: string | null }): Placing => ({
  disposition: "duplicate",
  reason: "same-bytes",
  ...(complaint_id && { complaintId: complaint_id }),
});

/** The disposition with what the stages found beside it. */
function found(
  desk: Desk,
  { message, mail, verdicts }: Readable,
  placing: Placing,
  known: ReadonlySet<string>,
): Placing {
  return {
    ...placing,
    verdicts: { ...verdicts, ...(known.has(message.id) && { sameMessageId: true }), ...placing.verdicts },
    ...(mail.messageId && { messageDigest: messageDigest(desk, mail.messageId) }),
  };
}

/** The same Message-ID with other bytes is another message; a person is told, because it may be there to hide this one (E-10). */
async function knownMessageIds(tx: Tx, desk: Desk, cases: readonly Case[]): Promise<ReadonlySet<string>> {
  const named = cases.flatMap((each) =>
    "mail" in each && each.mail.messageId
      ? [{ id: each.message.id, digest: messageDigest(desk, each.mail.messageId) }]
      : [],
  );
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${named.map(({ id }) => id)}::uuid[], ${named.map(({ digest }) => digest)}::bytea[]) as named (id, digest)
    where exists (select from intake_message m where m.message_digest = named.digest and m.id <> named.id)`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}
