/** The parts that a letter is made of; the mail room writes them as text and as HTML. */
export type Part =
  | { text: string }
  | { facts: [label: string, value: string][] }
  | { list: string[] }
  | { link: string; url: string };

export type Letter = { subject: string; parts: Part[] };

/** What a letter is written from, in the notation of `notation.ts`. */
export type Template = { subject: string; body: string };
