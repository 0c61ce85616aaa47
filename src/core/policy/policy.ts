import type { OpeningHours } from "../calendar/opening-hours.ts";
import type { Rule } from "../calendar/due.ts";

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
  platforms: Platform[];
  channels: { email: string; phone: { e164: string; display: string }; desk: OpeningHours };
  clocks: { acknowledgement: Rule; proposal: Rule; implementation: Rule; followUp: Rule };
  /** Our own targets, which the policy does not promise. */
  targets: { nextProposal: Rule };
  proposalValidity: Rule;
  /** Local time at which a counted business day ends. */
  endOfBusinessDay: string;
  contacts: { trainingPrograms: string; escalations: string };
  text: InBoth<{ title: string; sections: Section[] }>;
};
