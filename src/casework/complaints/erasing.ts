import { sql } from "kysely";
import type { Db, Tx } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import { eraseContent } from "../../record/content/erasing.ts";
import { actorOf, type Person } from "../../core/access/access.ts";
import type { Refusal } from "../../core/complaint/commands.ts";
import { record } from "../../record/journal/journal.ts";
import { handle } from "./handle.ts";
import { project } from "./projections/projections.ts";
import { react } from "./reactions.ts";

/**
 * Records the erasure and deletes every word, file, letter and original mail of a complaint, in one transaction. Answers
 * the refusal, if it was refused: then nothing was changed.
 */
export async function eraseComplaint(
  desk: Desk,
  who: Person,
  complaintId: string,
  rule: string,
): Promise<Refusal | undefined> {
  return desk.db.transaction().execute(async (tx) => {
    const outcome = await handle(desk, who, complaintId, { do: "erase", rule }, { tx });
    if ("refused" in outcome) return outcome;
    if (outcome.kind !== "recorded") throw new Error(`${outcome.kind}: nothing was erased`);
    await eraseWords(tx, complaintId, await ownersOf(tx, complaintId));
    return undefined;
  });
}

/** When a complaint was erased; undefined where it was not. */
export async function erasedAt(db: Db, complaintId: string): Promise<string | undefined> {
  const fact = await db
    .selectFrom("complaint_event")
    .select("recorded_at")
    .where("complaint_id", "=", complaintId)
    .where("type", "=", "Erased")
    .executeTakeFirst();
  return fact?.recorded_at;
}

/** An erasure as it is noted outside the database, so that a backup made before it can be made to forget again. */
export type Erasure = { complaintId: string; rule: string; owners: string[] };

/** All that were ever recorded here. */
export async function erasuresIn(db: Db): Promise<Erasure[]> {
  const facts = await db
    .selectFrom("complaint_event")
    .select(["complaint_id", sql<string>`data->>'rule'`.as("rule")])
    .where("type", "=", "Erased")
    .orderBy("position")
    .execute();
  const erasures: Erasure[] = [];
  for (const { complaint_id: complaintId, rule } of facts)
    erasures.push({ complaintId, rule, owners: await ownersOf(db, complaintId) });
  return erasures;
}

/**
 * Erases in an older copy of the database what was erased since; nobody can refuse it any more, not even a payment that was
 * on its way then. Answers whether the copy still held it.
 */
export async function eraseAgain(
  desk: Desk,
  who: Person,
  { complaintId, rule, owners }: Erasure,
): Promise<boolean> {
  return desk.db.transaction().execute(async (tx) => {
    const outcome = await record<{ nothing: true }>(
      tx,
      desk.keys,
      complaintId,
      { actor: actorOf(who), now: desk.now() },
      async (state) => (state && !state.erased ? [{ type: "Erased", data: { rule } }] : { nothing: true }),
      { project, react: react(desk) },
    );
    await eraseWords(tx, complaintId, [...new Set([...owners, ...(await ownersOf(tx, complaintId))])]);
    return !("nothing" in outcome);
  });
}

/** Under whose names the words of a complaint are kept: its own, its mails', orders' and answers'. */
async function ownersOf(db: Db, complaintId: string): Promise<string[]> {
  const mails = await db
    .selectFrom("intake_message")
    .select("id")
    .where("complaint_id", "=", complaintId)
    .execute();
  // An order to the bank names its payees; what was transferred stands in the books all the same.
  const orders = await db
    .selectFrom("payment")
    .select("file_id as id")
    .distinct()
    .where("complaint_id", "=", complaintId)
    .where("file_id", "is not", null)
    .execute();
  const answers = await db
    .selectFrom("survey_decision")
    .select("answer_id as id")
    .where("complaint_id", "=", complaintId)
    .execute();
  return [complaintId, ...[...mails, ...orders, ...answers].map(({ id }) => id!)];
}

async function eraseWords(tx: Tx, complaintId: string, owners: readonly string[]): Promise<void> {
  await eraseContent(tx, owners);
  await tx
    .updateTable("letter")
    .set({ state: "failed", last_error: "erased" })
    .where("complaint_id", "=", complaintId)
    .where("state", "=", "queued")
    .execute();
}
