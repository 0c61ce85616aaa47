import { sql } from "kysely";
import type { Db, Tx } from "../../engine/database/database.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Queue } from "../../engine/queue/queue.ts";
import type { Notice } from "./contract.ts";
import { mailDomainOf } from "../../core/policy/policy.ts";

export type NewNotice = {
  kind: Notice["kind"];
  /** What it is about: of one kind, a person is told each subject once. */
  subject: string;
  complaintId?: string;
  /** What it says, without any word of a complaint: references, clocks, dates. */
  facts: Record<string, unknown>;
};

/** What telling needs of the desk. */
type Teller = {
  queue: Queue;
  policyAt: (instant: string, on?: Db) => Promise<Policy>;
  now: () => string;
};

/** Tells people who work here, each once, in the transaction of what it follows from; the mail room sends it afterwards. */
export async function tell(
  tx: Tx,
  { queue, policyAt, now }: Teller,
  people: Iterable<string>,
  notice: NewNotice,
): Promise<void> {
  const told = new Set(people);
  if (told.size === 0) return;
  const at = now();
  const domain = mailDomainOf(await policyAt(at, tx));
  const here = await tx
    .selectFrom("person")
    .select("id")
    .where("id", "in", [...told])
    .where("disabled_at", "is", null)
    .execute();
  const working = new Set(here.map(({ id }) => id));
  const { kind, subject, complaintId, facts } = notice;
  for (const personId of [...told].filter((each) => working.has(each))) {
    const id = crypto.randomUUID();
    const added = await tx
      .insertInto("notice")
      .values({
        id,
        person_id: personId,
        kind,
        subject,
        complaint_id: complaintId ?? null,
        facts: JSON.stringify(facts),
        message_id: `<${id}@${domain}>`,
        state: "queued",
        created_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (added) await queue.add(tx, "send-notice", { noticeId: id });
  }
}

/** News of a complaint in which the reader was named since is news no more. */
const notAboutReader = sql<boolean>`not exists (select from complaint_conflict barred
  where barred.complaint_id = notice.complaint_id and barred.person_id = notice.person_id)`;

export async function noticesOf(db: Db, personId: string, unreadOnly: boolean): Promise<Notice[]> {
  let query = db
    .selectFrom("notice")
    .selectAll()
    .where("person_id", "=", personId)
    .where(notAboutReader)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(100);
  if (unreadOnly) query = query.where("read_at", "is", null);
  const [rows, barred] = await Promise.all([query.execute(), aboutReader(db, personId)]);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Notice["kind"],
    ...(row.complaint_id && { complaintId: row.complaint_id }),
    facts: withoutLines(row.facts as Record<string, unknown>, barred),
    createdAt: row.created_at,
    ...(row.read_at && { readAt: row.read_at }),
    state: row.state as Notice["state"],
  }));
}

async function aboutReader(db: Db, personId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom("complaint_conflict")
    .innerJoin("complaint", "complaint.id", "complaint_conflict.complaint_id")
    .select("complaint.reference")
    .where("complaint_conflict.person_id", "=", personId)
    .execute();
  return new Set(rows.map(({ reference }) => reference));
}

type Line = { reference: string; late: boolean };

/** A digest of an earlier morning keeps the lines of other complaints, and counts those. */
function withoutLines(facts: Record<string, unknown>, barred: ReadonlySet<string>): Record<string, unknown> {
  const { lines, late, today } = facts as { lines?: Line[]; late?: number; today?: number };
  const gone = lines?.filter(({ reference }) => barred.has(reference)) ?? [];
  if (!lines || gone.length === 0) return facts;
  const goneLate = gone.filter((each) => each.late).length;
  return {
    ...facts,
    lines: lines.filter((each) => !gone.includes(each)),
    late: (late ?? 0) - goneLate,
    today: (today ?? 0) - (gone.length - goneLate),
  };
}

export async function unreadCount(db: Db, personId: string): Promise<number> {
  const row = await db
    .selectFrom("notice")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("person_id", "=", personId)
    .where("read_at", "is", null)
    .where(notAboutReader)
    .executeTakeFirst();
  return row?.count ?? 0;
}

export async function markRead(db: Db, personId: string, ids: string[], now: string): Promise<void> {
  if (ids.length > 0)
    await db
      .updateTable("notice")
      .set({ read_at: now })
      .where("person_id", "=", personId)
      .where("id", "in", ids)
      .where("read_at", "is", null)
      .execute();
}
