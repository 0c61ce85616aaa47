/** Letters that are no other letter with a mark, as people type them who do not have them on their keyboard. */
const plain: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
};

/** Lower case and without marks: `Müller` is `muller`, `Śmigiel` is `smigiel`, `Ayşe` is `ayse`. */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/[ßæœøłđðþıħ]/g, (letter) => plain[letter]!);

/** As it is written, and as it would be with an umlaut without its dots: `mueller` may be `muller`, but `neue` not `nue`. */
export function spellings(word: string): string[] {
  const dotless = word.replace(/ae|oe|(?<![aeq])ue/g, ([vowel]) => vowel!);
  return dotless === word ? [word] : [word, dotless];
}
