import { sql } from "kysely";
import type { Db, Tx } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import { keep, open } from "../../record/content/content.ts";
import { ReviewRecord } from "./contract.ts";

export type Signed = { reportVersion: number; reportHash: string; hash: string };
export type ReviewFact = {
  version: number;
  kind: "saved" | "signed" | "added";
  data: Partial<Signed>;
  recordedAt: string;
  recordedBy: string;
};
export type StoredReview = {
  id: string;
  period: string;
  dueOn: string;
  facts: ReviewFact[];
};

/** A review with every fact of it; within a transaction that changes it, nobody else does until it ends. */
export async function storedReview(db: Db, period: string): Promise<StoredReview | undefined> {
  const review = await db
    .selectFrom("management_review")
    .select(["id", "due_on"])
    .where("period", "=", period)
    .executeTakeFirst();
  if (!review) return undefined;
  const facts = await db
    .selectFrom("review_fact")
    .selectAll()
    .where("review_id", "=", review.id)
    .orderBy("version")
    .execute();
  return {
    id: review.id,
    period,
    dueOn: review.due_on,
    facts: facts.map((row) => ({
      version: row.version,
      kind: row.kind as ReviewFact["kind"],
      data: row.data as ReviewFact["data"],
      recordedAt: row.recorded_at,
      recordedBy: row.recorded_by,
    })),
  };
}

export async function lockReview(tx: Tx, period: string): Promise<StoredReview | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`review ${period}`}, 0))`.execute(tx);
  return storedReview(tx, period);
}

/** Adds a fact with its words: a record, what was signed, or an addendum. */
export async function addFact(
  tx: Tx,
  { keys, now }: Desk,
  { id, facts }: StoredReview,
  kind: ReviewFact["kind"],
  data: object,
  text: string,
  by: string,
): Promise<void> {
  const version = facts.length + 1;
  await keep(tx, keys, id, version, new Map([["text", Buffer.from(text)]]));
  await tx
    .insertInto("review_fact")
    .values({
      review_id: id,
      version,
      kind,
      data: JSON.stringify(data),
      recorded_at: now(),
      recorded_by: by,
    })
    .execute();
}

/** The words of a review, by the version of their fact. */
export async function textsOf(db: Db, { keys }: Desk, { id }: StoredReview): Promise<Map<number, string>> {
  const kept = await open(db, keys, [id]);
  return new Map(kept.map(({ version, clear }) => [version, clear.toString()]));
}

/** The record as it was saved last. */
export function recordOf(
  { facts }: StoredReview,
  texts: ReadonlyMap<number, string>,
): ReviewRecord | undefined {
  const saved = facts.findLast(({ kind }) => kind === "saved");
  const text = saved && texts.get(saved.version);
  return text === undefined ? undefined : ReviewRecord.parse(JSON.parse(text));
}

export const signatureOf = ({ facts }: StoredReview) => facts.find(({ kind }) => kind === "signed");
