import { sql } from "kysely";
import type { Calendar } from "../../core/calendar/calendar.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Db, Tx } from "../../engine/database/database.ts";
import type { dayKinds } from "./contract.ts";
import { calculatedCalendar } from "./holidays.ts";
import { cachedBriefly } from "./cached-briefly.ts";

export type DayKind = (typeof dayKinds)[number];

export type CalendarChange = {
  id: number;
  date: string;
  kind: DayKind;
  name: { en: string; de: string };
  source: string;
  recordedAt: string;
  recordedBy: string;
};

export type Calendars = {
  /** The calendar of a policy with every correction recorded until now, by this node or another. */
  calendar: (policy: Policy, on?: Db) => Promise<Calendar>;
  /** The calendar as it was when a promise was computed with it. */
  calendarAs: (policy: Policy, version: string, on?: Db) => Promise<Calendar>;
};

export function openCalendars(db: Db): Calendars {
  const known = new Map<string, Calendar>();
  const latest = cachedBriefly(db, lastChange);
  const corrected = async (policy: Policy, upTo: number, on: Db) => {
    const { country, region, weekdays } = policy.calendar;
    const key = JSON.stringify([country, region, weekdays, policy.zone, upTo]);
    const before = known.get(key);
    if (before) return before;
    const [calculated, changes] = await Promise.all([
      calculatedCalendar(policy),
      upTo === 0 ? [] : calendarChanges(on, upTo),
    ]);
    const calendar = correct(calculated, changes, upTo);
    known.set(key, calendar);
    return calendar;
  };
  return {
    calendar: async (policy, on = db) => corrected(policy, await latest(on), on),
    calendarAs: async (policy, version, on = db) =>
      corrected(policy, Number(/ \+(\d+)$/.exec(version)?.[1] ?? 0), on),
  };
}

async function lastChange(db: Db): Promise<number> {
  const row = await db
    .selectFrom("calendar_change")
    .select(({ fn }) => fn.max("id").as("last"))
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** Every correction, oldest first. */
export async function calendarChanges(db: Db, upTo = 2 ** 31 - 1): Promise<CalendarChange[]> {
  const rows = await db
    .selectFrom("calendar_change")
    .selectAll()
    .where("id", "<=", upTo)
    .orderBy("id")
    .execute();
  return rows.map(({ id, date, kind, name_en, name_de, source, recorded_at, recorded_by }) => ({
    id,
    date,
    kind: kind as DayKind,
    name: { en: name_en, de: name_de },
    source,
    recordedAt: recorded_at,
    recordedBy: recorded_by,
  }));
}

/** Lays corrections over what was calculated; of several for one date the latest holds. */
export function correct(calendar: Calendar, changes: readonly CalendarChange[], upTo: number): Calendar {
  if (changes.length === 0) return calendar;
  const holidays = new Map(calendar.holidays);
  const worked = new Set<string>();
  for (const { date, kind, name } of changes) {
    worked.delete(date);
    const calculated = calendar.holidays.get(date);
    if (calculated) holidays.set(date, calculated);
    else holidays.delete(date);
    if (kind === "holiday") holidays.set(date, name);
    if (kind === "business_day") {
      holidays.delete(date);
      worked.add(date);
    }
  }
  return { ...calendar, version: `${calendar.version} +${upTo}`, holidays, worked };
}

/** Records a correction. It holds from now on; the clocks that run follow it in a job of their own. */
export async function changeCalendar(
  tx: Tx,
  change: Omit<CalendarChange, "id" | "recordedAt" | "recordedBy">,
  by: string,
  now: string,
): Promise<number> {
  // In order: a later number must never be seen before an earlier one.
  await sql`select pg_advisory_xact_lock(hashtext('calendar change'))`.execute(tx);
  const row = await tx
    .insertInto("calendar_change")
    .values({
      date: change.date,
      kind: change.kind,
      name_en: change.name.en,
      name_de: change.name.de,
      source: change.source,
      recorded_at: now,
      recorded_by: by,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}
