import { fold, spellings } from "./folding.ts";
import { phoneNumbers } from "./phones.ts";

/** Longer ones are nobody's words: keys, addresses of pages, lines that were drawn. */
const longest = 40;

export const wordsIn = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];

/** `e-mail` is also `email`: parts that a dash joins are searched for as one word too. */
const joinedIn = (folded: string): string[] =>
  (folded.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? []).map((word) => word.replaceAll("-", ""));

/** All that a text can be found by, each once. No word is left out because it is frequent: a person may be called `Will`. */
export function tokensOf(text: string): Set<string> {
  const folded = fold(text);
  const words = [...wordsIn(folded), ...joinedIn(folded)].filter(({ length }) => length <= longest);
  return new Set([...words.flatMap(spellings), ...phoneNumbers(text).map(({ token }) => token)]);
}

/** What a complaint's own number can be found by: also without prefix, year or check digit. */
export function referenceTokens(reference: string): string[] {
  const [, year, number] = /^[A-Z]+-(\d{4})-(\d{6,9})-\d$/.exec(reference) ?? [];
  return year && number ? [numberToken(number), numberToken(number, year)] : [];
}

export const numberToken = (number: string, year = ""): string =>
  `ref${year}${number.replace(/^0+(?=\d{6})/, "").padStart(6, "0")}`;
