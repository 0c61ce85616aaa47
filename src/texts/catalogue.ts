/** The machinery of the word files: a missing text does not compile. */
export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

/** The shape of one language's catalogue, demanded of the other: every key, with the same parameters. */
export type Translated<T> = {
  [K in keyof T]: T[K] extends (...said: infer A) => string
    ? (...said: A) => string
    : T[K] extends string
      ? string
      : Translated<T[K]>;
};

const locale = { en: "en-GB", de: "de-DE" } as const;

export function plural(language: Language, count: number, forms: { one: string; other: string }): string {
  const form = new Intl.PluralRules(locale[language]).select(count) === "one" ? forms.one : forms.other;
  return form.replace("#", new Intl.NumberFormat(locale[language]).format(count));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** "Friday, 9 October 2026 at 17:00" in the organisation's zone, wherever the reader is. */
export const formatInstant = (language: Language, instant: string, zone: string): string =>
  formats
    .getOrInsertComputed(
      `${language} ${zone}`,
      () =>
        new Intl.DateTimeFormat(locale[language], {
          weekday: "long",
          day: "numeric",
          month: "long",
          year: "numeric",
          hour: "2-digit",
          minute: "2-digit",
          timeZone: zone,
        }),
    )
    .format(Date.parse(instant));

/** "Friday, 9 October 2026" of a calendar date. */
export const formatDate = (language: Language, date: string): string =>
  formats
    .getOrInsertComputed(
      `${language} date`,
      () =>
        new Intl.DateTimeFormat(locale[language], {
          weekday: "long",
          day: "numeric",
          month: "long",
          year: "numeric",
          timeZone: "UTC",
        }),
    )
    .format(Date.parse(`${date}T12:00:00Z`));

/** Integer cents as euros, never through a fraction of binary floating point that could round wrong. */
export const formatCents = (language: Language, cents: number): string =>
  new Intl.NumberFormat(locale[language], { style: "currency", currency: "EUR" }).format(
    `${cents < 0 ? "-" : ""}${Math.trunc(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, "0")}` as Intl.StringNumericLiteral,
  );
