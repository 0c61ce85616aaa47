import type { Policy } from "../../core/policy/policy.ts";
import { seedText } from "./seed-text.ts";

/** The policy that a first start publishes: version 1, dated 02.03.2024. Another organisation changes data, not code. */
export const seedPolicy: Policy = {
  version: 1,
  lastUpdated: "2024-03-02",
  effectiveFrom: "2024-03-01T23:00:00.000Z",
  organisation: {
    name: "Cleantech Terra GmbH",
    street: "Rheinsberger Str. 76/77",
    postcode: "10115",
    city: "Berlin",
    country: "DE",
    countryName: { en: "Germany", de: "Deutschland" },
    website: "https://ctterra.com/",
    referencePrefix: "CT",
  },
  zone: "Europe/Berlin",
  calendar: { country: "DE", region: "BE", weekdays: [1, 2, 3, 4, 5] },
  platforms: [
    {
      code: "ctterra",
      name: "ctterra.com",
      hosts: ["ctterra.com", "www.ctterra.com"],
      website: "https://ctterra.com/",
      accent: { light: "#0f6b4f", dark: "#6fd3ae" },
    },
    {
      code: "cleantech",
      name: "cleantech.training",
      hosts: ["cleantech.training", "www.cleantech.training"],
      website: "https://cleantech.training/",
      accent: { light: "#1f5aa6", dark: "#8fbcf5" },
    },
  ],
  channels: {
    email: "mb@ctterra.com",
    phone: { e164: "+4917644450504", display: "+49 176 44450504" },
    desk: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }],
  },
  clocks: {
    acknowledgement: { hours: 48 },
    proposal: { businessDays: 5 },
    implementation: { businessDays: 3 },
    followUp: { businessDays: 7 },
  },
  targets: { assignment: { officeHours: 4 }, triage: { businessDays: 1 }, nextProposal: { businessDays: 5 } },
  statutory: {
    // BGB §357(1): what was paid goes back within 14 days of the declaration, whatever is agreed about the complaint.
    withdrawal_from_contract: { days: 14 },
    // BGB §327o(1) with §327n(4), for digital products.
    termination: { days: 14 },
    // BGB §327n(4): from the declaration, not from our acceptance.
    price_reduction: { days: 14 },
    // GDPR Art. 12(3).
    data_protection_request: { months: 1 },
    // AGG §21(5): the time in which a claim must be made; for our information.
    discrimination_claim: { months: 2 },
    // VSBG §30(6): silence for three weeks counts as willingness to take part.
    conciliation_request: { weeks: 3 },
  },
  proposalValidity: { businessDays: 20 },
  endOfBusinessDay: "17:00",
  contacts: { trainingPrograms: "marah.mariam@ctterra.com", escalations: "mb@ctterra.com" },
  text: seedText,
};
