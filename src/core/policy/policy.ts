import type { Schedule } from "../calendar/opening-hours.ts";
import type { Office, Rule } from "../calendar/due.ts";

type InBoth<T> = { en: T; de: T };

/** A paragraph, or a list of lines; `{clocks.proposal}` and the like are slots, filled from the same document. */
export type Block = { paragraph: string } | { list: string[] };

export type Section = {
  id: string;
  heading: string;
  blocks: Block[];
  steps?: { id: string; heading: string; blocks: Block[] }[];
};

export type Platform = {
  code: string;
  name: string;
  hosts: string[];
  website: string;
  accent: { light: string; dark: string };
};

export const declarationKinds = [
  "withdrawal_from_contract",
  "termination",
  "price_reduction",
  "data_protection_request",
  "discrimination_claim",
  "conciliation_request",
] as const;
/** A statutory declaration: the law starts a clock with it, whatever becomes of the complaint. */
export type DeclarationKind = (typeof declarationKinds)[number];

/** The complaint policy as data: the promises that customers read are the promises that the clocks keep. */
export type Policy = {
  version: number;
  /** Calendar date that the policy itself states. */
  lastUpdated: string;
  effectiveFrom: string;
  organisation: {
    name: string;
    street: string;
    postcode: string;
    city: string;
    /** ISO 3166 code, for reading phone numbers that people write. */
    country: string;
    countryName: InBoth<string>;
    website: string;
    referencePrefix: string;
  };
  zone: string;
  /** Whose public holidays count (ISO 3166 country and region), and which ISO weekdays are business days. */
  calendar: { country: string; region: string; weekdays: number[] };
  platforms: Platform[];
  /** Email and the web form are always open; a phone without hours says nothing about when it is answered. */
  channels: { email: string; phone: { e164: string; display: string; hours?: Schedule }; desk: Schedule };
  clocks: { acknowledgement: Rule; proposal: Rule; implementation: Rule; followUp: Rule };
  /** Our own targets, which the policy does not promise. */
  targets: { assignment: Rule; triage: Rule; nextProposal: Rule };
  /** What the law gives us for a statutory declaration that a complaint contains (STANDARDS §2.2). */
  statutory: Record<DeclarationKind, Rule>;
  proposalValidity: Rule;
  /** When a customer who is silent is asked again: about a proposal, and whether it is solved; the last of these ends it. */
  reminders?: { proposal: Rule[]; followUp: Rule[] };
  /** Local time at which a counted business day ends. */
  endOfBusinessDay: string;
  contacts: { trainingPrograms: string; escalations: string };
  text: InBoth<{ title: string; sections: Section[] }>;
};

/** For a policy that says nothing of it (STANDARDS §5, 16 and 19). */
export const usualReminders: NonNullable<Policy["reminders"]> = {
  proposal: [{ businessDays: 5 }, { businessDays: 10 }],
  followUp: [{ businessDays: 5 }, { businessDays: 10 }],
};

/** Where our letters and notices come from, as their Message-IDs name it. */
export const mailDomainOf = ({ channels }: Policy): string => channels.email.split("@").at(-1)!;

/** When the office of a policy works, as the clocks need to know it. */
export const officeOf = ({ endOfBusinessDay, channels }: Policy): Office => ({
  endOfBusinessDay,
  desk: channels.desk,
});
