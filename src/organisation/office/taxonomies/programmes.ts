import type { Db } from "../../../engine/database/database.ts";
import type { TaxonomyEntry } from "./contract.ts";
import { taxonomy } from "./taxonomies.ts";

const umlauts: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** A name as it is compared: whatever the capitals, the spaces, and how its umlauts are spelled. */
export const spelled = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => umlauts[letter]!)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/\s+/g, " ")
    .trim();

/** The one entry that these words are the code or a name of, in either language; none when they name two. */
export function entryNamed(entries: readonly TaxonomyEntry[], words: string): TaxonomyEntry | undefined {
  const sought = spelled(words);
  const named = entries.filter(
    ({ code, en, de }) => code === words.trim() || spelled(en) === sought || spelled(de) === sought,
  );
  return named.length === 1 ? named[0] : undefined;
}

/** The code of the offered programme that these words name. */
export async function programmeNamed(db: Db, words: string): Promise<string | undefined> {
  const { entries } = await taxonomy(db, "programmes");
  return entryNamed(
    entries.filter(({ active }) => active),
    words,
  )?.code;
}

/** The names that a form suggests, in its language. */
export async function programmeNames(db: Db, language: "en" | "de"): Promise<string[]> {
  const { entries } = await taxonomy(db, "programmes");
  return entries.filter(({ active }) => active).map((entry) => entry[language]);
}
