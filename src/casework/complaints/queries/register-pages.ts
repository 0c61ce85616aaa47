import type { Person } from "../../../core/access/access.ts";
import type { ComplaintRow, RegisterPage, RegisterQuery } from "../contract.ts";
import type { Desk } from "../../../record/desk.ts";
import { open } from "../../../record/content/content.ts";
import { isPlace } from "../page-marks.ts";
import { registerPage, type Place, type Row } from "./register.ts";
import { searching } from "./searching.ts";

/** One page of the register, by keyset: what is due first, or what came last, comes first. */
export async function register(
  desk: Desk,
  who: Person,
  asked: RegisterQuery,
): Promise<RegisterPage | { kind: "invalid"; field: string; message: string }> {
  const after = asked.cursor === undefined ? undefined : readCursor(asked.cursor);
  if (after === "unreadable") return { kind: "invalid", field: "cursor", message: "unreadable" };
  const { found, ...told } = asked.q?.trim()
    ? await searching(desk, who, asked, asked.q, after)
    : { found: await registerPage(desk.db, who, asked, after) };
  const page = found.slice(0, asked.limit);
  const last = page.at(-1);
  const next = found.length > asked.limit && last ? writeCursor(placeOf(asked, last)) : undefined;
  const words = await titles(
    desk,
    page.map(({ id }) => id),
  );
  return { items: page.map((row) => rowView(row, words.get(row.id) ?? {})), ...(next && { next }), ...told };
}

async function titles({ db, keys }: Desk, ids: string[]): Promise<Map<string, Record<string, string>>> {
  const byComplaint = new Map<string, Record<string, string>>();
  for (const { ownerId, name, clear } of await open(db, keys, ids, {
    version: 1,
    names: ["summary", "name"],
  }))
    byComplaint.getOrInsertComputed(ownerId, () => ({}))[name] = clear.toString();
  return byComplaint;
}

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

export const placeOf = ({ sort }: Pick<RegisterQuery, "sort">, row: Row): Place =>
  sort === "received" || row.next_due_at === null
    ? { id: row.id, at: row.received_at, ...(sort === "due" && { rest: true }) }
    : { id: row.id, at: row.next_due_at };

const writeCursor = ({ at, id, rest }: Place): string =>
  Buffer.from(JSON.stringify(rest ? [at, id, "rest"] : [at, id])).toString("base64url");

function readCursor(text: string): Place | "unreadable" {
  try {
    const [at, id, rest] = JSON.parse(Buffer.from(text, "base64url").toString()) as unknown[];
    if (!isPlace(at, id) || (rest !== undefined && rest !== "rest")) return "unreadable";
    return { at, id, ...(rest && { rest: true }) } as Place;
  } catch {
    return "unreadable";
  }
}
