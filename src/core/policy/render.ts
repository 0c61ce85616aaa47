import type { OpeningHours } from "../calendar/opening-hours.ts";
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
    "contacts.trainingPrograms": contacts.trainingPrograms,
    "contacts.escalations": contacts.escalations,
    place: zone.split("/").at(-1)!.replaceAll("_", " "),
  };
}

/** "5 business days", "5 Arbeitstagen": the German form is the dative, as in "innerhalb von". Never "Werktage". */
export function inWords(rule: Rule, language: "en" | "de"): string {
  const [count, one, many] =
    "hours" in rule
      ? ([rule.hours, { en: "hour", de: "Stunde" }, { en: "hours", de: "Stunden" }] as const)
      : ([
          rule.businessDays,
          { en: "business day", de: "Arbeitstag" },
          { en: "business days", de: "Arbeitstagen" },
        ] as const);
  return `${count} ${(count === 1 ? one : many)[language]}`;
}

function hoursInWords({ days, from, to }: OpeningHours, language: "en" | "de"): string {
  // 5 January 1970 was a Monday.
  const named = (day: number) =>
    new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format((day + 3) * 86_400_000);
  const [first, last] = [named(days[0]!), named(days.at(-1)!)];
  const [opens, closes] = [from, to].map((time) => time.replace(/^0/, ""));
  return language === "de"
    ? `${first} bis ${last} zwischen ${opens} und ${closes} Uhr`
    : `${first} to ${last} between ${opens} and ${closes}`;
}
