import { sql } from "kysely";
import type { Counting } from "./counting.ts";
import { mix, proportion } from "../../../core/statistics/proportion.ts";
import { timesTaken } from "../../../core/statistics/times.ts";

/** How complaints were handled that were received in the period, and whether customers heard before a date was missed. */
export async function countHandling(counting: Counting) {
  const [received, held, rerouted] = await Promise.all([
    countReceived(counting),
    countHeld(counting),
    countRerouted(counting),
  ]);
  return {
    heldBeforeMiss: proportion(held.held, held.missed),
    rerouted: proportion(rerouted.rerouted, rerouted.routed),
    recordingDelay: timesTaken(received.delays ?? []),
    channels: mix(received.channels ?? {}),
    languages: mix(received.languages ?? {}),
    anonymous: proportion(received.anonymous, received.complaints),
  };
}

async function countReceived({ db, span: { from, before } }: Counting) {
  const { rows } = await sql<{
    complaints: number;
    anonymous: number;
    delays: number[] | null;
    channels: Record<string, number> | null;
    languages: Record<string, number> | null;
  }>`
    with received as materialized (
      select channel, language, reachable, greatest(0, extract(epoch from recorded_at - received_at) / 3600) as delay,
        exists (select from complaint_clock clock where clock.complaint_id = complaint.id
          and clock.kind = 'acknowledgement' and clock.not_applicable = 'imported') as imported
      from complaint where received_at >= ${from} and received_at < ${before})
    select count(*) as complaints, count(*) filter (where not reachable) as anonymous,
      array_agg(delay::float8) filter (where not imported) as delays,
      (select json_object_agg(channel, complaints) from
        (select channel, count(*) as complaints from received group by 1 order by 1) by_channel) as channels,
      (select json_object_agg(language, complaints) from
        (select language, count(*) as complaints from received group by 1 order by 1) by_language) as languages
    from received`.execute(db);
  return rows[0]!;
}

/** Promises of the period that were missed, and those of them about which a holding letter went out before. */
async function countHeld({ db, span: { from, before }, asOf }: Counting) {
  const { rows } = await sql<{ missed: number; held: number }>`
    select count(*) as missed, count(*) filter (where exists (
      select from complaint_event fact
      where fact.complaint_id = clock.complaint_id and fact.type = 'HoldingLetterDispatched'
        and fact.data->>'clock' = clock.kind and (fact.data->>'at')::timestamptz <= clock.due_at
        and (fact.data->>'at')::timestamptz >= clock.started_at)) as held
    from complaint_clock clock
    where clock.kind = any(${["proposal", "implementation", "follow_up"]})
      and clock.due_at >= ${from} and clock.due_at < ${before} and clock.due_at < ${asOf}
      and clock.not_applicable is null and (clock.met_at is null or clock.met_at > clock.due_at)`.execute(db);
  return rows[0]!;
}

/** Given to somebody else after the first owner: routed wrongly, or somebody was away. */
async function countRerouted({ db, span: { from, before } }: Counting) {
  const { rows } = await sql<{ routed: number; rerouted: number }>`
    select count(*) as routed, count(*) filter (where owners > 1) as rerouted from (
      select count(distinct fact.data->>'ownerId') as owners
      from complaint join complaint_event fact on fact.complaint_id = complaint.id and fact.type = 'Assigned'
      where complaint.received_at >= ${from} and complaint.received_at < ${before}
      group by complaint.id) owned`.execute(db);
  return rows[0]!;
}
