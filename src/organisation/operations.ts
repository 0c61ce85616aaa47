import type { Desk } from "../record/desk.ts";
import type { Handlers, No } from "../operations.ts";
import type { OfficeView, officeOperations } from "./office/contract.ts";
import { mayInOffice } from "../core/access/office.ts";
import { dateOf } from "../core/calendar/calendar.ts";
import { authorityHandlers } from "./office/authority.ts";
import { conciliationHandlers } from "./office/conciliation.ts";
import { Deputies, EscalationContacts, SitePages } from "./office/contract.ts";
import { markRead, noticesOf, unreadCount } from "./office/notices.ts";
import { setting } from "./office/people.ts";
import { changeSetting, settingHistory } from "./office/settings.ts";
import { unconfirmedYear } from "./policies/calendar-task.ts";
import { checkSites } from "./policies/site-checks.ts";

/** The API of what administrators set, and of what staff are told. */
export function officeHandlers(desk: Desk): Handlers<typeof officeOperations> {
  const { db, now } = desk;
  type Who = { id: string; roles: Parameters<typeof mayInOffice>[0] };
  const change = async (
    who: Who,
    name: string,
    value: unknown,
    refused?: No,
  ): Promise<{ ok: OfficeView } | No> => {
    if (!mayInOffice(who.roles, "change-settings")) return { kind: "forbidden" };
    if (refused) return refused;
    await changeSetting(db, name, value, who.id, now());
    return { ok: await officeView(desk) };
  };
  const strangers = async (ids: string[], field: string): Promise<No | undefined> => {
    if (ids.length === 0) return undefined;
    const rows = await db
      .selectFrom("person")
      .select("id")
      .where("id", "in", ids)
      .where("disabled_at", "is", null)
      .execute();
    return rows.length === new Set(ids).size
      ? undefined
      : { kind: "invalid", field, message: "unknown_person" };
  };
  return {
    "GET /office": async ({ who }) =>
      mayInOffice(who.roles, "read-office") ? { ok: await officeView(desk) } : { kind: "forbidden" },
    "PUT /office/escalation-contacts": async ({ who, body: { people } }) =>
      change(who, "escalation-contacts", [...new Set(people)], await strangers(people, "people")),
    "PUT /office/deputies": async ({ who, body: { deputies } }) => {
      const own = Object.entries(deputies).some(([person, deputy]) => person === deputy);
      const refused = own
        ? ({ kind: "conflict", code: "own-deputy" } as const)
        : await strangers(Object.entries(deputies).flat(), "deputies");
      return change(who, "deputies", deputies, refused);
    },
    "PUT /office/site-pages": async ({ who, body: { pages } }) => {
      const { platforms } = await desk.policyAt(now());
      const unknown = pages.some(({ platform }) => !platforms.some(({ code }) => code === platform));
      return change(
        who,
        "site-pages",
        pages,
        unknown ? { kind: "invalid", field: "pages", message: "unknown_platform" } : undefined,
      );
    },
    ...authorityHandlers(desk),
    ...conciliationHandlers(desk),
    "POST /office/site-checks": async ({ who }) => {
      if (!mayInOffice(who.roles, "change-settings")) return { kind: "forbidden" };
      await checkSites(desk);
      return { ok: await officeView(desk) };
    },
    "GET /office/history/:name": async ({ who, params }) =>
      mayInOffice(who.roles, params.name === "account" ? "change-settings" : "read-office")
        ? { ok: { items: await settingHistory(db, params.name) } }
        : { kind: "forbidden" },
    "GET /notices": async ({ who, query }) => ({
      ok: {
        items: await noticesOf(db, who.id, query.unread === "true"),
        unread: await unreadCount(db, who.id),
      },
    }),
    "POST /notices/reading": async ({ who, body }) => {
      await markRead(db, who.id, body.ids, now());
      return { ok: { unread: await unreadCount(db, who.id) } };
    },
  };
}

async function officeView(desk: Desk): Promise<OfficeView> {
  const { db, now } = desk;
  const policy = await desk.policyAt(now());
  const today = dateOf(await desk.calendar(policy), now());
  const [escalationContacts, deputies, sitePages, checks, year, trained] = await Promise.all([
    setting(db, "escalation-contacts", EscalationContacts, []),
    setting(db, "deputies", Deputies, {}),
    setting(db, "site-pages", SitePages, []),
    latestChecks(desk),
    unconfirmedYear(desk, today),
    desk.trained(now()),
  ]);
  return {
    escalationContacts,
    deputies,
    sitePages,
    siteChecks: checks,
    warnings: [
      ...(escalationContacts.length === 0 ? (["no_escalation_contact"] as const) : []),
      ...(policy.channels.email === policy.contacts.escalations ? (["intake_is_escalation"] as const) : []),
      ...(year === undefined ? [] : (["calendar_unconfirmed"] as const)),
      ...(trained === undefined ? (["training_unrecorded"] as const) : []),
    ],
  };
}

async function latestChecks({ db }: Desk): Promise<OfficeView["siteChecks"]> {
  const rows = await db
    .selectFrom("site_check")
    .selectAll()
    .distinctOn(["platform", "language"])
    .orderBy("platform")
    .orderBy("language")
    .orderBy("date", "desc")
    .execute();
  return rows.map(({ policy_version, checked_at, missing, ...row }) => ({
    ...row,
    language: row.language as "en" | "de",
    state: row.state as OfficeView["siteChecks"][number]["state"],
    policyVersion: policy_version,
    missing: missing as string[],
    checkedAt: checked_at,
  }));
}
