import { sql } from "kysely";
import type { Person } from "../../core/access/access.ts";
import type { Db } from "../../database/database.ts";
import type { Desk } from "../desk.ts";
import type { ComplaintRow, RegisterQuery } from "../contract.ts";
import { open } from "../../content/content.ts";
import { matching } from "../../content/finding.ts";
import { isPlace } from "../page-marks.ts";
import { visibleTo } from "./visible.ts";

type Cursor = { at: string | null; id: string };

const ended = ["closed", "withdrawn"];

/** One page of the register, by keyset: what is due first, or what came last, comes first. */
export async function register(
  desk: Desk,
  who: Person,
  asked: RegisterQuery,
): Promise<{ items: ComplaintRow[]; next?: string } | { kind: "invalid"; field: string; message: string }> {
  const after = asked.cursor === undefined ? undefined : readCursor(asked.cursor);
  if (after === "unreadable") return { kind: "invalid", field: "cursor", message: "unreadable" };
  const found = await registerPage(desk.db, who, asked, after).execute();
  const page = found.slice(0, asked.limit);
  const last = page.at(-1);
  const next =
    found.length > asked.limit && last
      ? writeCursor({ at: asked.sort === "due" ? last.next_due_at : last.received_at, id: last.id })
      : undefined;
  const words = await titles(
    desk,
    page.map(({ id }) => id),
  );
  return { items: page.map((row) => rowView(row, words.get(row.id) ?? {})), ...(next && { next }) };
}

/** The query behind a page; each order has its index, and a test looks at the plan. */
export function registerPage(db: Db, who: Person, asked: RegisterQuery, after?: Cursor) {
  let query = db
    .selectFrom("complaint")
    .selectAll()
    .where(visibleTo(who))
    .limit(asked.limit + 1);
  query =
    asked.sort === "due"
      ? query.orderBy(sql`coalesce(next_due_at, 'infinity')`).orderBy("id")
      : query.orderBy("received_at", "desc").orderBy("id", "desc");
  if (after && asked.sort === "due")
    query = query.where(
      sql<boolean>`(coalesce(next_due_at, 'infinity'), id) > (${after.at ?? "infinity"}::timestamptz, ${after.id}::uuid)`,
    );
  if (after && asked.sort === "received")
    query = query.where(sql<boolean>`(received_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  if (asked.stage) query = query.where("stage", "=", asked.stage);
  if (asked.open) query = query.where("stage", asked.open === "true" ? "not in" : "in", ended);
  if (asked.owner)
    query =
      asked.owner === "none"
        ? query.where("owner_id", "is", null)
        : query.where("owner_id", "=", asked.owner);
  if (asked.platform) query = query.where("platform", "=", asked.platform);
  if (asked.channel) query = query.where("channel", "=", asked.channel);
  if (asked.programme) query = query.where("programme", "=", asked.programme);
  if (asked.clock) query = query.where(running(asked.clock));
  if (asked.due_before) query = query.where("next_due_at", "<", asked.due_before);
  if (asked.q?.trim()) query = query.where(matching(asked.q.replaceAll("\0", " ")));
  return query;
}

/** Complaints in which this promise is still open, whatever falls due before it. */
const running = (kind: string) =>
  sql<boolean>`exists (select from complaint_clock c where c.complaint_id = complaint.id and c.kind = ${kind} and c.met_at is null and c.not_applicable is null and c.ended_at is null)`;

async function titles({ db, keys }: Desk, ids: string[]): Promise<Map<string, Record<string, string>>> {
  const byComplaint = new Map<string, Record<string, string>>();
  for (const { ownerId, name, clear } of await open(db, keys, ids, {
    version: 1,
    names: ["summary", "name"],
  }))
    byComplaint.getOrInsertComputed(ownerId, () => ({}))[name] = clear.toString();
  return byComplaint;
}

type Row = {
  id: string;
  reference: string;
  version: number;
  stage: string;
  platform: string;
  channel: string;
  subject: string;
  category: string | null;
  programme: string | null;
  owner_id: string | null;
  received_at: string;
  next_due_at: string | null;
  next_due_clock: string | null;
};

const rowView = (row: Row, words: Record<string, string>): ComplaintRow => ({
  id: row.id,
  reference: row.reference,
  version: row.version,
  stage: row.stage as ComplaintRow["stage"],
  platform: row.platform,
  channel: row.channel as ComplaintRow["channel"],
  subject: row.subject as ComplaintRow["subject"],
  ...(row.category && { category: row.category }),
  ...(row.programme && { programme: row.programme }),
  ...(words.summary && { summary: words.summary }),
  ...(words.name && { complainant: words.name }),
  ...(row.owner_id && { ownerId: row.owner_id }),
  receivedAt: row.received_at,
  ...(row.next_due_at &&
    row.next_due_clock && { nextDue: { clock: row.next_due_clock, dueAt: row.next_due_at } }),
});

const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.at, cursor.id])).toString("base64url");

function readCursor(text: string): Cursor | "unreadable" {
  try {
    const [at, id] = JSON.parse(Buffer.from(text, "base64url").toString()) as [unknown, unknown];
    // Whoever has nothing due comes last, behind every instant.
    const readable = isPlace(at ?? "1970-01-01T00:00:00Z", id);
    return readable ? ({ at, id } as Cursor) : "unreadable";
  } catch {
    return "unreadable";
  }
}
