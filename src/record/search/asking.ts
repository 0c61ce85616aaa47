import { fold, spellings } from "./folding.ts";
import { phoneNumbers } from "./phones.ts";
import { numberToken, wordsIn } from "./tokens.ts";

/** One thing that is asked for. It is there if one of the ways is; a way is there if all its words are. */
export type Wanted = {
  not: boolean;
  /** In quotation marks: as it stands, without other endings or similar spellings. */
  exact: boolean;
  ways: string[][];
};

/** Reads what somebody typed. Everything is text: nothing in it can be an operator that fails. */
export function readAsked(text: string): Wanted[] {
  const { rest, found } = spoken(text.replaceAll("\0", " "));
  const words = [...rest.matchAll(/(-?)"([^"]*)"?|(?:(?<=^|\s)(-)(?=\p{L}))?([^\s"]+)/gu)].flatMap(
    ([, notQuoted, quoted, not, word]) =>
      wanted(quoted ?? word!, Boolean(notQuoted || not), quoted !== undefined),
  );
  return [...found, ...words];
}

function wanted(text: string, not: boolean, exact: boolean): Wanted[] {
  const folded = fold(text);
  const parts = wordsIn(folded);
  if (parts.length === 0) return [];
  if (exact)
    return parts.length > 1 && not
      ? [{ not, exact, ways: [parts] }]
      : parts.map((word) => one(word, not, exact));
  const whole = parts.length > 1 && /^[\p{L}\p{N}-]+$/u.test(folded) ? [[parts.join("")]] : [];
  const zeros = /^0\d{3,8}$/.test(folded) ? [[numberToken(folded)]] : [];
  const split = parts.length > 1 ? [parts] : spellings(parts[0]!).map((word) => [word]);
  return [{ not, exact, ways: [...zeros, ...split, ...whole] }];
}

const one = (word: string, not: boolean, exact: boolean): Wanted => ({
  not,
  exact,
  ways: spellings(word).map((spelled) => [spelled]),
});

const reference =
  /(?<![\p{L}\p{N}])(?:\p{L}{1,6}[\s-]*)?(20\d\d)[\s-]+(\d{1,9})(?:[\s-]+\d)?(?![\p{L}\p{N}])/gu;

/** Numbers are said in pieces: `ct 2026 219`, `0176 444 505 04`. They are taken out before words are told apart. */
function spoken(text: string): { rest: string; found: Wanted[] } {
  const found: Wanted[] = [];
  const take = (written: string, token: string) => {
    found.push({ not: false, exact: false, ways: [[token], wordsIn(fold(written))] });
    return " ";
  };
  let rest = text.replace(reference, (written, year: string, number: string) =>
    take(written, numberToken(number, year)),
  );
  for (const { written, token } of phoneNumbers(rest))
    rest = rest.replace(written, () => take(written, token));
  return { rest, found };
}
