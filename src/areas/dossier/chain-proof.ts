import type { Desk } from "../../record/desk.ts";
import type { Hide } from "./redaction.ts";
import { open } from "../../record/content/content.ts";

/** One fact as the journal keeps it, and the words that it committed to: with their salt, so that anybody can check. */
export type ProvenEvent = {
  version: number;
  type: string;
  data: unknown;
  actor: string;
  recordedAt: string;
  commitments: Record<string, string>;
  prevHash: string;
  hash: string;
  words: Record<string, { salt: string; text: string }>;
  files: Record<string, { salt: string; path: string }>;
};

/** The journal's rows of one complaint. A word in which a name was hidden is left out: its salt would let it be guessed. */
export async function provenEvents(
  { db, keys }: Desk,
  complaintId: string,
  hide: Hide,
  files: readonly { version: number; index: number; salt: string; path?: string }[],
  unread: readonly number[],
): Promise<ProvenEvent[]> {
  const rows = await db
    .selectFrom("complaint_event")
    .selectAll()
    .where("complaint_id", "=", complaintId)
    .orderBy("version")
    .execute();
  const kept = await open(db, keys, [complaintId], { withoutFiles: true, except: unread });
  return rows.map((row) => ({
    version: row.version,
    type: row.type,
    data: row.data,
    actor: row.actor,
    recordedAt: row.recorded_at,
    commitments: row.commitments as Record<string, string>,
    prevHash: row.prev_hash.toString("hex"),
    hash: row.hash.toString("hex"),
    words: Object.fromEntries(
      kept
        // What is worth money (an account, a voucher's code) is proved and not told.
        .filter(({ version, name }) => version === row.version && !/^(iban|code):/.test(name))
        .map(
          ({ name, salt, clear }) => [name, { salt: salt.toString("hex"), text: clear.toString() }] as const,
        )
        .filter(([, { text }]) => hide(text) === text),
    ),
    files: Object.fromEntries(
      files.flatMap(({ version, index, salt, path }) =>
        version === row.version && path !== undefined ? [[`file:${index}`, { salt, path }]] : [],
      ),
    ),
  }));
}
