import { sql } from "kysely";
import type { ComplaintEvent, Fact } from "../core/complaint/events.ts";
import type { Complaint } from "../core/complaint/state.ts";
import type { Db, Tx } from "../database/database.ts";
import type { Keys } from "../content/keys.ts";
import { evolve } from "../core/complaint/evolve.ts";
import { keep } from "../content/content.ts";
import { genesis, hashOf } from "./chain.ts";
import { read, wordsOf } from "./codec.ts";

/** Who asked and when; `request` makes a repeated request harmless, and tells a different one under the same key apart. */
export type Occasion = { actor: string; now: string; request?: { key: Buffer; digest: Buffer } };

export type Recorded = Fact & { version: number; actor: string; recordedAt: string };

/** A complaint after each of the facts just recorded: all that a projection may look at. */
export type Step = { fact: Recorded; state: Complaint; hash: Buffer };

export type Outcome =
  | { kind: "recorded"; complaintId: string; version: number; state: Complaint; steps: Step[] }
  | { kind: "repeated"; complaintId: string; version: number }
  | { kind: "stale"; version: number }
  | { kind: "key-reused" };

/** Both run in the journal's transaction, so read models, letters and jobs commit with the facts or not at all. */
export type Consequences = {
  /** Writes read models. Gives the same rows however often it runs: rebuilding runs it again. */
  project: (tx: Tx, complaintId: string, steps: Step[]) => Promise<void>;
  /** Queues letters and jobs, once; sees the words as they were decided. Rebuilding never runs it. */
  react: (tx: Tx, complaintId: string, steps: Step[], events: ComplaintEvent[]) => Promise<void>;
};

/** Events, or any kind of "no", which the caller gets back as it is. */
export type Decision<No extends object> = (state: Complaint | undefined) => Promise<ComplaintEvent[] | No>;

/** Locks, loads, decides, appends, projects and reacts: within the caller's transaction, one writer at a time. */
export async function record<No extends object>(
  tx: Tx,
  keys: Keys,
  complaintId: string,
  occasion: Occasion,
  decision: Decision<No>,
  { project, react }: Consequences,
  expectedVersion?: number,
  { isNew = false } = {},
): Promise<Outcome | No> {
  // Of a complaint that begins now nobody else can know.
  if (!isNew) await sql`select pg_advisory_xact_lock(hashtextextended(${complaintId}, 0))`.execute(tx);
  const earlier = occasion.request && (await seen(tx, occasion.request));
  if (earlier) return earlier;
  const past = isNew ? [] : await history(tx, complaintId);
  const version = past.at(-1)?.fact.version ?? 0;
  if (expectedVersion !== undefined && expectedVersion !== version) return { kind: "stale", version };
  const before = past.at(-1)?.state;
  const events = await decision(before);
  if (!Array.isArray(events)) return events;

  const steps: Step[] = [];
  let previous = past.at(-1) ?? { state: before, hash: genesis };
  for (const [index, event] of events.entries()) {
    const next = await append(tx, keys, complaintId, version + index + 1, event, occasion, previous);
    steps.push(next);
    previous = next;
  }
  if (occasion.request) await remember(tx, complaintId, version + events.length, occasion);
  if (steps.length > 0) {
    await project(tx, complaintId, steps);
    await react(tx, complaintId, steps, events);
  }
  const state = steps.at(-1)?.state ?? before;
  if (!state) throw new Error("a decision about nothing recorded nothing");
  return { kind: "recorded", complaintId, version: version + events.length, state, steps };
}

async function append(
  tx: Tx,
  keys: Keys,
  complaintId: string,
  version: number,
  event: ComplaintEvent,
  { actor, now }: Occasion,
  previous: { state: Complaint | undefined; hash: Buffer },
): Promise<Step> {
  const commitments = await keep(tx, keys, complaintId, version, wordsOf(event));
  const { type, data } = event;
  const hash = hashOf(previous.hash, {
    complaintId,
    version,
    type,
    data,
    actor,
    recordedAt: now,
    commitments,
  });
  await tx
    .insertInto("complaint_event")
    .values({
      complaint_id: complaintId,
      version,
      type,
      data: JSON.stringify(data),
      actor,
      recorded_at: now,
      commitments: JSON.stringify(commitments),
      prev_hash: previous.hash,
      hash,
    })
    .execute();
  const fact = { type, data, version, actor, recordedAt: now } as Recorded;
  return { fact, state: evolve(previous.state, fact), hash };
}

async function seen(tx: Tx, { key, digest }: { key: Buffer; digest: Buffer }): Promise<Outcome | undefined> {
  const row = await tx.selectFrom("request").selectAll().where("key", "=", key).executeTakeFirst();
  if (!row) return undefined;
  if (!digest.equals(row.digest)) return { kind: "key-reused" };
  return { kind: "repeated", complaintId: row.complaint_id, version: row.version };
}

async function remember(
  tx: Tx,
  complaintId: string,
  version: number,
  { request, now }: Occasion,
): Promise<void> {
  const row = { ...request!, complaint_id: complaintId, version, recorded_at: now };
  await tx.insertInto("request").values(row).execute();
}

/** Every fact about one complaint with the state after it, oldest first; without any words. */
export async function history(db: Db | Tx, complaintId: string): Promise<Step[]> {
  const rows = await db
    .selectFrom("complaint_event")
    .select(["version", "type", "data", "actor", "recorded_at", "hash"])
    .where("complaint_id", "=", complaintId)
    .orderBy("version")
    .execute();
  let state: Complaint | undefined;
  return rows.map(({ version, type, data, actor, recorded_at, hash }) => {
    const fact: Recorded = { ...read(type, data), version, actor, recordedAt: recorded_at };
    state = evolve(state, fact);
    return { fact, state, hash };
  });
}
