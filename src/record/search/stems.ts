import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as german } from "@orama/stemmers/german";

/** What is left of a folded word without its endings, in both languages: one customer writes German, the next English. */
export const stems = (word: string): { de: string; en: string } =>
  /^[a-z]{3,}$/.test(word) ? { de: german(word), en: english(word) } : { de: word, en: word };
