import type { OpeningHours, Schedule } from "../calendar/opening-hours.ts";
import type { Rule } from "../calendar/due.ts";
import type { Block, Policy, Section } from "./policy.ts";

/** The text of a policy with every slot filled. */
export type RenderedPolicy = { title: string; sections: Section[] };

/** @throws Error when the text names a slot that the policy does not have: it must not be published. */
export function renderPolicy(policy: Policy, language: "en" | "de"): RenderedPolicy {
  const slots = slotsOf(policy, language);
  const fill = (text: string) =>
    text.replace(/\{([\w.]+)\}/g, (_, name: string) => {
      const value = slots[name];
      if (value === undefined) throw new Error(`the policy text names an unknown slot: ${name}`);
      return value;
    });
  const block = (each: Block): Block =>
    "list" in each ? { list: each.list.map(fill) } : { paragraph: fill(each.paragraph) };
  const { title, sections } = policy.text[language];
  return {
    title: fill(title),
    sections: sections.map(({ id, heading, blocks, steps }) => ({
      id,
      heading: fill(heading),
      blocks: blocks.map(block),
      ...(steps && {
        steps: steps.map((step) => ({
          id: step.id,
          heading: fill(step.heading),
          blocks: step.blocks.map(block),
        })),
      }),
    })),
  };
}

function slotsOf(
  { organisation, clocks, channels, contacts, platforms, zone }: Policy,
  language: "en" | "de",
): Record<string, string> {
  const names = platforms.map(({ name }) => name);
  return {
    "organisation.name": organisation.name,
    "organisation.address": `${organisation.street}\n${organisation.postcode}, ${organisation.city}, ${organisation.countryName[language]}`,
    "organisation.website": organisation.website,
    platforms: new Intl.ListFormat(language).format(names),
    "clocks.acknowledgement": inWords(clocks.acknowledgement, language),
    "clocks.proposal": inWords(clocks.proposal, language),
    "clocks.implementation": inWords(clocks.implementation, language),
    "clocks.followUp": inWords(clocks.followUp, language),
    "channels.email": channels.email,
    "channels.phone": channels.phone.display,
    "channels.desk": hoursInWords(channels.desk, language),
    ...(channels.phone.hours && { "channels.phoneHours": hoursInWords(channels.phone.hours, language) }),
    "contacts.trainingPrograms": contacts.trainingPrograms,
    "contacts.escalations": contacts.escalations,
    place: zone.split("/").at(-1)!.replaceAll("_", " "),
  };
}

type Unit = { one: string; many: string };
const units: Record<"en" | "de", Record<KeysOf<Rule>, Unit>> = {
  en: {
    hours: { one: "hour", many: "hours" },
    businessDays: { one: "business day", many: "business days" },
    officeHours: { one: "office hour", many: "office hours" },
    days: { one: "day", many: "days" },
    weeks: { one: "week", many: "weeks" },
    months: { one: "month", many: "months" },
  },
  de: {
    hours: { one: "Stunde", many: "Stunden" },
    businessDays: { one: "Arbeitstag", many: "Arbeitstagen" },
    officeHours: { one: "Bürostunde", many: "Bürostunden" },
    days: { one: "Tag", many: "Tagen" },
    weeks: { one: "Woche", many: "Wochen" },
    months: { one: "Monat", many: "Monaten" },
  },
};
type KeysOf<T> = T extends unknown ? keyof T : never;

/** "5 business days", "5 Arbeitstagen": the German form is the dative, as in "innerhalb von". Never "Werktage". */
export function inWords(rule: Rule, language: "en" | "de"): string {
  const [[unit, count]] = Object.entries(rule) as [[KeysOf<Rule>, number]];
  const { one, many } = units[language][unit];
  return `${count} ${count === 1 ? one : many}`;
}

/** "Monday to Friday between 9:00 and 17:00"; several spans one after the other. */
export const hoursInWords = (schedule: Schedule, language: "en" | "de"): string =>
  new Intl.ListFormat(language).format(schedule.map((span) => spanInWords(span, language)));

function spanInWords({ days, from, to }: OpeningHours, language: "en" | "de"): string {
  const ordered = days.toSorted((a, b) => a - b);
  // 5 January 1970 was a Monday.
  const names = ordered.map((day) =>
    new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format((day + 3) * 86_400_000),
  );
  const unbroken = ordered.every((day, index) => day === ordered[0]! + index);
  const [opens, closes] = [from, to].map((time) => time.replace(/^0/, ""));
  const when =
    unbroken && names.length > 2
      ? `${names[0]} ${language === "de" ? "bis" : "to"} ${names.at(-1)}`
      : new Intl.ListFormat(language).format(names);
  return language === "de"
    ? `${when} zwischen ${opens} und ${closes} Uhr`
    : `${when} between ${opens} and ${closes}`;
}
