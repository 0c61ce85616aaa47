import type { Db } from "../../engine/database/database.ts";
import type { Keys } from "../content/keys.ts";
import { open } from "../content/content.ts";
import { evolve } from "../../core/complaint/evolve.ts";
import type { Complaint } from "../../core/complaint/state.ts";
import { canonical, genesis, hashOf } from "./chain.ts";
import { read } from "./codec.ts";
import type { Recorded, Step } from "./journal.ts";

/** The first thing that does not hold, named so that a person can look at it. */
export type Break = { complaintId: string; version?: number; what: string };

/** The rows that the read models must hold for a complaint, by table, and those that they do hold. */
export type ReadModels = {
  expected: (complaintId: string, steps: Step[]) => Record<string, unknown[]>;
  found: (db: Db, complaintIds: string[]) => Promise<Map<string, Record<string, unknown[]>>>;
};

export type Verdict = { complaints: number; facts: number; words: number; erased: number; broken?: Break };

/** Refolds everything: chain, commitments, read models, and that no complaint is missing. Stops at the first break. */
export async function verify(
  db: Db,
  keys: Keys,
  readModels: ReadModels,
  progress: (complaints: number) => void = () => {},
): Promise<Verdict> {
  const verdict: Verdict = { complaints: 0, facts: 0, words: 0, erased: 0 };
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const ids = await nextComplaints(db, after);
    if (ids.length === 0) break;
    // One picture of the database: what is recorded meanwhile must not look like a break.
    const broken = await db
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute((tx) => verifyBatch(tx, keys, readModels, ids, verdict));
    if (broken) return { ...verdict, broken };
    after = ids.at(-1)!;
    progress(verdict.complaints);
  }
  const broken = (await orphan(db)) ?? (await missing(db));
  return broken ? { ...verdict, broken } : verdict;
}

async function nextComplaints(db: Db, after: string): Promise<string[]> {
  const rows = await db
    .selectFrom("complaint_event")
    .select("complaint_id")
    .where("version", "=", 1)
    .where("complaint_id", ">", after)
    .orderBy("complaint_id")
    .limit(200)
    .execute();
  return rows.map(({ complaint_id }) => complaint_id);
}

async function verifyBatch(
  db: Db,
  keys: Keys,
  readModels: ReadModels,
  ids: string[],
  verdict: Verdict,
): Promise<Break | undefined> {
  const rows = await db
    .selectFrom("complaint_event")
    .selectAll()
    .where("complaint_id", "in", ids)
    .orderBy("complaint_id")
    .orderBy("version")
    .execute();
  const found = await readModels.found(db, ids);
  for (const [complaintId, facts] of Map.groupBy(rows, ({ complaint_id }) => complaint_id)) {
    const steps = foldChain(complaintId, facts);
    if (!Array.isArray(steps)) return steps;
    const broken =
      (await checkWords(db, keys, complaintId, facts, steps, verdict)) ??
      checkReadModels(complaintId, readModels.expected(complaintId, steps), found.get(complaintId) ?? {});
    if (broken) return broken;
    verdict.complaints += 1;
    verdict.facts += steps.length;
  }
  return undefined;
}

type Row = {
  complaint_id: string;
  version: number;
  type: string;
  data: unknown;
  actor: string;
  recorded_at: string;
  commitments: unknown;
  prev_hash: Buffer;
  hash: Buffer;
};

function foldChain(complaintId: string, rows: Row[]): Step[] | Break {
  const steps: Step[] = [];
  let previous = genesis;
  let state: Complaint | undefined;
  for (const [index, row] of rows.entries()) {
    const { version, type, data, actor, recorded_at: recordedAt } = row;
    if (version !== index + 1)
      return { complaintId, version: index + 1, what: "a fact is missing from the chain" };
    const commitments = row.commitments as Record<string, string>;
    const hash = hashOf(previous, { complaintId, version, type, data, actor, recordedAt, commitments });
    if (!row.prev_hash.equals(previous) || !row.hash.equals(hash))
      return { complaintId, version, what: "the fact is not the one that was recorded" };
    try {
      const fact: Recorded = { ...read(type, data), version, actor, recordedAt };
      state = evolve(state, fact);
      steps.push({ fact, state, hash });
    } catch {
      return { complaintId, version, what: "the fact cannot be read" };
    }
    previous = hash;
  }
  return steps;
}

/** Every word must be the one that was committed to; only after an erasure may they be gone, and then all of them. */
async function checkWords(
  db: Db,
  keys: Keys,
  complaintId: string,
  rows: Row[],
  steps: Step[],
  verdict: Verdict,
): Promise<Break | undefined> {
  const erased = steps.at(-1)?.state.erased ?? false;
  let kept;
  try {
    kept = (await open(db, keys, [complaintId])).filter(({ version }) => version > 0);
  } catch {
    return {
      complaintId,
      what: "a word cannot be opened: it was changed, moved, or its key is not this one",
    };
  }
  if (erased) {
    verdict.erased += 1;
    return kept.length === 0 ? undefined : { complaintId, what: "words are left although they were erased" };
  }
  const opened = new Map(kept.map(({ version, name, commitment }) => [`${version}/${name}`, commitment]));
  for (const { version, commitments } of rows)
    for (const [name, commitment] of Object.entries(commitments as Record<string, string>)) {
      if (opened.get(`${version}/${name}`) !== commitment)
        return { complaintId, version, what: `the words "${name}" are not the ones that were recorded` };
      opened.delete(`${version}/${name}`);
    }
  const [added] = opened.keys();
  verdict.words += kept.length;
  return added === undefined ? undefined : { complaintId, what: `the words "${added}" were never recorded` };
}

function checkReadModels(
  complaintId: string,
  expected: Record<string, unknown[]>,
  found: Record<string, unknown[]>,
): Break | undefined {
  const sorted = (rows: unknown[] = []) => rows.map(canonical).toSorted().join("\n");
  const table = Object.keys(expected).find((name) => sorted(expected[name]) !== sorted(found[name]));
  return table === undefined
    ? undefined
    : { complaintId, what: `table ${table} disagrees with the journal; \`rebuild\` mends it` };
}

/** A line in the register without any fact behind it. */
async function orphan(db: Db): Promise<Break | undefined> {
  const row = await db
    .selectFrom("complaint")
    .select("id")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("complaint_event")
            .select("version")
            .whereRef("complaint_event.complaint_id", "=", "complaint.id"),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst();
  return (
    row && { complaintId: row.id, what: "table complaint shows a complaint that the journal does not know" }
  );
}

/** Numbers are given without gaps, so each number that was given must still have its complaint. */
async function missing(db: Db): Promise<Break | undefined> {
  const given = await db
    .selectFrom("reference_counter")
    .select(({ fn }) => fn.sum<number>("last").as("numbers"))
    .executeTakeFirstOrThrow();
  const received = await db
    .selectFrom("complaint_event")
    .select(({ fn }) => fn.countAll<number>().as("complaints"))
    .where("version", "=", 1)
    .executeTakeFirstOrThrow();
  const lost = Number(given.numbers ?? 0) - Number(received.complaints);
  return lost === 0
    ? undefined
    : {
        complaintId: "none",
        what: `${Math.abs(lost)} of the reference numbers that were given have no complaint`,
      };
}
