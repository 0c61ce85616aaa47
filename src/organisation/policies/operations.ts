import type { Policy } from "../../core/policy/policy.ts";
import type { Handlers, No } from "../../operations.ts";
import type { Db } from "../../engine/database/database.ts";
import type { Queue } from "../../engine/queue/queue.ts";
import type { Calendars } from "./calendar.ts";
import type { CalendarView, DraftView, policyOperations } from "./contract.ts";
import type { Draft, DraftRefusal } from "./drafts.ts";
import type { Policies } from "./publication.ts";
import { mayInOffice, type OfficeAct } from "../../core/access/office.ts";
import { businessDaysAfter, isCovered } from "../../core/calendar/calendar.ts";
import { explain } from "../../core/calendar/explaining.ts";
import { ruleOf, startClock } from "../../core/complaint/clocks.ts";
import { officeOf } from "../../core/policy/policy.ts";
import { changeSetting, settingAt } from "../office/settings.ts";
import { explainInWords } from "../../texts/explaining.ts";
import { changedNow } from "./cached-briefly.ts";
import { calendarChanges, changeCalendar } from "./calendar.ts";
import {
  approveDraft,
  beginDraft,
  discardDraft,
  draftOf,
  drafts,
  problemsOf,
  publishDraft,
  saveDraft,
} from "./drafts.ts";
import { publishedVersions } from "./publication.ts";

type Office = Policies & Calendars & { db: Db; queue: Queue; now: () => string };
type Who = { id: string; roles: Parameters<typeof mayInOffice>[0] };

/** The API of the policy and of the calendar that its clocks count by. */
export function policyHandlers(office: Office): Handlers<typeof policyOperations> {
  const { db, queue, policyAt, calendar: calendarOf, now } = office;
  const allowed = async <T>(who: Who, act: OfficeAct, run: () => Promise<T | No>): Promise<T | No> =>
    mayInOffice(who.roles, act) ? run() : { kind: "forbidden" };
  const shown = async (draft: Draft | DraftRefusal | undefined): Promise<{ ok: DraftView } | No> => {
    if (!draft) return { kind: "unknown" };
    return "kind" in draft ? draft : { ok: await draftView(draft) };
  };
  const year = async (asked: number) => ({ ok: await calendarView(office, await policyAt(now()), asked) });

  return {
    "GET /policies/current": async () => ({ ok: await policyAt(now()) }),
    "GET /policies/versions": async () => ({ ok: { items: await publishedVersions(db) } }),
    "GET /policies/drafts": ({ who }) =>
      allowed(who, "read-office", async () => ({
        ok: { items: (await drafts(db)).map(({ document: _, ...draft }) => draft) },
      })),
    "POST /policies/drafts": ({ who }) =>
      allowed(who, "draft-policy", async () => shown(await draftOf(db, await beginDraft(db, who.id, now())))),
    "GET /policies/drafts/:id": ({ who, params }) =>
      allowed(who, "read-office", async () => shown(await draftOf(db, params.id))),
    "PUT /policies/drafts/:id": ({ who, params, body }) =>
      allowed(who, "draft-policy", async () => shown(await saveDraft(db, params.id, body, who.id, now()))),
    "POST /policies/drafts/:id/approval": ({ who, params, body }) =>
      allowed(who, "approve-policy", async () =>
        shown(await approveDraft(db, params.id, body.revision, who.id, now())),
      ),
    "POST /policies/drafts/:id/publication": ({ who, params, body }) =>
      allowed(who, "publish-policy", async () => {
        const at = now();
        const published = await publishDraft(db, params.id, body.effectiveFrom ?? at, who.id, at);
        changedNow();
        return shown(published);
      }),
    "POST /policies/drafts/:id/discarding": ({ who, params }) =>
      allowed(who, "draft-policy", async () => shown(await discardDraft(db, params.id, now()))),

    "GET /calendar": ({ query }) => year(query.year),
    "POST /calendar/changes": ({ who, body }) =>
      allowed(who, "change-calendar", async () => {
        const { covers } = await calendarOf(await policyAt(now()));
        if (body.date < covers.from || body.date > covers.to)
          return { kind: "invalid", field: "date", message: "outside_calendar" };
        const name = body.kind === "holiday" ? body.name : { en: "", de: "" };
        const { date, kind, source } = body;
        const id = await db.transaction().execute(async (tx) => {
          const changed = await changeCalendar(tx, { date, kind, source, name }, who.id, now());
          await queue.add(tx, "follow-calendar", {});
          return changed;
        });
        changedNow();
        return { ok: { id } };
      }),
    "POST /calendar/confirmation": ({ who, body }) =>
      allowed(who, "change-calendar", async () => {
        await changeSetting(db, `calendar-confirmed:${body.year}`, { year: body.year }, who.id, now());
        return year(body.year);
      }),
    "GET /calendar/due": async ({ query: { from, clock } }) => {
      const policy = await policyAt(now());
      const calendar = await calendarOf(policy);
      if (!isCovered(calendar, from)) return { kind: "invalid", field: "from", message: "outside_calendar" };
      const why = explain(ruleOf(clock, policy), from, calendar, officeOf(policy));
      const { warnAt, targetAt } = startClock(clock, from, { policy, calendar });
      const text = {
        en: explainInWords("en", why, policy.zone),
        de: explainInWords("de", why, policy.zone),
      };
      const { version: calendarVersion } = calendar;
      const said = { clock, policyVersion: policy.version, calendarVersion, warnAt, text };
      return { ok: { ...why, ...said, ...(targetAt && { targetAt }) } };
    },
  };
}

async function draftView(draft: Draft): Promise<DraftView> {
  const { channels, contacts } = draft.document;
  return {
    ...draft,
    problems: await problemsOf(draft.document),
    // An escalation must reach another person than the one it is about (STANDARDS §5, 24).
    warnings: channels.email === contacts.escalations ? ["intake_is_escalation"] : [],
  };
}

async function calendarView(
  { db, calendar: calendarOf }: Office,
  policy: Policy,
  year: number,
): Promise<CalendarView> {
  const calendar = await calendarOf(policy);
  const changes = (await calendarChanges(db)).filter(({ date }) => date.startsWith(String(year)));
  const calculated = calendar.version.replace(/ \+\d+$/, "");
  const sourceOf = (date: string) => changes.findLast((change) => change.date === date)?.source ?? calculated;
  const [first, last] = [`${year}-01-01`, `${year}-12-31`].map((date) => Temporal.PlainDate.from(date));
  const within = (date: string) => date.startsWith(String(year));
  const confirmed = await settingAt(db, `calendar-confirmed:${year}`);
  // The first day that the calendar knows is New Year's Day, which is no business day.
  const before = year === Number(calendar.covers.from.slice(0, 4)) ? first! : first!.subtract({ days: 1 });
  return {
    year,
    version: calendar.version,
    zone: calendar.zone,
    covers: calendar.covers,
    days: [
      ...[...calendar.holidays].map(([date, name]) => ({ date, name, kind: "holiday" as const })),
      ...[...(calendar.worked ?? [])].map((date) => ({
        date,
        name: { en: "", de: "" },
        kind: "business_day" as const,
      })),
    ]
      .filter(({ date }) => within(date))
      .map((day) => ({ ...day, source: sourceOf(day.date) }))
      .toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    businessDays: businessDaysAfter(calendar, before, last!),
    changes,
    ...(confirmed && { confirmed: { at: confirmed.recordedAt, by: confirmed.recordedBy } }),
  };
}
