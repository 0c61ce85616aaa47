import { sql } from "kysely";
import type { Db } from "../../../engine/database/database.ts";
import { changeSetting, settingAt, settingHistory, type Setting } from "../settings.ts";
import { Entries, taxonomyNames, type Taxonomy, type TaxonomyEntry, type TaxonomyName } from "./contract.ts";
import { starterTaxonomies } from "./starter.ts";

const settingOf = (name: TaxonomyName) => `taxonomy:${name}`;

/** A list as it holds now; the starter set while nobody has changed it. */
export async function taxonomy(db: Db, name: TaxonomyName): Promise<Taxonomy> {
  const [latest, { version }] = await Promise.all([
    settingAt(db, settingOf(name)),
    db
      .selectFrom("office_setting")
      .select(({ fn }) => fn.countAll<number>().as("version"))
      .where("name", "=", settingOf(name))
      .executeTakeFirstOrThrow(),
  ]);
  return { name, version, entries: latest ? entriesOf(latest) : starterTaxonomies[name] };
}

export const taxonomies = (db: Db): Promise<Taxonomy[]> =>
  Promise.all(taxonomyNames.map((name) => taxonomy(db, name)));

/** Whether a code may be chosen now: it is in the list and not retired. */
export async function isOffered(db: Db, name: TaxonomyName, code: string): Promise<boolean> {
  const { entries } = await taxonomy(db, name);
  return entries.some((entry) => entry.code === code && entry.active);
}

/** Every state of a list, the latest first and the starter set left out. */
export async function taxonomyHistory(db: Db, name: TaxonomyName) {
  const states = await settingHistory(db, settingOf(name));
  return states.map((state) => ({
    entries: entriesOf(state),
    recordedAt: state.recordedAt,
    recordedBy: state.recordedBy,
  }));
}

export type Change = { version: number; entries: TaxonomyEntry[] };
type Unchanged = "code-twice" | "code-removed" | { stale: number };

/** A code that was once there names facts for good, so it can be retired and never removed. */
export async function changeTaxonomy(
  db: Db,
  name: TaxonomyName,
  { version, entries }: Change,
  by: string,
  now: string,
): Promise<Taxonomy | Unchanged> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${settingOf(name)}, 0))`.execute(tx);
    const before = await taxonomy(tx, name);
    if (before.version !== version) return { stale: before.version };
    const codes = new Set(entries.map(({ code }) => code));
    if (codes.size !== entries.length) return "code-twice";
    if (before.entries.some(({ code }) => !codes.has(code))) return "code-removed";
    await changeSetting(tx, settingOf(name), entries, by, now);
    return taxonomy(tx, name);
  });
}

const entriesOf = ({ value }: Setting): TaxonomyEntry[] => Entries.parse(value);
