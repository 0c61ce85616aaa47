import { z } from "zod";
import type { Rule } from "../../core/calendar/due.ts";
import { contradictions } from "../../core/policy/checking.ts";
import { declarationKinds, type DeclarationKind, type Policy } from "../../core/policy/policy.ts";

const count = (unit: string, max: number) => z.strictObject({ [unit]: z.int().min(1).max(max) });
const rule = z.union(
  [
    count("hours", 1000),
    count("businessDays", 365),
    count("officeHours", 400),
    count("days", 366),
    count("weeks", 52),
    count("months", 12),
  ],
  { error: "deadline_impossible" },
) as unknown as z.ZodType<Rule>;
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const weekdays = z
  .array(z.int().min(1).max(7))
  .min(1)
  .refine((days) => new Set(days).size === days.length);
const schedule = z.array(z.strictObject({ days: weekdays, from: time, to: time })).min(1);
const inBoth = <T extends z.ZodType>(each: T) => z.strictObject({ en: each, de: each });
const block = z.union([
  z.strictObject({ paragraph: z.string() }),
  z.strictObject({ list: z.array(z.string()) }),
]);
const part = { id: z.string(), heading: z.string(), blocks: z.array(block) };
const section = z.strictObject({ ...part, steps: z.array(z.strictObject(part)).exactOptional() });
/** These stand in a header of every page, and in its links: nothing else may come in with them. */
const host = z.string().regex(/^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i);
const website = z.url({ protocol: /^https?$/ });
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
    website,
    referencePrefix: z.string().regex(/^[A-Z]{1,6}$/),
  }),
  zone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone), { error: "zone_unknown" }),
  calendar: z.strictObject({ country: z.string().regex(/^[A-Z]{2}$/), region: z.string().max(10), weekdays }),
  platforms: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
        name: z.string(),
        hosts: z.array(host),
        website,
        accent: z.strictObject({ light: colour, dark: colour }),
      }),
    )
    .min(1),
  channels: z.strictObject({
    email: z.email(),
    phone: z.strictObject({ e164: z.e164(), display: z.string(), hours: schedule.exactOptional() }),
    desk: schedule,
  }),
  clocks: z.strictObject({ acknowledgement: rule, proposal: rule, implementation: rule, followUp: rule }),
  targets: z.strictObject({ assignment: rule, triage: rule, nextProposal: rule }),
  statutory: z.strictObject(
    Object.fromEntries(declarationKinds.map((kind) => [kind, rule])) as Record<DeclarationKind, typeof rule>,
  ),
  proposalValidity: rule,
  reminders: z
    .strictObject({ proposal: z.array(rule).max(5), followUp: z.array(rule).max(5) })
    .exactOptional(),
  endOfBusinessDay: time,
  contacts: z.strictObject({ trainingPrograms: z.email(), escalations: z.email() }),
  text: inBoth(z.strictObject({ title: z.string(), sections: z.array(section).min(1) })),
});

/** What a correction makes of a date: a one-off holiday, a day that is worked, or again what the rule gives. */
export const dayKinds = ["holiday", "business_day", "as_calculated"] as const;
const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 }));
const name = inBoth(z.string());

/** Why a date is that date; `src/texts/explaining.ts` says it in words. */
export const Explained = z.object({
  rule,
  startedAt: z.string(),
  from: z.string(),
  dueAt: z.string(),
  counted: z.array(z.string()),
  skipped: z.array(z.object({ date: z.string(), holiday: name })),
  nominal: z.string().exactOptional(),
  clockChange: z.number().exactOptional(),
  told: z.string().exactOptional(),
});

export const clockNames = [
  "acknowledgement",
  "proposal",
  "implementation",
  "follow_up",
  "assignment",
  "triage",
  "next_proposal",
  ...declarationKinds,
] as const;

const person = z.uuid();
const Problem = z.object({
  code: z.enum(contradictions),
  at: z.string(),
  found: z.string().optional(),
  expected: z.string().optional(),
});
export const DraftView = z.object({
  id: z.string(),
  revision: z.int(),
  basedOn: z.int(),
  createdAt: z.string(),
  createdBy: z.string(),
  savedAt: z.string(),
  savedBy: z.string(),
  state: z.enum(["draft", "approved", "published", "discarded"]),
  approvedBy: z.string().optional(),
  publishedVersion: z.int().optional(),
  document: PolicyDocument,
  /** Why it cannot be published as it stands; empty when it can. */
  problems: z.array(Problem),
  /** What may be published and is worth a thought. */
  warnings: z.array(z.enum(["intake_is_escalation"])),
});
export type DraftView = z.output<typeof DraftView>;
const draft = { params: z.object({ id: person }), ok: DraftView } as const;

