// Writes src/organisation/policies/holidays.json from date-holidays (DE, BE, type public). Run by `npm run holidays` once a year.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";
import Holidays from "date-holidays";

const { version } = createRequire(import.meta.url)("date-holidays/package.json");
const german = new Holidays("DE", "BE", { types: ["public"], languages: "de" });
const english = new Holidays("DE", "BE", { types: ["public"], languages: "en" });
const days = {};
for (let year = 2015; year <= 2040; year += 1) {
  const names = new Map(english.getHolidays(year).map(({ date, name }) => [date.slice(0, 10), name]));
  // Unfiltered, the library also lists observances that are ordinary working days.
  for (const { date, name, type } of german.getHolidays(year))
    if (type === "public") days[date.slice(0, 10)] = [names.get(date.slice(0, 10)) ?? name, name];
}
const file = join(import.meta.dirname, "../src/organisation/policies/holidays.json");
writeFileSync(
  file,
  `${JSON.stringify({ version: `DE-BE date-holidays ${version}`, source: "date-holidays, DE-BE, type public (ISC AND CC-BY-3.0)", days }, null, 1)}\n`,
);
