/** What a lesson must not tell: who the customer is, and what stands in the case in whose words. */
export type Secrets = { names: readonly string[]; passages: readonly string[] };

/** Why a text still tells of which case it was made. */
export type GivesAway = "reference" | "contact" | "name" | "passage";

const reference = /\b[A-Z]{1,6}-\d{4}-\d{4,}-\d\b/i;
const address = /[^\s@]+@[^\s@]+\.[^\s@]+/;
/** A number as it is dialled; dates and amounts do not begin with a plus or a nought. */
const phone = /(?<![\w.,-])(?:\+|0)\d[\d ()/-]{5,}\d/;
/** So many words in a row are a quotation and no coincidence. */
const quotation = 8;

/**
 * What in a lesson leads back to a case, or nothing. It finds what can be found without understanding the text; that a
 * manager reads each lesson before others do remains.
 */
export function givesAway(text: string, { names, passages }: Secrets): GivesAway | undefined {
  if (reference.test(text)) return "reference";
  if (address.test(text) || phone.test(text)) return "contact";
  const said = wordsOf(text);
  const parts = new Set(names.flatMap(wordsOf).filter((part) => part.length > 2));
  if (said.some((word) => parts.has(word))) return "name";
  const rows = new Set(rowsOf(said));
  return passages.some((passage) => rowsOf(wordsOf(passage)).some((row) => rows.has(row)))
    ? "passage"
    : undefined;
}

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const rowsOf = (words: readonly string[]): string[] =>
  Array.from({ length: Math.max(0, words.length - quotation + 1) }, (_, at) =>
    words.slice(at, at + quotation).join(" "),
  );
