/**
 * A person's text as it can be printed: signs that cannot be seen, turn the reading direction or are not text are written
 * out, so that what was sent stays visible; words longer than a line may be broken anywhere.
 */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n")
    .replace(/\t/g, "    ")
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff0-\ufffd\p{Co}\p{Cn}]/gu, (sign) =>
      sign === "\n" ? sign : `[U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`,
    )
    .replace(/\S{40,}/gu, (run) => Array.from(run).join("\u200b"));

/** The same of every text in a document. */
export function printableThroughout<T>(value: T): T {
  if (typeof value === "string") return printable(value) as T;
  if (Array.isArray(value)) return value.map(printableThroughout) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, printableThroughout(each)]),
  ) as T;
}
