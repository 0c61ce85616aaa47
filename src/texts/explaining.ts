import type { Explanation } from "../core/calendar/explaining.ts";
import type { DayName } from "../core/calendar/calendar.ts";
import { inWords } from "../core/policy/render.ts";
import { formatInstant, type Language } from "./catalogue.ts";

const words = {
  en: {
    after: (rule: string, start: string) => `${rule} after ${start}`,
    elapsed: "nights, weekends and holidays included",
    office: "counted while the office is open",
    forward: "the clocks go forward in between",
    back: "the clocks go back in between",
    skipped: (days: string) => `not counted: ${days}`,
    moved: (nominal: string, why: string) =>
      `it would end on ${nominal} (${why}) and so ends on the next business day`,
    weekend: "no business day",
    until: (due: string) => `until ${due}`,
    told: (due: string) =>
      `after a correction of the calendar this would be later; what was told stays: ${due}`,
  },
  de: {
    after: (rule: string, start: string) => `${rule} nach ${start}`,
    elapsed: "Nächte, Wochenenden und Feiertage eingeschlossen",
    office: "gezählt, während das Büro geöffnet ist",
    forward: "dazwischen werden die Uhren vorgestellt",
    back: "dazwischen werden die Uhren zurückgestellt",
    skipped: (days: string) => `nicht gezählt: ${days}`,
    moved: (nominal: string, why: string) =>
      `sie endet nicht am ${nominal} (${why}), sondern am nächsten Arbeitstag`,
    weekend: "kein Arbeitstag",
    until: (due: string) => `bis ${due}`,
    told: (due: string) =>
      `nach einer Korrektur des Kalenders wäre es später; was gesagt wurde, bleibt: ${due}`,
  },
};

/**
 * Why a date is that date: "5 business days after Sat 3 Oct 2026: Mon 5 Oct … Fri 9 Oct, 17:00". Holidays that were
 * passed over are named.
 */
export function explainInWords(language: Language, why: Explanation, zone: string): string {
  const w = words[language];
  const until = w.until(formatInstant(language, why.dueAt, zone));
  const parts = [head(language, why, zone)];
  if ("hours" in why.rule) {
    parts.push(w.elapsed);
    if (why.clockChange !== undefined) parts.push(why.clockChange > 0 ? w.forward : w.back);
  }
  if ("officeHours" in why.rule) parts.push(w.office);
  if (why.nominal) {
    const holiday = why.skipped.find(({ date }) => date === why.nominal)?.holiday;
    parts.push(w.moved(shortDate(language, why.nominal), holiday?.[language] ?? w.weekend));
  } else if (why.skipped.length > 0)
    parts.push(w.skipped(why.skipped.map((day) => named(language, day)).join(", ")));
  parts.push(until);
  if (why.told) parts.push(w.told(formatInstant(language, why.told, zone)));
  return `${parts.join("; ")}.`;
}

function head(language: Language, { rule, startedAt, from, counted }: Explanation, zone: string): string {
  const exact = "hours" in rule || "officeHours" in rule;
  const start = exact ? shortInstant(language, startedAt, zone) : fullDate(language, from);
  const told = words[language].after(nominative(language, inWords(rule, language), rule), start);
  return counted.length === 0 ? told : `${told}: ${days(language, counted)}`;
}

/** German policies say "innerhalb von 5 Arbeitstagen"; here it is "5 Arbeitstage nach". */
function nominative(language: Language, text: string, rule: Explanation["rule"]): string {
  if (language === "en" || "hours" in rule || "officeHours" in rule || "weeks" in rule) return text;
  return Object.values(rule)[0] === 1 ? text : text.replace(/n$/, "");
}

function days(language: Language, counted: string[]): string {
  const [first, last] = [counted[0]!, counted.at(-1)!];
  const unbroken = `${shortDate(language, first)} … ${shortDate(language, last)}`;
  return counted.length > 3 ? unbroken : counted.map((date) => shortDate(language, date)).join(", ");
}

const named = (language: Language, { date, holiday }: { date: string; holiday: DayName }) =>
  `${shortDate(language, date)} (${holiday[language]})`;

const locale = { en: "en-GB", de: "de-DE" } as const;
const noon = (date: string) => Date.parse(`${date}T12:00:00Z`);
const formats = new Map<string, Intl.DateTimeFormat>();
const format = (language: Language, name: string, options: Intl.DateTimeFormatOptions) =>
  formats.getOrInsertComputed(
    `${language} ${name}`,
    () => new Intl.DateTimeFormat(locale[language], options),
  );

/** "Mon 5 Oct", "Mo., 5. Okt." */
export const shortDate = (language: Language, date: string): string =>
  format(language, "short", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" })
    .format(noon(date))
    .replace(/^(\w+),/, "$1");

const fullDate = (language: Language, date: string): string =>
  format(language, "full", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  })
    .format(noon(date))
    .replace(/^(\w+),/, "$1");

const shortInstant = (language: Language, instant: string, zone: string): string =>
  format(language, `instant ${zone}`, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  })
    .format(Date.parse(instant))
    .replace(/^(\w+),/, "$1");
