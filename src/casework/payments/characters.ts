/** How banks in Germany spell what their character set lacks (EPC217-08, DFÜ-Abkommen Anlage 3). */
const spelled: Record<string, string> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
  ß: "ss",
  ẞ: "SS",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "Th",
  ı: "i",
  "&": "+",
  "’": "'",
  "–": "-",
  "—": "-",
  _: "-",
};

/** Text in the character set that every bank of the SEPA area reads; what has no spelling becomes a blank. */
export const inSepaCharacters = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/./gu, (sign) => spelled[sign] ?? sign.normalize("NFD").replace(/\p{M}/gu, ""))
    .replace(/[^A-Za-z0-9/?:().,'+ -]/g, " ")
    .replace(/ +/g, " ")
    .trim();

/** A name of which nothing but dots and blanks would be left cannot be paid to. */
export const isReadable = (name: string): boolean => /[A-Za-z]{2}/.test(inSepaCharacters(name));
