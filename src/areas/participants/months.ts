import type { Db } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import type { ParticipantMonthDetails } from "./contract.ts";
import {
  participantsIn,
  platformsWithout,
  type ParticipantCount,
  type Participants,
} from "../../core/statistics/participants.ts";
import { spanOfMonth } from "../../core/statistics/month.ts";

/** One state of a month as it was saved. */
export type SavedMonth = {
  month: string;
  version: number;
  complete: boolean;
  source: "hand" | "csv";
  recordedAt: string;
  recordedBy: string;
  counts: ParticipantCount[];
};

/** A month of which nothing is known, or not everything, has no number that a rate could be made with. */
export type KnownParticipants =
  | ({ month: string; version: number; complete: true } & Participants)
  | { month: string; version: number; complete: false };

/** For reports: how many took part in each of these months ("2026-10"); the version tells which state that was. */
export async function participantsOf(db: Db, months: readonly string[]): Promise<KnownParticipants[]> {
  const saved = await latestStates(db, months);
  return months.map((month) => {
    const state = saved.get(month);
    const { version = 0 } = state ?? {};
    return state?.complete
      ? { month, version, complete: true, ...participantsIn(state.counts) }
      : { month, version, complete: false };
  });
}

const firstDay = (month: string) => `${month}-01`;

export async function latestStates(db: Db, months: readonly string[]): Promise<Map<string, SavedMonth>> {
  if (months.length === 0) return new Map();
  const rows = await db
    .selectFrom("participant_month")
    .selectAll()
    .distinctOn("month")
    .where("month", "in", months.map(firstDay))
    .orderBy("month")
    .orderBy("version", "desc")
    .execute();
  const states = await withCounts(db, rows);
  return new Map(states.map((state) => [state.month, state]));
}

/** Every state of a month, the latest first. */
export async function statesOf(db: Db, month: string): Promise<SavedMonth[]> {
  const rows = await db
    .selectFrom("participant_month")
    .selectAll()
    .where("month", "=", firstDay(month))
    .orderBy("version", "desc")
    .limit(100)
    .execute();
  return withCounts(db, rows);
}

type Row = {
  month: string;
  version: number;
  complete: boolean;
  source: string;
  recorded_at: string;
  recorded_by: string;
};

async function withCounts(db: Db, rows: readonly Row[]): Promise<SavedMonth[]> {
  if (rows.length === 0) return [];
  const counts = await db
    .selectFrom("participant_count")
    .selectAll()
    .where(({ eb, or }) =>
      or(rows.map(({ month, version }) => eb("month", "=", month).and("version", "=", version))),
    )
    .orderBy("platform")
    .orderBy("programme", (order) => order.asc().nullsFirst())
    .execute();
  const of = Map.groupBy(counts, ({ month, version }) => `${month} ${version}`);
  return rows.map((row) => ({
    month: row.month.slice(0, 7),
    version: row.version,
    complete: row.complete,
    source: row.source as "hand" | "csv",
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    counts: (of.get(`${row.month} ${row.version}`) ?? []).map(({ platform, programme, participants }) => ({
      platform,
      ...(programme && { programme }),
      participants,
    })),
  }));
}

/** The platforms that we had in a month: the policy says which, as it was at the month's end. */
export async function platformsIn(desk: Desk, month: string, on: Db = desk.db): Promise<string[]> {
  const now = desk.now();
  const { before } = spanOfMonth(month, (await desk.policyAt(now, on)).zone);
  const { platforms } = await desk.policyAt(before < now ? before : now, on);
  return platforms.map(({ code }) => code);
}

/** A month as it is shown, also while nothing was saved about it. */
export async function monthView(
  desk: Desk,
  month: string,
  state: SavedMonth | undefined,
): Promise<ParticipantMonthDetails> {
  const { counts = [], ...saved } = state ?? { version: 0, complete: false };
  const { zone } = await desk.policyAt(desk.now());
  return {
    ...saved,
    month,
    over: spanOfMonth(month, zone).before <= desk.now(),
    ...(counts.length > 0 && { total: participantsIn(counts).total }),
    missing: platformsWithout(counts, await platformsIn(desk, month)),
    counts,
  };
}
