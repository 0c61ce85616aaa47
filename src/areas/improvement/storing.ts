import { sql } from "kysely";
import type { Db, Tx } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import type { ActionFact, DatedActionFact, ImprovementAction } from "../../core/improvement/action.ts";
import { keep } from "../../record/content/content.ts";
import { evolveAction, foldAction } from "../../core/improvement/action.ts";

export type StoredFact = DatedActionFact & { recordedAt: string; recordedBy: string };
/** What a person wrote with a fact, by name: title, description, note, file:0 … */
export type ActionWords = ReadonlyMap<string, Uint8Array>;

/** Every fact of these actions, in order. */
export async function factsOf(
  db: Db,
  ids: readonly string[] | "all",
  upTo?: string,
): Promise<Map<string, StoredFact[]>> {
  let query = db.selectFrom("improvement_fact").selectAll().orderBy("action_id").orderBy("version");
  if (ids !== "all") query = query.where("action_id", "in", ids.length > 0 ? [...ids] : [nobody]);
  if (upTo !== undefined) query = query.where("recorded_on", "<=", upTo);
  const facts = new Map<string, StoredFact[]>();
  for (const row of await query.execute())
    facts
      .getOrInsertComputed(row.action_id, () => [])
      .push({
        kind: row.kind,
        data: row.data,
        version: row.version,
        on: row.recorded_on,
        recordedAt: row.recorded_at,
        recordedBy: row.recorded_by,
      } as StoredFact);
  return facts;
}

const nobody = "00000000-0000-0000-0000-000000000000";

/** One action as it stands, with nobody else changing it until the transaction ends. */
export async function lockAction(tx: Tx, id: string): Promise<ImprovementAction | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx);
  return foldAction((await factsOf(tx, [id])).get(id) ?? []);
}

/** Adds facts to the history of an action, and brings its read models up to them. */
export async function appendFacts(
  tx: Tx,
  { keys, now }: Desk,
  id: string,
  before: ImprovementAction | undefined,
  facts: readonly ActionFact[],
  words: ActionWords,
  { by, today }: { by: string; today: string },
): Promise<void> {
  let state = before;
  for (const fact of facts) {
    const version = (state?.version ?? 0) + 1;
    await keep(tx, keys, id, version, words);
    await tx
      .insertInto("improvement_fact")
      .values({
        action_id: id,
        version,
        kind: fact.kind,
        data: JSON.stringify(fact.data),
        recorded_on: today,
        recorded_at: now(),
        recorded_by: by,
      })
      .execute();
    state = evolveAction(state, { ...fact, version, on: today });
  }
  if (state) await project(tx, id, state);
}

async function project(tx: Tx, id: string, action: ImprovementAction): Promise<void> {
  const { links, check } = action;
  const row = {
    version: action.version,
    status: action.status,
    owner_id: action.ownerId,
    opened_on: action.openedOn,
    due_on: action.dueOn,
    root_cause: links.rootCause ?? null,
    category: links.category ?? null,
    programme: links.programme ?? null,
    issue_id: links.issueId ?? null,
    review_id: action.reviewId ?? null,
    target_cause: check?.target.rootCause ?? null,
    target_programme: check?.target.programme ?? null,
    target_category: check?.target.category ?? null,
    effective_on: action.effectiveOn ?? null,
    check_from: check?.checkFrom ?? null,
    check_due_on: check?.checkDueOn ?? null,
    verdict: action.verdict ?? null,
    counted: [...action.counted],
  };
  await tx
    .insertInto("improvement_action")
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  await tx.deleteFrom("improvement_action_complaint").where("action_id", "=", id).execute();
  if (action.complaints.length > 0)
    await tx
      .insertInto("improvement_action_complaint")
      .values(action.complaints.map((complaint_id) => ({ action_id: id, complaint_id })))
      .execute();
}
