import type { Rule } from "../calendar/due.ts";
import type { OpeningHours, Schedule } from "../calendar/opening-hours.ts";
import type { Block, Policy, Section } from "./policy.ts";
import { addressesIn, durationsIn, timesIn } from "./reading.ts";
import { inWords, renderPolicy, type RenderedPolicy } from "./render.ts";

export const contradictions = [
  "region_unknown",
  "unknown_slot",
  "section_missing",
  "section_empty",
  "number_differs",
  "promise_unstated",
  "contact_unstated",
  "contact_differs",
  "phone_impossible",
  "phone_spelled_twice",
  "hotline",
  "hours_differ",
  "hours_impossible",
  "named_twice",
  "odr_link",
  "werktage",
] as const;
/** Why a policy cannot be published: it would promise what the clocks do not keep, or mislead (UWG §5(2) Nr. 1). */
export type Contradiction = (typeof contradictions)[number];

/** Where it stands in the document, what was found there, and what was to be expected. */
export type PolicyProblem = { code: Contradiction; at: string; found?: string; expected?: string };

/** Finds the phone numbers in a text, as people write them in a country; passed in, because it takes a library. */
export type FindPhones = (text: string, country: string) => { text: string; e164: string }[];

const languages = ["en", "de"] as const;
type Language = (typeof languages)[number];

/** All that keeps a policy from being published; an empty list means that it says one thing everywhere. */
export function contradictionsOf(policy: Policy, findPhones: FindPhones): PolicyProblem[] {
  return [
    ...impossibleHours(policy),
    ...namedTwice(policy),
    ...ownPhone(policy, findPhones),
    ...sameSections(policy),
    ...odrLinks(policy),
    ...languages.flatMap((language) => textOf(policy, language, findPhones)),
  ];
}

function textOf(policy: Policy, language: Language, findPhones: FindPhones): PolicyProblem[] {
  let rendered: RenderedPolicy;
  try {
    rendered = renderPolicy(policy, language);
  } catch (error) {
    const found = /slot: (.+)$/.exec((error as Error).message)?.[1] ?? "";
    return [{ code: "unknown_slot", at: `text.${language}`, found }];
  }
  const parts = partsOf(rendered, language);
  return [
    ...parts.flatMap((part) => numbers(policy, language, part)),
    ...parts.flatMap((part) => contacts(policy, part, findPhones)),
    ...parts.flatMap((part) => hours(policy, part)),
    ...(language === "de" ? parts.flatMap(werktage) : []),
    ...unstated(policy, language, parts),
  ];
}

/** One section or step with all it says. */
type Part = { id: string; at: string; text: string };

function partsOf({ title, sections }: RenderedPolicy, language: Language): Part[] {
  const part = ({ id, heading, blocks }: Omit<Section, "steps">, at: string) => ({
    id,
    at,
    text: [heading, ...blocks.map(textOfBlock)].join("\n"),
  });
  return [
    { id: "title", at: `text.${language}.title`, text: title },
    ...sections.flatMap((section) => {
      const at = `text.${language}.${section.id}`;
      return [part(section, at), ...(section.steps ?? []).map((step) => part(step, `${at}.${step.id}`))];
    }),
  ];
}

const textOfBlock = (block: Block) => ("list" in block ? block.list.join("\n") : block.paragraph);

/** The step that states each promise, by its id. */
const stated = {
  acknowledgement: "acknowledgement",
  proposal: "proposal",
  implementation: "implementation",
  "follow-up": "followUp",
} as const;
type Stated = keyof typeof stated;
const isStated = (id: string): id is Stated => id in stated;

/** A number beside a word of time must be the clock's: in the step of a promise that promise's, elsewhere any of ours. */
function numbers(policy: Policy, language: Language, { id, at, text }: Part): PolicyProblem[] {
  const { clocks, targets, statutory, proposalValidity } = policy;
  const ours: Rule[] = isStated(id)
    ? [clocks[stated[id]]]
    : [...Object.values({ ...clocks, ...targets, ...statutory }), proposalValidity];
  const expected = ours.map((rule) => inWords(rule, language));
  return (
    durationsIn(text, language)
      // Elsewhere weeks and months may be about anything: how often staff are trained is no promise to a customer.
      .filter(({ rule }) => isStated(id) || !("weeks" in rule || "months" in rule))
      .filter(({ rule }) => !ours.some((each) => same(each, rule)))
      .map(({ text: found }) => ({
        code: "number_differs",
        at,
        found,
        ...(isStated(id) && { expected: expected[0]! }),
      }))
  );
}

const same = (a: Rule, b: Rule) => JSON.stringify(a) === JSON.stringify(b);

/** Each promise and each way to reach us stands in each language. */
function unstated(policy: Policy, language: Language, parts: Part[]): PolicyProblem[] {
  const promises = Object.entries(stated).flatMap(([id, clock]): PolicyProblem[] => {
    const rule = policy.clocks[clock];
    const says = parts.some(
      (part) => part.id === id && durationsIn(part.text, language).some((each) => same(each.rule, rule)),
    );
    return says
      ? []
      : [{ code: "promise_unstated", at: `text.${language}.${id}`, expected: inWords(rule, language) }];
  });
  const all = parts.map(({ text }) => text).join("\n");
  const missing = [policy.channels.email, policy.channels.phone.display].filter((way) => !all.includes(way));
  return [
    ...promises,
    ...missing.map((expected) => ({ code: "contact_unstated" as const, at: `text.${language}`, expected })),
  ];
}

