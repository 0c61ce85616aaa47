// Short words that are frequent in one of the two languages and rare in the other.
const common = {
  de: new Set(
    "und der die das ich nicht ist sie wir mit für auf ein eine bei war sehr habe haben wurde wird bitte kurs sehr geehrte leider mein meine zu den dem es auch hat von im um kein keine geld mir noch nur oder aber mehr wann warum als wie aus seit schon hallo beschwerde danke grüße".split(
      " ",
    ),
  ),
  en: new Set(
    "and the i not is you we with for on a very have has been please course dear my me to of it that this but they your would no money refund still when why are were be do did our us by from or as at what there hello hi thanks complaint regards".split(
      " ",
    ),
  ),
};

/** A guess from the first words that tell; the language of the reply, not of anything that matters. */
export function guessLanguage(...texts: string[]): "en" | "de" {
  for (const text of texts) {
    const words =
      text
        .slice(0, 4000)
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [];
    const count = (language: "en" | "de") => words.filter((word) => common[language].has(word)).length;
    const ahead = count("en") - count("de");
    if (ahead !== 0) return ahead > 0 ? "en" : "de";
  }
  return "de";
}