export const VersionView = z.object({
  version: z.int(),
  effectiveFrom: z.string(),
  publishedAt: z.string(),
  draftedBy: z.string().optional(),
  approvedBy: z.string().optional(),
});
export type VersionView = z.output<typeof VersionView>;

const CalendarDay = z.object({
  date: z.string(),
  name,
  /** A holiday that falls on a weekend takes no business day away. */
  kind: z.enum(["holiday", "business_day"]),
  source: z.string(),
});
const Change = z.object({
  id: z.int(),
  date: z.string(),
  kind: z.enum(dayKinds),
  name,
  source: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
});
export const CalendarView = z.object({
  year: z.int(),
  version: z.string(),
  zone: z.string(),
  covers: z.object({ from: z.string(), to: z.string() }),
  days: z.array(CalendarDay),
  businessDays: z.int(),
  changes: z.array(Change),
  confirmed: z.object({ at: z.string(), by: z.string() }).optional(),
});
export type CalendarView = z.output<typeof CalendarView>;

const year = z.coerce.number().int().min(2015).max(2040);
const label = z.string().trim().min(1).max(100);
/** A day that was added says what it is; one that is taken back says only why. */
export const NewCalendarChange = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("holiday"),
    date: z.iso.date(),
    name: inBoth(label),
    source: z.string().trim().min(1).max(300),
  }),
  z.strictObject({
    kind: z.enum(["business_day", "as_calculated"]),
    date: z.iso.date(),
    source: z.string().trim().min(1).max(300),
  }),
]);

export const policyOperations = {
  "GET /policies/current": { summary: "The complaint policy in force", ok: PolicyDocument },
  "GET /policies/versions": {
    summary: "Every published version, the latest first",
    ok: z.object({ items: z.array(VersionView) }),
  },
  "GET /policies/drafts": {
    summary: "Every draft, the latest first",
    ok: z.object({ items: z.array(DraftView.omit({ document: true, problems: true, warnings: true })) }),
  },
  "POST /policies/drafts": {
    summary: "Begin a draft with what the latest version says",
    body: z.strictObject({}),
    ok: DraftView,
    creates: true,
  },
  "GET /policies/drafts/:id": { summary: "One draft, with what keeps it from being published", ...draft },
  "PUT /policies/drafts/:id": {
    summary: "Save a new state of a draft; an approval of the earlier state ends",
    ...draft,
    body: z.strictObject({ revision: z.int().positive(), document: PolicyDocument }),
  },
  "POST /policies/drafts/:id/approval": {
    summary: "Approve the state you saw; not by whoever had a hand in it",
    ...draft,
    body: z.strictObject({ revision: z.int().positive() }),
    creates: true,
  },
  "POST /policies/drafts/:id/publication": {
    summary: "Put an approved draft in force, now or from a later instant on",
    ...draft,
    body: z.strictObject({ effectiveFrom: instant.optional() }),
    creates: true,
  },
  "POST /policies/drafts/:id/discarding": {
    summary: "Give a draft up; it stays readable",
    ...draft,
    body: z.strictObject({}),
    creates: true,
  },
  "GET /calendar": {
    summary: "The holidays of a year, with every correction",
    query: z.strictObject({ year }),
    ok: CalendarView,
  },
  "POST /calendar/changes": {
    summary: "Correct the calendar; running clocks follow, never to a later date than was told",
    body: NewCalendarChange,
    ok: z.object({ id: z.int() }),
    creates: true,
  },
  "POST /calendar/confirmation": {
    summary: "Confirm that the holidays of a year were checked",
    body: z.strictObject({ year }),
    ok: CalendarView,
    creates: true,
  },
  "GET /calendar/due": {
    summary: "When a promise that starts at an instant falls due, and why",
    query: z.strictObject({ from: instant, clock: z.enum(clockNames) }),
    ok: Explained.extend({
      clock: z.enum(clockNames),
      policyVersion: z.int(),
      calendarVersion: z.string(),
      warnAt: z.array(z.string()),
      targetAt: z.string().optional(),
      text: name,
    }),
  },
} as const;