/** Every address and number in the text is one of the policy's own, spelled as it is there. */
function contacts(
  { channels, contacts: people, organisation }: Policy,
  { at, text }: Part,
  findPhones: FindPhones,
): PolicyProblem[] {
  const known = [channels.email, people.trainingPrograms, people.escalations];
  const strange = addressesIn(text)
    .filter((address) => !known.includes(address))
    .map((found) => ({ code: "contact_differs" as const, at, found, expected: known.join(", ") }));
  const { e164, display } = channels.phone;
  const phones = findPhones(text, organisation.country).flatMap((found): PolicyProblem[] => {
    if (found.e164 !== e164) return [{ code: "contact_differs", at, found: found.text, expected: display }];
    return found.text === display
      ? []
      : [{ code: "phone_spelled_twice", at, found: found.text, expected: display }];
  });
  return [...strange, ...phones];
}

function ownPhone({ channels, organisation }: Policy, findPhones: FindPhones): PolicyProblem[] {
  const { e164, display } = channels.phone;
  const at = "channels.phone";
  const [read] = findPhones(display, organisation.country);
  if (!read) return [{ code: "phone_impossible", at, found: display }];
  if (read.e164 !== e164) return [{ code: "contact_differs", at, found: display, expected: e164 }];
  // BGB §312a(5): a number for customers costs no more than the basic rate.
  return /^\+49(180|900|137|118)/.test(e164) ? [{ code: "hotline", at, found: display }] : [];
}

/** A time of day in the text is one at which the desk or the phone opens or closes. */
function hours({ channels }: Policy, { at, text }: Part): PolicyProblem[] {
  const times = [...channels.desk, ...(channels.phone.hours ?? [])].flatMap(({ from, to }) => [from, to]);
  return timesIn(text)
    .filter(({ time }) => !times.includes(time))
    .map(({ text: found }) => ({
      code: "hours_differ",
      at,
      found,
      expected: [...new Set(times)].join(", "),
    }));
}

function impossibleHours({ channels, calendar }: Policy): PolicyProblem[] {
  const schedules: [string, Schedule][] = [
    ["channels.desk", channels.desk],
    ["channels.phone.hours", channels.phone.hours ?? []],
  ];
  return schedules.flatMap(([at, schedule]) =>
    schedule
      .filter(
        (span, index) =>
          backwards(span) || overlaps(span, schedule.slice(index + 1)) || never(span, calendar),
      )
      .map(({ from, to }) => ({ code: "hours_impossible" as const, at, found: `${from}–${to}` })),
  );
}

const backwards = ({ from, to }: OpeningHours) => from >= to;
const overlaps = (span: OpeningHours, others: Schedule) =>
  others.some(
    (other) =>
      other.days.some((day) => span.days.includes(day)) && span.from < other.to && other.from < span.to,
  );
const never = ({ days }: OpeningHours, { weekdays }: Policy["calendar"]) =>
  !days.some((day) => weekdays.includes(day));

function namedTwice({ platforms }: Policy): PolicyProblem[] {
  const names = platforms.flatMap(({ code, hosts }) => [code, ...hosts]);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...twice].map((found) => ({ code: "named_twice", at: "platforms", found }));
}

/** Both languages have the same sections and steps, in the same order, and none is empty. */
function sameSections({ text }: Policy): PolicyProblem[] {
  const ids = (language: Language) =>
    text[language].sections.flatMap(({ id, steps }) => [
      id,
      ...(steps ?? []).map((step) => `${id}.${step.id}`),
    ]);
  const [en, de] = [ids("en"), ids("de")];
  const missing = (here: string[], there: string[], language: Language): PolicyProblem[] =>
    there
      .filter((id) => !here.includes(id))
      .map((id) => ({ code: "section_missing", at: `text.${language}.${id}` }));
  const strayed = en.length === de.length && en.join() !== de.join();
  return [
    ...missing(en, de, "en"),
    ...missing(de, en, "de"),
    ...(strayed && en.every((id) => de.includes(id))
      ? [{ code: "section_missing" as const, at: "text.de", found: de.join(", "), expected: en.join(", ") }]
      : []),
    ...languages.flatMap((language) => emptyIn(text[language].sections, `text.${language}`)),
  ];
}

function emptyIn(sections: Section[], at: string): PolicyProblem[] {
  return sections.flatMap(({ id, heading, blocks, steps = [] }) => {
    const says = blocks.some((block) => textOfBlock(block).trim() !== "") || steps.length > 0;
    const here: PolicyProblem[] =
      says && heading.trim() !== "" ? [] : [{ code: "section_empty", at: `${at}.${id}` }];
    return [...here, ...emptyIn(steps, `${at}.${id}`)];
  });
}

/** The EU platform for online dispute resolution ended on 20 July 2025; a link left over is itself objectionable. */
const odrLinks = (policy: Policy): PolicyProblem[] =>
  [...JSON.stringify(policy).matchAll(/[\w.-]*ec\.europa\.eu\/(?:consumers\/)?odr[\w/.?=-]*/gi)].map(
    ([found]) => ({
      code: "odr_link",
      at: "text",
      found,
    }),
  );

/** A Saturday is a Werktag (BUrlG §3(2)) and no business day of ours. */
const werktage = ({ at, text }: Part): PolicyProblem[] =>
  [...text.matchAll(/\p{L}*werkt[aä]g\p{L}*/giu)].map(([found]) => ({
    code: "werktage",
    at,
    found,
    expected: "Arbeitstage",
  }));
