import { sql } from "kysely";
import type { Db } from "../../engine/database/database.ts";
import type { Keys } from "../content/keys.ts";
import { unseal } from "../content/sealing.ts";
import type { Entry, Standing } from "./store.ts";
import { referenceTokens, tokensOf } from "./tokens.ts";

/** A very long text is found by its beginning. */
const longest = 200_000;

type Part = {
  id: string;
  reference: string;
  standing: Standing;
  received_at: string;
  version: number | null;
  name: string | null;
  part: number | null;
  sealed: Buffer | null;
  wrapped: Buffer | null;
};

/**
 * What these complaints can be found by: their numbers and all words that everybody reads who sees the complaint. Files,
 * codes and IBANs are not searched by; nor is what facts of the types in `except` say. `damaged` hears of whose words cannot
 * be opened.
 */
export async function readEntries(
  db: Db,
  keys: Keys,
  ids: readonly string[],
  except: readonly string[],
  damaged: (complaintId: string) => void,
): Promise<Map<string, Entry>> {
  const { rows } = await sql<Part>`
    select complaint.id, complaint.reference, complaint.received_at,
      case when next_due_at is not null then 'owed' when stage in ('closed', 'withdrawn') then 'ended' else 'open' end as standing,
      said.*
    from complaint left join lateral (
      select c.version, c.name, c.part, c.sealed, k.wrapped
      from content c join data_key k using (owner_id)
      join complaint_event e on e.complaint_id = c.owner_id and e.version = c.version
      where c.owner_id = complaint.id and e.type <> all(${except}::text[]) and c.name !~ '^(file|code:|iban:)'
    ) said on true
    where complaint.id = any(${ids}::uuid[]) order by complaint.id, version, name, part`.execute(db);
  const found = new Map<string, Entry>();
  for (const [id, parts] of Map.groupBy(rows, (row) => row.id)) {
    const { reference, wrapped, received_at, standing } = parts[0]!;
    const texts = Map.groupBy(parts, ({ version, name }) => `${version}/${name}`);
    const words = new Set([...tokensOf(reference), ...referenceTokens(reference)]);
    found.set(id, { words, receivedAt: new Date(received_at), standing });
    try {
      // Unwrapped once for all that is kept under it.
      const key = wrapped && unseal(keys.content, id, wrapped);
      for (const text of texts.values())
        for (const token of tokensOf(clear(key, text).slice(0, longest))) words.add(token);
    } catch {
      // One that cannot be opened must not keep the others from being found; it stays found by its number.
      damaged(id);
    }
  }
  return found;
}

function clear(key: Buffer | null, parts: readonly Part[]): string {
  const pieces = parts.flatMap(({ id, version, name, part, sealed }) =>
    key && sealed ? [unseal(key, `${id}/${version}/${name}/${part}`, sealed)] : [],
  );
  return Buffer.concat(pieces).toString();
}
