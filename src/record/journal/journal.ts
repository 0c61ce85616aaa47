import { sql, type Insertable } from "kysely";
import type { ComplaintEvent, Fact } from "../../core/complaint/events.ts";
import type { Complaint } from "../../core/complaint/state.ts";
import type { Db, Tx } from "../../engine/database/database.ts";
import type { DB } from "../../engine/database/tables.ts";
import type { Keys } from "../content/keys.ts";
import { evolve } from "../../core/complaint/evolve.ts";
import { keepAll } from "../content/content.ts";
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

/** What has just been recorded about one complaint. */
export type Change = { complaintId: string; steps: Step[]; events: ComplaintEvent[] };

/** Both run in the journal's transaction, so read models, letters and jobs commit with the facts or not at all. */
export type Consequences = {
  /** Writes read models. Gives the same rows however often it runs: rebuilding runs it again. */
  project: (tx: Tx, changes: readonly Change[]) => Promise<void>;
  /** Queues letters and jobs, once; sees the words as they were decided. Rebuilding never runs it. */
  react: (tx: Tx, changes: readonly Change[]) => Promise<void>;
};

/** Events, or any kind of "no", which the caller gets back as it is. */
export type Decision<No extends object> = (state: Complaint | undefined) => Promise<ComplaintEvent[] | No>;

/** The same about several complaints at once, which may get their numbers together. */
export type Decisions<No extends object> = (
  states: ReadonlyMap<string, Complaint | undefined>,
) => Promise<ReadonlyMap<string, ComplaintEvent[] | No>>;

type How = { expectedVersion?: number | undefined; isNew?: boolean };

/** Locks, loads, decides, appends, projects and reacts: within the caller's transaction, one writer at a time. */
export async function record<No extends object>(
  tx: Tx,
  keys: Keys,
  complaintId: string,
  occasion: Occasion,
  decision: Decision<No>,
  consequences: Consequences,
  how: How = {},
): Promise<Outcome | No> {
  const decisions: Decisions<No> = async (states) =>
    new Map([[complaintId, await decision(states.get(complaintId))]]);
  const [outcome] = await recordAll(tx, keys, [complaintId], occasion, decisions, consequences, how);
  return outcome!;
}

/** The same for several complaints at once, with as many questions to the database as for one; answers in their order. */
export async function recordAll<No extends object>(
  tx: Tx,
  keys: Keys,
  complaintIds: readonly string[],
  occasion: Occasion,
  decisions: Decisions<No>,
  consequences: Consequences,
  { expectedVersion, isNew = false }: How = {},
): Promise<(Outcome | No)[]> {
  // Of a complaint that begins now nobody else can know.
  if (!isNew) await lock(tx, complaintIds);
  const earlier = occasion.request && (await seen(tx, occasion.request));
  if (earlier) return complaintIds.map(() => earlier);
  const pasts = isNew ? new Map<string, Step[]>() : await histories(tx, complaintIds);
  const past = (id: string) => pasts.get(id)?.at(-1);
  const versionOf = (id: string) => past(id)?.fact.version ?? 0;
  if (expectedVersion !== undefined && complaintIds.some((id) => versionOf(id) !== expectedVersion))
    return complaintIds.map((id) => ({ kind: "stale", version: versionOf(id) }));
  const decided = await decisions(new Map(complaintIds.map((id) => [id, past(id)?.state])));
  const changes = await append(tx, keys, decided, past, occasion);
  const made = [...changes.values()].filter(({ steps }) => steps.length > 0);
  if (made.length > 0) {
    await consequences.project(tx, made);
    await consequences.react(tx, made);
  }
  const outcomes = complaintIds.map((complaintId): Outcome | No => {
    const change = changes.get(complaintId);
    if (!change) return decided.get(complaintId) as No;
    const { steps } = change;
    const latest = steps.at(-1) ?? past(complaintId);
    if (!latest) throw new Error("a decision about nothing recorded nothing");
    const { state, fact } = latest;
    return { kind: "recorded", complaintId, version: fact.version, state, steps };
  });
  if (occasion.request)
    for (const outcome of outcomes)
      if ("kind" in outcome && outcome.kind === "recorded") await remember(tx, outcome, occasion);
  return outcomes;
}

