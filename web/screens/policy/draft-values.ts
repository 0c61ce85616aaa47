import type { DraftView } from "../../../src/organisation/policies/contract.ts";
import { usualReminders } from "../../../src/core/policy/policy.ts";
import { readBlocks, writeBlocks } from "./blocks.ts";

type Document = DraftView["document"];
type Rule = Document["proposalValidity"];
type Section = Document["text"]["en"]["sections"][number];

/** A rule as two fields of a form. */
export type RuleValue = { count: number | string; unit: string };
type Written = { heading: string; text: string };
type Span = { days: string[]; from: string; to: string };

/** What the form of a draft holds: the data that people change, and the text as they would write it. */
export type DraftValues = {
  rules: Record<
    | "acknowledgement"
    | "proposal"
    | "implementation"
    | "followUp"
    | "assignment"
    | "triage"
    | "nextProposal"
    | "validity",
    RuleValue
  >;
  reminders: Record<"proposal" | "followUp", RuleValue[]>;
  email: string;
  phone: string;
  phoneDial: string;
  programmes: string;
  escalations: string;
  desk: Span[];
  endOfBusinessDay: string;
  parts: { id: string; step: boolean; de: Written; en: Written }[];
};

const ruleValue = (rule: Rule): RuleValue => {
  const [[unit, count]] = Object.entries(rule) as [[string, number]];
  return { unit, count };
};
const ruleOf = ({ unit, count }: RuleValue): Rule => ({ [unit]: count === "" ? 0 : Number(count) }) as Rule;

export function toForm({
  clocks,
  targets,
  proposalValidity,
  reminders = usualReminders,
  channels,
  contacts,
  endOfBusinessDay,
  text,
}: Document): DraftValues {
  return {
    rules: {
      acknowledgement: ruleValue(clocks.acknowledgement),
      proposal: ruleValue(clocks.proposal),
      implementation: ruleValue(clocks.implementation),
      followUp: ruleValue(clocks.followUp),
      assignment: ruleValue(targets.assignment),
      triage: ruleValue(targets.triage),
      nextProposal: ruleValue(targets.nextProposal),
      validity: ruleValue(proposalValidity),
    },
    reminders: {
      proposal: reminders.proposal.map(ruleValue),
      followUp: reminders.followUp.map(ruleValue),
    },
    email: channels.email,
    phone: channels.phone.display,
    phoneDial: channels.phone.e164,
    programmes: contacts.trainingPrograms,
    escalations: contacts.escalations,
    desk: channels.desk.map(({ days, from, to }) => ({ days: days.map(String), from, to })),
    endOfBusinessDay,
    parts: partsOf(text.en.sections).map(({ id, step }) => ({
      id,
      step,
      de: writtenOf(text.de.sections, id),
      en: writtenOf(text.en.sections, id),
    })),
  };
}

const partsOf = (sections: Section[]) =>
  sections.flatMap(({ id, steps = [] }) => [
    { id, step: false },
    ...steps.map((step) => ({ id: step.id, step: true })),
  ]);

function writtenOf(sections: Section[], id: string): Written {
  const found = sections
    .flatMap((section) => [section, ...(section.steps ?? [])])
    .find((each) => each.id === id);
  return { heading: found?.heading ?? "", text: writeBlocks(found?.blocks ?? []) };
}

/** A policy that said nothing of reminders goes on saying nothing while they are the usual ones. */
function remindersOf(
  { reminders: before }: Document,
  { reminders }: DraftValues,
): Pick<Document, "reminders"> {
  const said = { proposal: reminders.proposal.map(ruleOf), followUp: reminders.followUp.map(ruleOf) };
  const untouched = before === undefined && JSON.stringify(said) === JSON.stringify(usualReminders);
  return untouched ? {} : { reminders: said };
}

/** The document with what the form holds; what the form does not show stays as it was. */
export function toDocument(document: Document, values: DraftValues): Document {
  const { rules, parts } = values;
  const written = (language: "en" | "de") => {
    const rewrite = <P extends { id: string; heading: string; blocks: Section["blocks"] }>(part: P): P => {
      const value = parts.find(({ id }) => id === part.id)?.[language];
      return value ? { ...part, heading: value.heading, blocks: readBlocks(value.text) } : part;
    };
    const { title, sections } = document.text[language];
    return {
      title,
      sections: sections.map((section) => ({
        ...rewrite(section),
        ...(section.steps && { steps: section.steps.map(rewrite) }),
      })),
    };
  };
  return {
    ...document,
    clocks: {
      acknowledgement: ruleOf(rules.acknowledgement),
      proposal: ruleOf(rules.proposal),
      implementation: ruleOf(rules.implementation),
      followUp: ruleOf(rules.followUp),
    },
    targets: {
      assignment: ruleOf(rules.assignment),
      triage: ruleOf(rules.triage),
      nextProposal: ruleOf(rules.nextProposal),
    },
    proposalValidity: ruleOf(rules.validity),
    ...remindersOf(document, values),
    channels: {
      ...document.channels,
      email: values.email.trim(),
      phone: {
        ...document.channels.phone,
        display: values.phone.trim(),
        e164: values.phoneDial.replace(/\s/g, ""),
      },
      desk: values.desk.map(({ days, from, to }) => ({
        days: days.map(Number).toSorted((a, b) => a - b),
        from,
        to,
      })),
    },
    contacts: { trainingPrograms: values.programmes.trim(), escalations: values.escalations.trim() },
    endOfBusinessDay: values.endOfBusinessDay,
    text: { en: written("en"), de: written("de") },
  };
}
