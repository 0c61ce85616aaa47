import { plural, type Language } from "./catalogue.ts";

const locale = { en: "en-GB", de: "de-DE" } as const;

export const units = [
  "complaints",
  "people",
  "actions",
  "answers",
  "sessions",
  "files",
  "share",
  "per-100",
  "business-days",
  "days",
  "days-between",
  "hours",
  "cents",
  "score",
] as const;
/** What a number of a report counts. */
export type Unit = (typeof units)[number];

const short: Record<Language, Record<Unit, string>> = {
  en: {
    complaints: "complaints",
    people: "people",
    actions: "actions",
    answers: "answers",
    sessions: "sessions",
    files: "files",
    share: "%",
    "per-100": "per 100 participants",
    "business-days": "business days",
    days: "days",
    "days-between": "days between",
    hours: "hours",
    cents: "EUR",
    score: "of 5",
  },
  de: {
    complaints: "Beschwerden",
    people: "Personen",
    actions: "Maßnahmen",
    answers: "Antworten",
    sessions: "Schulungen",
    files: "Akten",
    share: "%",
    "per-100": "je 100 Teilnehmende",
    "business-days": "Arbeitstage",
    days: "Tage",
    "days-between": "Tage dazwischen",
    hours: "Stunden",
    cents: "EUR",
    score: "von 5",
  },
};

export const unitInWords = (language: Language, unit: Unit): string => short[language][unit];

const formats = new Map<string, Intl.NumberFormat>();
const format = (language: Language, options: Intl.NumberFormatOptions) =>
  formats.getOrInsertComputed(
    JSON.stringify([language, options]),
    () => new Intl.NumberFormat(locale[language], options),
  );

const whole: readonly Unit[] = ["complaints", "people", "actions", "answers", "sessions", "files"];

/** A number as its unit is read, without the unit's name: "78.9 %", "114.00 €", "4.13", "15". */
export function numeral(language: Language, unit: Unit, value: number): string {
  if (unit === "share")
    return `${format(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value * 100)} %`;
  if (unit === "cents") return format(language, { style: "currency", currency: "EUR" }).format(value / 100);
  if (unit === "per-100" || unit === "score")
    return format(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
  return format(language, { maximumFractionDigits: whole.includes(unit) ? 2 : 1 }).format(value);
}

/** Of these, the figure's own name says what is counted. */
const named: readonly Unit[] = [...whole, "share", "cents", "per-100"];

/** As it stands beside the name of its figure: with the unit only where the name does not say it. */
export const numeralOfFigure = (language: Language, unit: Unit, value: number): string =>
  named.includes(unit) ? numeral(language, unit, value) : quantity(language, unit, value);

/** The same with the unit, where the number alone does not say it. */
export const quantity = (language: Language, unit: Unit, value: number): string =>
  unit === "share" || unit === "cents"
    ? numeral(language, unit, value)
    : `${numeral(language, unit, value)} ${counted(language, unit, value)}`;

const one: Record<Language, Partial<Record<Unit, string>>> = {
  en: {
    complaints: "complaint",
    people: "person",
    actions: "action",
    answers: "answer",
    sessions: "session",
    files: "file",
    "business-days": "business day",
    days: "day",
    hours: "hour",
  },
  de: {
    complaints: "Beschwerde",
    people: "Person",
    actions: "Maßnahme",
    answers: "Antwort",
    sessions: "Schulung",
    files: "Akte",
    "business-days": "Arbeitstag",
    days: "Tag",
    hours: "Stunde",
  },
};

function counted(language: Language, unit: Unit, value: number): string {
  const other = short[language][unit];
  return plural(language, value, { one: one[language][unit] ?? other, other });
}

/** "2.1 – 6.5" of an interval. */
export const interval = (language: Language, unit: Unit, lower: number, upper: number): string =>
  unit === "share"
    ? `${numeral(language, unit, lower).replace(" %", "")} – ${numeral(language, unit, upper)}`
    : `${numeral(language, unit, lower)} – ${numeral(language, unit, upper)}`;

/** "October 2026", "week 41 of 2026" or "2026". */
export function periodInWords(language: Language, period: string): string {
  const week = /^(\d{4})-W(\d{2})$/.exec(period);
  if (week)
    return language === "de"
      ? `Woche ${Number(week[2])}, ${week[1]}`
      : `week ${Number(week[2])} of ${week[1]}`;
  if (/^\d{4}$/.test(period)) return period;
  if (isDay(period)) return dayFormat(language, "long").format(Date.parse(`${period}T12:00:00Z`));
  return monthFormat(language, "long").format(Date.parse(`${period}-15T12:00:00Z`));
}

/** "Oct 26", "W41" or "2026": below a chart. */
export function periodInShort(language: Language, period: string): string {
  const week = /-W(\d{2})$/.exec(period);
  if (week) return `${language === "de" ? "KW" : "W"} ${Number(week[1])}`;
  const quarter = /^(\d{4})-?Q(\d)$/.exec(period);
  if (quarter) return `Q${quarter[2]} ${quarter[1]}`;
  if (isDay(period)) return dayFormat(language, "short").format(Date.parse(`${period}T12:00:00Z`));
  if (!/^\d{4}-\d{2}$/.test(period)) return period;
  return monthFormat(language, "short").format(Date.parse(`${period}-15T12:00:00Z`));
}

const isDay = (period: string) => /^\d{4}-\d{2}-\d{2}$/.test(period);

const months = new Map<string, Intl.DateTimeFormat>();
const dayFormat = (language: Language, style: "long" | "short") =>
  months.getOrInsertComputed(
    `${language} day ${style}`,
    () =>
      new Intl.DateTimeFormat(locale[language], {
        dateStyle: style === "long" ? "long" : "short",
        timeZone: "UTC",
      }),
  );
const monthFormat = (language: Language, month: "long" | "short") =>
  months.getOrInsertComputed(
    `${language} ${month}`,
    () =>
      new Intl.DateTimeFormat(locale[language], {
        month,
        year: month === "long" ? "numeric" : "2-digit",
        timeZone: "UTC",
      }),
  );
