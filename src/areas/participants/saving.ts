import { sql } from "kysely";
import type { No } from "../../operations.ts";
import type { Tx } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import { spanOfMonth } from "../../core/statistics/month.ts";
import {
  aboveItsPlatform,
  platformsWithout,
  repeatedPlace,
  type ParticipantCount,
} from "../../core/statistics/participants.ts";
import { latestStates, platformsIn, type SavedMonth } from "./months.ts";

type Saying = { complete: boolean; source: "hand" | "csv"; counts: ParticipantCount[] };

/**
 * Saves a whole new state of a month within the caller's transaction, made from the state that holds. What changes nothing
 * is not saved, so the same file twice is one state.
 */
export async function saveMonth(
  tx: Tx,
  desk: Desk,
  month: string,
  by: string,
  say: (before: SavedMonth | undefined) => Saying | No,
): Promise<{ changed: boolean } | No> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`participants ${month}`}, 0))`.execute(tx);
  const before = (await latestStates(tx, [month])).get(month);
  const said = say(before);
  if (!("counts" in said)) return said;
  const counts = said.counts.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const refused = await refusal(tx, desk, month, { ...said, counts });
  if (refused) return refused;
  if (before && before.complete === said.complete && same(before.counts, counts)) return { changed: false };
  const version = (before?.version ?? 0) + 1;
  const day = `${month}-01`;
  await tx
    .insertInto("participant_month")
    .values({
      month: day,
      version,
      complete: said.complete,
      source: said.source,
      recorded_at: desk.now(),
      recorded_by: by,
    })
    .execute();
  if (counts.length > 0)
    await tx
      .insertInto("participant_count")
      .values(counts.map((count) => ({ month: day, version, ...count })))
      .execute();
  return { changed: true };
}

async function refusal(
  tx: Tx,
  desk: Desk,
  month: string,
  { complete, counts }: Saying,
): Promise<No | undefined> {
  const { from, before } = spanOfMonth(month, (await desk.policyAt(desk.now(), tx)).zone);
  const now = desk.now();
  if (from > now) return { kind: "conflict", code: "month-ahead" };
  const twice = repeatedPlace(counts);
  if (twice >= 0) return { kind: "invalid", field: `counts.${twice}`, message: "place_twice" };
  if (aboveItsPlatform(counts) >= 0) return { kind: "conflict", code: "programme-above-platform" };
  if (!complete) return undefined;
  if (before > now) return { kind: "conflict", code: "month-not-over" };
  // A month of which half is known would give a rate that is twice too high.
  const missing = platformsWithout(counts, await platformsIn(desk, month, tx));
  return missing.length > 0 ? { kind: "conflict", code: "counts-missing" } : undefined;
}

const placeOf = ({ platform, programme = "" }: ParticipantCount) => `${platform} ${programme}`;

const same = (before: readonly ParticipantCount[], now: readonly ParticipantCount[]) =>
  before.length === now.length &&
  now.every((count) =>
    before.some((each) => placeOf(each) === placeOf(count) && each.participants === count.participants),
  );
