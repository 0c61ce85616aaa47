import type { Desk } from "../../record/desk.ts";
import type { Staff } from "../../core/access/access.ts";
import type { IntakeRow, LetterRow } from "./contract.ts";
import { may } from "../../core/access/access.ts";
import { visibleTo } from "../../casework/complaints/queries/visible.ts";
import { open } from "../../record/content/content.ts";
import { keptLetter } from "./writing.ts";

type Decided = IntakeRow["decisions"][number];

export async function decisionsOn({ db, keys }: Desk, ids: string[]): Promise<Map<string, Decided[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("intake_decision")
    .leftJoin("person", "person.id", "intake_decision.decided_by")
    .select(["intake_id", "version", "decided_at", "was", "became", "person.name"])
    .where("intake_id", "in", ids)
    .orderBy("intake_decision.id")
    .execute();
  const kept = await open(db, keys, [...new Set(rows.map(({ intake_id }) => intake_id))], {
    names: ["reason"],
  });
  const reasons = new Map(
    kept.map(({ ownerId, version, clear }) => [`${ownerId} ${version}`, clear.toString()]),
  );
  const decisions = new Map<string, Decided[]>();
  for (const { intake_id, version, decided_at, was, became, name } of rows) {
    const reason = reasons.get(`${intake_id} ${version}`);
    decisions
      .getOrInsertComputed(intake_id, () => [])
      .push({ at: decided_at, by: name ?? "API", was, became, ...(reason && { reason }) });
  }
  return decisions;
}

export async function recipientsOf(
  { db, keys }: Desk,
  letters: { complaint_id: string }[],
): Promise<Map<string, string>> {
  const owners = [...new Set(letters.map(({ complaint_id }) => complaint_id))];
  const kept = await open(db, keys, owners, { version: 1, names: ["email"] });
  return new Map(kept.map(({ ownerId, clear }) => [ownerId, clear.toString()]));
}

/** The original bytes of a message, for somebody who may see what became of it. */
export async function rawMessage(desk: Desk, who: Staff, id: string): Promise<Buffer | undefined> {
  if (!may(who.roles, "read")) return undefined;
  const row = await intakeVisibleTo(desk, who).where("intake_message.id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const [raw] = await open(desk.db, desk.keys, [row.id], { version: 0, names: ["raw"] });
  return raw?.clear;
}

/** A letter as it was sent; nothing before it was written. */
export async function rawLetter(desk: Desk, who: Staff, id: string): Promise<Buffer | undefined> {
  const row = await lettersVisibleTo(desk, who).where("letter.id", "=", id).executeTakeFirst();
  return row && keptLetter(desk, row);
}

export const intakeVisibleTo = ({ db }: Desk, who: Staff) =>
  db
    .selectFrom("intake_message")
    .leftJoin("complaint", "complaint.id", "intake_message.complaint_id")
    .select([
      "intake_message.id",
      "mailbox",
      "intake_message.received_at",
      "due_at",
      "size",
      "disposition",
      "reason",
      "complaint_id",
      "imported",
      "verdicts",
      "complaint.reference",
    ])
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb("intake_message.complaint_id", "is", null),
        exists(
          selectFrom("complaint")
            .select("complaint.id")
            .whereRef("complaint.id", "=", "intake_message.complaint_id")
            .where(visibleTo(who)),
        ),
      ]),
    );

export const lettersVisibleTo = ({ db }: Desk, who: Staff) =>
  db
    .selectFrom("letter")
    .innerJoin("complaint", "complaint.id", "letter.complaint_id")
    .selectAll("letter")
    .select("complaint.reference")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("complaint")
          .select("complaint.id")
          .whereRef("complaint.id", "=", "letter.complaint_id")
          .where(visibleTo(who)),
      ),
    );

type FoundMessage = Awaited<ReturnType<ReturnType<typeof intakeVisibleTo>["execute"]>>[number];
type FoundLetter = Awaited<ReturnType<ReturnType<typeof lettersVisibleTo>["execute"]>>[number];

export const intakeRow = (row: FoundMessage, decisions: Decided[] = []): IntakeRow => ({
  id: row.id,
  mailbox: row.mailbox,
  receivedAt: row.received_at,
  dueAt: row.due_at,
  size: row.size,
  imported: row.imported,
  verdicts: row.verdicts as Record<string, unknown>,
  decisions,
  ...(row.disposition && { disposition: row.disposition as NonNullable<IntakeRow["disposition"]> }),
  ...(row.reason && { reason: row.reason }),
  ...(row.complaint_id && { complaintId: row.complaint_id }),
  ...(row.reference && { reference: row.reference }),
});

export const letterRow = (
  row: FoundLetter,
  delivering: boolean,
  recipient: string | undefined,
): LetterRow => ({
  id: row.id,
  kind: row.kind,
  state: row.state as LetterRow["state"],
  delivering,
  ...(recipient && { recipient }),
  messageId: row.message_id,
  complaintId: row.complaint_id,
  reference: row.reference,
  createdAt: row.created_at,
  attempts: row.attempts,
  ...(row.accepted_at && { acceptedAt: row.accepted_at }),
  ...(row.next_attempt_at && row.state === "queued" && { nextAttemptAt: row.next_attempt_at }),
  ...(row.last_error && { lastError: row.last_error }),
});
