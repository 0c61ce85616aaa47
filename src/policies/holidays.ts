import type { Calendar } from "../core/calendar/calendar.ts";
import data from "./holidays.json" with { type: "json" };

/** Berlin's legal public holidays 2015–2040; the file is generated, because the library takes long to load. */
export const berlinCalendar: Calendar = {
  version: data.version,
  zone: "Europe/Berlin",
  holidays: new Map(Object.entries(data.days).map(([date, [en, de]]) => [date, { en: en!, de: de! }])),
};
