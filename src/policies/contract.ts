import { z } from "zod";
import type { Policy } from "../core/policy/policy.ts";

const rule = z.union([
  z.strictObject({ hours: z.int().min(1).max(1000) }),
  z.strictObject({ businessDays: z.int().min(1).max(365) }),
]);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const inBoth = <T extends z.ZodType>(each: T) => z.strictObject({ en: each, de: each });
const block = z.union([
  z.strictObject({ paragraph: z.string() }),
  z.strictObject({ list: z.array(z.string()) }),
]);
const part = { id: z.string(), heading: z.string(), blocks: z.array(block) };
const section = z.strictObject({ ...part, steps: z.array(z.strictObject(part)).exactOptional() });
const colour = z.string().regex(/^#[0-9a-f]{6}$/);

/** What a stored policy document must look like; anything else is refused before it is published. */
export const PolicyDocument: z.ZodType<Policy> = z.strictObject({
  version: z.int().positive(),
  lastUpdated: z.iso.date(),
  effectiveFrom: z.iso.datetime({ precision: 3 }),
  organisation: z.strictObject({
    name: z.string(),
    street: z.string(),
    postcode: z.string(),
    city: z.string(),
    country: z.string().length(2),
    countryName: inBoth(z.string()),
    website: z.url(),
    referencePrefix: z.string().regex(/^[A-Z]{1,6}$/),
  }),
  zone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone), { error: "unknown time zone" }),
  platforms: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
        name: z.string(),
        hosts: z.array(z.string()),
        website: z.url(),
        accent: z.strictObject({ light: colour, dark: colour }),
      }),
    )
    .min(1),
  channels: z.strictObject({
    email: z.email(),
    phone: z.strictObject({ e164: z.e164(), display: z.string() }),
    desk: z.strictObject({ days: z.array(z.int().min(1).max(7)).min(1), from: time, to: time }),
  }),
  clocks: z.strictObject({ acknowledgement: rule, proposal: rule, implementation: rule, followUp: rule }),
  targets: z.strictObject({ nextProposal: rule }),
  proposalValidity: rule,
  endOfBusinessDay: time,
  contacts: z.strictObject({ trainingPrograms: z.email(), escalations: z.email() }),
  text: inBoth(z.strictObject({ title: z.string(), sections: z.array(section).min(1) })),
});

const clockKind = z.enum(["acknowledgement", "proposal", "implementation", "follow_up"]);
const instant = z.iso.datetime({ offset: true });

export const policyOperations = {
  "GET /policies/current": { summary: "The complaint policy in force", ok: PolicyDocument },
  "GET /calendar/due": {
    summary: "When a promise that starts now would fall due, and why",
    query: z.strictObject({ from: instant, clock: clockKind }),
    ok: z.object({
      from: z.string(),
      dueAt: z.string(),
      counted: z.array(z.string()),
      skipped: z.array(z.object({ date: z.string(), holiday: z.object({ en: z.string(), de: z.string() }) })),
    }),
  },
} as const;
