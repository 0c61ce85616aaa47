import { z } from "zod";
import { usualQuorum } from "../../core/reviewing/review.ts";
import { stances } from "../../core/complaint/events.ts";

const person = z.uuid();

/** To whom an escalation goes when owner and deputy do not act; in this order. */
export const EscalationContacts = z.array(person).max(10);
/** Person → who stands in for them. */
export const Deputies = z.record(person, person);
/** Who is away, from which day to which, both included. */
export const Absences = z.array(z.strictObject({ person, from: z.iso.date(), to: z.iso.date() })).max(500);
export const ManagementTeam = z.strictObject({
  people: z.array(person).max(50),
  chairId: person.optional(),
  quorum: z.int().min(1).max(20).default(usualQuorum),
});
export type ManagementTeam = z.output<typeof ManagementTeam>;
/** The pages on which the platforms show the policy, compared every day with what is published. */
export const SitePages = z
  .array(
    z.strictObject({
      platform: z.string().max(40),
      language: z.enum(["en", "de"]),
      url: z.url({ protocol: /^https?$/ }).max(500),
    }),
  )
  .max(20);

const cents = z.int().min(0).max(100_000_000);
/** Up to how many cents of refunds and vouchers each role may approve, and from more than how many on two have to. */
export const AuthoritySetting = z.strictObject({
  limits: z.strictObject({ approver: cents, manager: cents }),
  secondAboveCents: cents,
});
export type AuthoritySetting = z.output<typeof AuthoritySetting>;

/** To whom a consumer can turn when there is no agreement, and whether we take part there (VSBG §37). */
export const ConciliationSetting = z.strictObject({
  body: z.string().trim().min(1).max(200),
  address: z.string().trim().min(1).max(300),
  url: z.url({ protocol: /^https?$/ }).max(300),
  stance: z.enum(stances),
});
export type ConciliationSetting = z.output<typeof ConciliationSetting>;

export const SiteCheck = z.object({
  date: z.string(),
  platform: z.string(),
  language: z.enum(["en", "de"]),
  url: z.string(),
  state: z.enum(["same", "embedded", "different", "unreachable"]),
  policyVersion: z.int(),
  /** Published sentences that the page does not show. */
  missing: z.array(z.string()),
  checkedAt: z.string(),
});
export type SiteCheck = z.output<typeof SiteCheck>;

export const OfficeView = z.object({
  escalationContacts: EscalationContacts,
  deputies: Deputies,
  sitePages: SitePages,
  siteChecks: z.array(SiteCheck),
  /** What an administrator should put right. */
  warnings: z.array(
    z.enum(["no_escalation_contact", "intake_is_escalation", "calendar_unconfirmed", "training_unrecorded"]),
  ),
});
export type OfficeView = z.output<typeof OfficeView>;

export const noticeKinds = [
  "clock",
  "escalation",
  "assignment",
  "bounced",
  "digest",
  "site",
  "calendar",
  "mailbox",
  "suppressed",
  "not_solved",
  "training",
  "survey",
  "report_refused",
  "answered",
  "unanswered",
  "action",
  "review",
  "report",
  "file_review",
  "backup",
  "database",
] as const;
export const Notice = z.object({
  id: z.string(),
  kind: z.enum(noticeKinds),
  complaintId: z.string().optional(),
  facts: z.record(z.string(), z.unknown()),
  createdAt: z.string(),
  readAt: z.string().optional(),
  state: z.enum(["queued", "accepted", "failed"]),
});
export type Notice = z.output<typeof Notice>;

export const officeOperations = {
  "GET /office": { summary: "What is set besides the policy, and what should be put right", ok: OfficeView },
  "PUT /office/escalation-contacts": {
    summary: "Who is told when owner and deputy do not act",
    body: z.strictObject({ people: EscalationContacts }),
    ok: OfficeView,
  },
  "PUT /office/deputies": {
    summary: "Who stands in for whom",
    body: z.strictObject({ deputies: Deputies }),
    ok: OfficeView,
  },
  "PUT /office/site-pages": {
    summary: "Where the platforms show the policy",
    body: z.strictObject({ pages: SitePages }),
    ok: OfficeView,
  },
  "GET /office/authority": { summary: "Who may approve how much", ok: AuthoritySetting },
  "PUT /office/authority": {
    summary: "Set who may approve how much, and from when on two have to",
    body: AuthoritySetting,
    ok: AuthoritySetting,
  },
  "GET /office/conciliation": {
    summary: "The conciliation body that consumers are told, once it is named",
    ok: z.object({ conciliation: ConciliationSetting.optional() }),
  },
  "PUT /office/conciliation": {
    summary: "Name the conciliation body, and whether we take part there",
    body: ConciliationSetting,
    ok: z.object({ conciliation: ConciliationSetting.optional() }),
  },
  "POST /office/site-checks": {
    summary: "Compare those pages with what is published, now",
    body: z.strictObject({}),
    ok: OfficeView,
    creates: true,
  },
  "GET /office/history/:name": {
    summary: "Every state of a setting, the latest first",
    params: z.object({
      name: z.enum([
        "escalation-contacts",
        "deputies",
        "site-pages",
        "authority",
        "conciliation",
        "account",
        "training",
        "survey-threshold",
      ]),
    }),
    ok: z.object({
      items: z.array(z.object({ value: z.unknown(), recordedAt: z.string(), recordedBy: z.string() })),
    }),
  },
  "GET /notices": {
    summary: "What you were told, the latest first",
    query: z.strictObject({ unread: z.enum(["true"]).optional() }),
    ok: z.object({ items: z.array(Notice), unread: z.int() }),
  },
  "POST /notices/reading": {
    summary: "Mark what you were told as read",
    body: z.strictObject({ ids: z.array(person).max(200) }),
    ok: z.object({ unread: z.int() }),
    creates: true,
  },
} as const;
