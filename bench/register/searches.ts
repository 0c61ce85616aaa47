import { ownWord, vocabulary } from "./wording.ts";

const word = (rank: number) => vocabulary[rank]!;
const typo = (text: string) => text.slice(0, 3) + text.slice(4);

/** What people search for, the n-th time, where so many copies have a word of their own. */
export const searchesAmong = (copies: number): Record<string, (n: number) => string> => ({
  "a word of one complaint": (n) => ownWord((n * 7919) % copies),
  "a word of nobody": (n) => `qyxjq${n}vqyx`,
  "a frequent word": (n) => word(n % 20),
  "a word of some thousands": (n) => word(300 + n * 40),
  "two frequent words": (n) => `${word(n % 20)} ${word(20 + n)}`,
  "two words of thousands": (n) => `${word(300 + n * 20)} ${word(500 + n * 20)}`,
  "a typing error": (n) => typo(word(20_000 + n * 31)),
});
