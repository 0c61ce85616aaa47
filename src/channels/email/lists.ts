import { sql } from "kysely";
import type { Handlers } from "../../http/contract.ts";
import type { Desk } from "../../complaints/desk.ts";
import type { Person } from "../../core/access/access.ts";
import type { IntakeRow, LetterRow, mailOperations } from "./contract.ts";
import { isPlace } from "../../complaints/page-marks.ts";
import { may } from "../../core/access/access.ts";
import { visibleTo } from "../../complaints/queries/visible.ts";
import { open } from "../../content/content.ts";
import { keptLetter } from "./writing.ts";

type Staff = Extract<Person, { kind: "staff" }>;
const unreadable = { kind: "invalid", field: "cursor", message: "unreadable" } as const;

/** The two ledgers of the mail room. What belongs to a complaint is shown to whoever may see that complaint. */
export const mailHandlers = (desk: Desk, delivering: boolean): Handlers<typeof mailOperations> => ({
  "GET /intake": async ({ who, query }) => {
    if (!may(who.roles, "read")) return { kind: "forbidden" };
    const after = cursorOf(query.cursor);
    if (after === null) return unreadable;
    let rows = intakeVisibleTo(desk, who)
      .orderBy("intake_message.received_at", "desc")
      .orderBy("intake_message.id", "desc")
      .limit(query.limit + 1);
    if (query.disposition)
      rows =
        query.disposition === "none"
          ? rows.where("disposition", "is", null)
          : rows.where("disposition", "=", query.disposition);
    if (after)
      rows = rows.where(
        sql<boolean>`(intake_message.received_at, intake_message.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
      );
    const found = await rows.execute();
    return {
      ok: pageOf(
        found.map((row) => ({ at: row.received_at, view: intakeRow(row) })),
        query.limit,
      ),
    };
  },
  "GET /outbox": async ({ who, query }) => {
    if (!may(who.roles, "read")) return { kind: "forbidden" };
    const after = cursorOf(query.cursor);
    if (after === null) return unreadable;
    let rows = lettersVisibleTo(desk, who)
      .orderBy("letter.created_at", "desc")
      .orderBy("letter.id", "desc")
      .limit(query.limit + 1);
    if (query.state) rows = rows.where("letter.state", "=", query.state);
    if (query.complaint) rows = rows.where("letter.complaint_id", "=", query.complaint);
    if (after)
      rows = rows.where(
        sql<boolean>`(letter.created_at, letter.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
      );
    const found = await rows.execute();
    const kept = await open(desk.db, desk.keys, [...new Set(found.map(({ complaint_id }) => complaint_id))], {
      version: 1,
      names: ["email"],
    });
    const recipients = new Map(kept.map(({ ownerId, clear }) => [ownerId, clear.toString()]));
    return {
      ok: pageOf(
        found.map((row) => ({
          at: row.created_at,
          view: letterRow(row, delivering, recipients.get(row.complaint_id)),
        })),
        query.limit,
      ),
    };
  },
});

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

const intakeVisibleTo = ({ db }: Desk, who: Staff) =>
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

const lettersVisibleTo = ({ db }: Desk, who: Staff) =>
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

const intakeRow = (row: FoundMessage): IntakeRow => ({
  id: row.id,
  mailbox: row.mailbox,
  receivedAt: row.received_at,
  dueAt: row.due_at,
  size: row.size,
  ...(row.disposition && { disposition: row.disposition as NonNullable<IntakeRow["disposition"]> }),
  ...(row.reason && { reason: row.reason }),
  ...(row.complaint_id && { complaintId: row.complaint_id }),
  ...(row.reference && { reference: row.reference }),
});

const letterRow = (row: FoundLetter, delivering: boolean, recipient: string | undefined): LetterRow => ({
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

function pageOf<V extends { id: string }>(
  found: { at: string; view: V }[],
  limit: number,
): { items: V[]; next?: string } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next = found.length > limit && last ? `${last.at}_${last.view.id}` : undefined;
  return { items: items.map(({ view }) => view), ...(next && { next }) };
}

/** `null` for a cursor that we did not make. */
function cursorOf(cursor: string | undefined): { at: string; id: string } | undefined | null {
  if (cursor === undefined) return undefined;
  const [at = "", id = ""] = cursor.split("_");
  return isPlace(at, id) ? { at, id } : null;
}
