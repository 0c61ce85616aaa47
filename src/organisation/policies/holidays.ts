import type { Calendar, DayName } from "../../core/calendar/calendar.ts";
import type { Policy } from "../../core/policy/policy.ts";
import data from "./holidays.json" with { type: "json" };

const years = { from: 2015, to: 2040 };
const covers = { from: `${years.from}-01-01`, to: `${years.to}-12-31` };

/** Berlin's legal public holidays 2015–2040; the file is generated, because the library takes long to load. */
export const berlinCalendar: Calendar = {
  version: data.version,
  zone: "Europe/Berlin",
  covers,
  weekdays: [1, 2, 3, 4, 5],
  holidays: new Map(Object.entries(data.days).map(([date, [en, de]]) => [date, { en: en!, de: de! }])),
};

/** The legal public holidays of a policy's region, before any correction. */
export async function calculatedCalendar({
  zone,
  calendar,
}: Pick<Policy, "zone" | "calendar">): Promise<Calendar> {
  const { country, region, weekdays } = calendar;
  if (country === "DE" && region === "BE") return { ...berlinCalendar, zone, weekdays };
  const { holidays, version } = await fromLibrary(country, region);
  return { version, zone, covers, weekdays, holidays };
}

/** Whether the library knows whose holidays these are. */
export async function knowsRegion({ country, region }: Policy["calendar"]): Promise<boolean> {
  if (country === "DE" && region === "BE") return true;
  const { default: Holidays } = await import("date-holidays");
  const known = new Holidays();
  if (!(country in known.getCountries())) return false;
  return region === "" || region in (known.getStates(country) ?? {});
}

const msPerDay = 86_400_000;

/** The feasts of Turkey or Saudi Arabia last for days; an afternoon before them does not make one more. */
const daysFrom = (first: string, milliseconds: number): string[] =>
  Array.from({ length: Math.max(1, Math.floor(milliseconds / msPerDay)) }, (_, days) =>
    Temporal.PlainDate.from(first).add({ days }).toString(),
  );

async function fromLibrary(country: string, region: string) {
  const { default: Holidays } = await import("date-holidays");
  const asked = (languages: string) => new Holidays(country, region, { types: ["public"], languages });
  const [german, english] = [asked("de"), asked("en")];
  const holidays = new Map<string, DayName>();
  for (let year = years.from; year <= years.to; year += 1) {
    const names = new Map(english.getHolidays(year).map(({ date, name }) => [date.slice(0, 10), name]));
    // Unfiltered, the library also lists observances that are ordinary working days.
    for (const { date, name, type, start, end } of german.getHolidays(year)) {
      if (type !== "public") continue;
      const first = date.slice(0, 10);
      const named = { en: names.get(first) ?? name, de: name };
      for (const day of daysFrom(first, end.getTime() - start.getTime())) holidays.set(day, named);
    }
  }
  return { holidays, version: `${[country, region].filter(Boolean).join("-")} date-holidays` };
}
