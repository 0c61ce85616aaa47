import type { Store } from "./store.ts";
import { allowance, distance, pieces } from "./similar.ts";
import { stems } from "./stems.ts";

/** The index's words for a word that was typed: itself, its other endings, what begins with it, compounds that hold it. */
export function wordsFor(store: Store, word: string): string[] {
  if (word.length < 3) return store.knows(word) ? [word] : [];
  const { de, en } = stems(word);
  const begun = store.beginning(word, 200);
  const compounds = word.length < 4 ? [] : store.holding(word, 400).filter(joins(word));
  return [...new Set([...store.stemmed(word, de, en), ...begun, ...compounds.slice(0, 200)])];
}

/** A word inside another is its part only after one of three letters or more: the rat is in no certificate. */
const joins = (word: string) => (term: string) => term.indexOf(word, 3) >= 3;

/** Words that are spelled nearly so; those with the same first letter if there are any. */
export function similarTo(store: Store, word: string): string[] {
  const most = allowance(word);
  if (most === 0 || /\d/.test(word)) return [];
  const lengths = [word.length - most, word.length + most] as const;
  const candidates = pieces(word).flatMap(({ at, piece }) =>
    [
      ...(at === 0 ? store.beginning(piece, 5000, lengths) : []),
      ...(piece.length >= 3 ? store.holding(piece, 5000, lengths) : []),
    ].filter((term) => term.slice(Math.max(0, at - most), at + piece.length + most).includes(piece)),
  );
  const near = [...new Set(candidates)].filter((term) => distance(word, term, most) <= most);
  const alike = near.filter((term) => term[0] === word[0]);
  return (alike.length > 0 ? alike : near).slice(0, 50);
}

export const quoted = (word: string) => `"${word}"`;
