import { seeded, type Chance } from "../../src/sample/seeding/chance.ts";

/** Made-up words of two to five syllables; the n-th is said about 1/n times as often as the first (Zipf 1935). */
const many = 60_000;
const onsets = ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "w", "z", "sch", "st", "br"];
const vowels = ["a", "e", "i", "o", "u", "ei", "au", "ie"];
const codas = ["", "", "", "n", "r", "l", "s", "t", "ng", "ck"];

const made = (number: number): string => {
  const chance = seeded(number * 7919 + 1);
  const syllables = 2 + Math.min(3, Math.floor(Math.log10(number + 1) / 1.5)) + chance.below(2);
  return Array.from(
    { length: syllables },
    () => `${chance.one(onsets)}${chance.one(vowels)}${chance.one(codas)}`,
  ).join("");
};

export const vocabulary: readonly string[] = Array.from({ length: many }, (_, number) => made(number));

const shares = new Float64Array(many);
for (let rank = 0, sum = 0; rank < many; rank += 1) shares[rank] = sum += 1 / (rank + 1);

function oneWord(chance: Chance): string {
  const place = chance.part() * shares[many - 1]!;
  let [low, high] = [0, many - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shares[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return vocabulary[low]!;
}

/** A word that no other complaint has. */
export const ownWord = (number: number): string => `unikat${number.toString(36)}x`;

/** What the number-th copy says instead of what the original says: another person, and another text about the same. */
export function said(number: number) {
  const chance = seeded(number);
  const name = `${made(200 + chance.below(400))} ${made(1000 + chance.below(20_000))}`;
  const email = `${name.replace(" ", ".")}${chance.below(1000)}@example.invalid`;
  const phone = `030 ${1_000_000 + chance.below(9_000_000)}`;
  const words = Array.from({ length: 30 + chance.below(20) }, () => oneWord(chance));
  const more = ` ${words.join(" ")} ${ownWord(number)}.`;
  return { name, email, phone, more };
}
