import type { Rule } from "../calendar/due.ts";

/** What people write for a number, and for a unit of time, in a policy. */
const counts = {
  en: "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  ),
  de: "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig".split(
    " ",
  ),
} as const;

const patterns = {
  en: /(?<!\p{L})(\d+|[a-z]+(?:-[a-z]+)?)(?:\s*\(\d+\))?[\s\u00a0-]+(?:full\s+|consecutive\s+|calendar\s+)?((?:business|working|work|office|week)?[\s-]*)(hours?|days?|weeks?|months?)(?!\p{L})/giu,
  de: /(?<!\p{L})(\d+|[a-zäöü]+)(?:\s*\(\d+\))?[\s\u00a0-]+(?:volle[nr]?\s+)?((?:Arbeits|Geschäfts|Bank|Wochen|Büro|Kalender)?-?)(stunden?|tage?n?s?|wochen?|monate?n?s?)(?!\p{L})/giu,
} as const;

export type Duration = { text: string; rule: Rule };

/** Every stretch of time that a text states, in figures or words: "5 business days", "achtundvierzig" is none of ours. */
export function durationsIn(text: string, language: "en" | "de"): Duration[] {
  return [...text.matchAll(patterns[language])].flatMap(([found, count = "", kind = "", unit = ""]) => {
    const number = countIn(count, language);
    return number === undefined ? [] : [{ text: found.trim(), rule: ruleOf(number, kind.trim(), unit) }];
  });
}

function countIn(text: string, language: "en" | "de"): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const word = text.toLowerCase();
  if (language === "de" && /^eine[mnrs]?$/.test(word)) return 1;
  const index = (counts[language] as readonly string[]).indexOf(word);
  return index === -1 ? tens(word, language) : index + 1;
}

const twenties = {
  en: ["twenty", "thirty", "forty", "fifty"],
  de: ["zwanzig", "dreißig", "vierzig", "fünfzig"],
};

/** "forty-eight", "achtundvierzig", "thirty". */
function tens(word: string, language: "en" | "de"): number | undefined {
  const [low, high] = language === "en" ? word.split("-").toReversed() : word.split("und");
  const ten = (name: string | undefined) => twenties[language].indexOf(name ?? "");
  if (high === undefined) return ten(low) === -1 ? undefined : (ten(low) + 2) * 10;
  const one = (counts[language] as readonly string[]).indexOf(low ?? "");
  return ten(high) === -1 || one === -1 || one > 8 ? undefined : (ten(high) + 2) * 10 + one + 1;
}

function ruleOf(count: number, kind: string, unit: string): Rule {
  if (/^(hour|stunde)/i.test(unit))
    return /^(office|büro)/i.test(kind) ? { officeHours: count } : { hours: count };
  if (/^(week|woche)/i.test(unit)) return { weeks: count };
  if (/^mon/i.test(unit)) return { months: count };
  return kind === "" || /^kalender/i.test(kind) ? { days: count } : { businessDays: count };
}

/** Every email address that a text shows. */
export const addressesIn = (text: string): string[] =>
  [...text.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g)].map(([found]) => found.replace(/\.$/, ""));

const clockTime = /(?<![\d.:])(\d{1,2})(?:([:.])(\d{2}))?(?:\s*(a\.?m\.?|p\.?m\.?|uhr))?(?![\d]|[.:]\d)/giu;

/** Every time of day that a text states: "9:00", "9 am", "17 Uhr". */
export function timesIn(text: string): { text: string; time: string }[] {
  return [...text.matchAll(clockTime)].flatMap(([found, hour = "", sign, minute = "00", suffix = ""]) => {
    // A bare number, or one with a point that no "Uhr" follows, is no time.
    if (suffix === "" && sign !== ":") return [];
    const afternoon = /^p/i.test(suffix) && Number(hour) < 12;
    const midnight = /^a/i.test(suffix) && Number(hour) === 12;
    const hours = Number(hour) + (afternoon ? 12 : 0) - (midnight ? 12 : 0);
    return hours > 24 ? [] : [{ text: found.trim(), time: `${String(hours).padStart(2, "0")}:${minute}` }];
  });
}