/** In order, so that two who lock the same complaints do not wait crosswise. */
async function lock(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(id, 0)) from unnest(${ids.toSorted()}::text[]) as id`.execute(
    tx,
  );
}

/** Writes down what was decided, and nothing for a "no". */
async function append<No extends object>(
  tx: Tx,
  keys: Keys,
  decided: ReadonlyMap<string, ComplaintEvent[] | No>,
  past: (complaintId: string) => Step | undefined,
  { actor, now }: Occasion,
): Promise<ReadonlyMap<string, Change>> {
  const all = [...decided].flatMap(([complaintId, events]) =>
    Array.isArray(events) ? [{ complaintId, events }] : [],
  );
  const keepings = all.flatMap(({ complaintId, events }) =>
    events.map((event, index) => ({
      ownerId: complaintId,
      version: (past(complaintId)?.fact.version ?? 0) + index + 1,
      items: wordsOf(event),
    })),
  );
  const commitments = (await keepAll(tx, keys, keepings)).values();
  const rows: Insertable<DB["complaint_event"]>[] = [];
  const changes = all.map(({ complaintId, events }): [string, Change] => {
    const steps: Step[] = [];
    for (const { type, data } of events) {
      const previous = steps.at(-1) ?? past(complaintId);
      const version = (previous?.fact.version ?? 0) + 1;
      // History does not run backwards, even where a clock was set back.
      const recordedAt = previous && previous.fact.recordedAt > now ? previous.fact.recordedAt : now;
      const link = { complaintId, version, type, data, actor, recordedAt };
      const committed = commitments.next().value!;
      const prev_hash = previous?.hash ?? genesis;
      const hash = hashOf(prev_hash, { ...link, commitments: committed });
      rows.push({
        complaint_id: complaintId,
        version,
        type,
        data: JSON.stringify(data),
        actor,
        recorded_at: recordedAt,
        commitments: JSON.stringify(committed),
        prev_hash,
        hash,
      });
      const fact = { type, data, version, actor, recordedAt } as Recorded;
      steps.push({ fact, state: evolve(previous?.state, fact), hash });
    }
    return [complaintId, { complaintId, steps, events }];
  });
  if (rows.length > 0) await tx.insertInto("complaint_event").values(rows).execute();
  return new Map(changes);
}

async function seen(tx: Tx, { key, digest }: { key: Buffer; digest: Buffer }): Promise<Outcome | undefined> {
  const row = await tx.selectFrom("request").selectAll().where("key", "=", key).executeTakeFirst();
  if (!row) return undefined;
  if (!digest.equals(row.digest)) return { kind: "key-reused" };
  return { kind: "repeated", complaintId: row.complaint_id, version: row.version };
}

async function remember(
  tx: Tx,
  { complaintId, version }: { complaintId: string; version: number },
  { request, now }: Occasion,
): Promise<void> {
  const row = { ...request!, complaint_id: complaintId, version, recorded_at: now };
  await tx.insertInto("request").values(row).execute();
}

/** Every fact about one complaint with the state after it, oldest first; without any words. */
export async function history(db: Db | Tx, complaintId: string): Promise<Step[]> {
  return (await histories(db, [complaintId])).get(complaintId) ?? [];
}

/** The same of several complaints; one that never was is missing. */
export async function histories(
  db: Db | Tx,
  complaintIds: readonly string[],
): Promise<ReadonlyMap<string, Step[]>> {
  const rows = await db
    .selectFrom("complaint_event")
    .select(["complaint_id", "version", "type", "data", "actor", "recorded_at", "hash"])
    .where(sql<boolean>`complaint_id = any(${complaintIds}::uuid[])`)
    .orderBy("complaint_id")
    .orderBy("version")
    .execute();
  const all = new Map<string, Step[]>();
  for (const { complaint_id, version, type, data, actor, recorded_at, hash } of rows) {
    const steps = all.getOrInsertComputed(complaint_id, () => []);
    const fact: Recorded = { ...read(type, data), version, actor, recordedAt: recorded_at };
    steps.push({ fact, state: evolve(steps.at(-1)?.state, fact), hash });
  }
  return all;
}
