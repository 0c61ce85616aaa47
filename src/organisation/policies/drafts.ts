import { sql } from "kysely";
import type { PolicyProblem } from "../../core/policy/checking.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Db, Tx } from "../../engine/database/database.ts";
import { contradictionsOf } from "../../core/policy/checking.ts";
import { knowsRegion } from "./holidays.ts";
import { findPhones } from "./phones.ts";
import { readPolicy } from "./stored.ts";

export type Draft = {
  id: string;
  revision: number;
  basedOn: number;
  createdAt: string;
  createdBy: string;
  savedAt: string;
  savedBy: string;
  state: "draft" | "approved" | "published" | "discarded";
  approvedBy?: string;
  publishedVersion?: number;
  document: Policy;
};

export type DraftRefusal =
  | { kind: "unknown" }
  | { kind: "stale"; version: number }
  | { kind: "conflict"; code: "draft-ended" | "own-draft" | "draft-not-approved" | "draft-outdated" }
  | { kind: "invalid"; field: string; message: string }
  | { kind: "contradictory"; problems: PolicyProblem[] };

/** What keeps a draft from being published, as it stands. */
export async function problemsOf(policy: Policy): Promise<PolicyProblem[]> {
  const { country, region } = policy.calendar;
  const lost = await knowsRegion(policy.calendar);
  return [
    ...(lost
      ? []
      : [{ code: "region_unknown" as const, at: "calendar.region", found: `${country} ${region}` }]),
    ...contradictionsOf(policy, findPhones),
  ];
}

/** Begins a draft with the text and the data of the latest version. */
export async function beginDraft(db: Db, by: string, now: string): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const latest = await tx
      .selectFrom("policy_version")
      .select(["version", "document"])
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    const id = crypto.randomUUID();
    await tx
      .insertInto("policy_draft")
      .values({ id, based_on: latest.version, created_at: now, created_by: by })
      .execute();
    const document = { ...readPolicy(latest.document), version: latest.version + 1 };
    await saveState(tx, id, 1, document, by, now);
    return id;
  });
}

const saveState = (
  tx: Tx,
  draft_id: string,
  revision: number,
  document: Policy,
  saved_by: string,
  saved_at: string,
) =>
  tx
    .insertInto("policy_draft_state")
    .values({ draft_id, revision, document: JSON.stringify(document), saved_at, saved_by })
    .execute();

/** Keeps a new state beside the earlier ones; whatever was approved before is approved no longer. */
export async function saveDraft(
  db: Db,
  id: string,
  { revision, document }: { revision: number; document: Policy },
  by: string,
  now: string,
): Promise<Draft | DraftRefusal> {
  return changing(db, id, async (tx, draft) => {
    if (draft.revision !== revision) return { kind: "stale", version: draft.revision };
    await saveState(tx, id, revision + 1, { ...document, version: draft.document.version }, by, now);
    return undefined;
  });
}

/** A second person stands for the state that they saw: whoever saved any state of it cannot (four eyes). */
export async function approveDraft(
  db: Db,
  id: string,
  revision: number,
  by: string,
  now: string,
): Promise<Draft | DraftRefusal> {
  return changing(db, id, async (tx, draft) => {
    if (draft.revision !== revision) return { kind: "stale", version: draft.revision };
    const hands = await tx
      .selectFrom("policy_draft_state")
      .select("saved_by")
      .where("draft_id", "=", id)
      .where("saved_by", "=", by)
      .execute();
    if (hands.length > 0) return { kind: "conflict", code: "own-draft" };
    const problems = await problemsOf(draft.document);
    if (problems.length > 0) return { kind: "contradictory", problems };
    if (draft.state !== "approved")
      await tx
        .insertInto("policy_approval")
        .values({ draft_id: id, revision, approved_at: now, approved_by: by })
        .execute();
    return undefined;
  });
}

/** Puts an approved draft in force from an instant on, now or later. What is published never changes again. */
export async function publishDraft(
  db: Db,
  id: string,
  effectiveFrom: string,
  by: string,
  now: string,
): Promise<Draft | DraftRefusal> {
  return changing(db, id, async (tx, draft) => {
    if (draft.state !== "approved") return { kind: "conflict", code: "draft-not-approved" };
    const latest = await tx
      .selectFrom("policy_version")
      .select(["version", "effective_from"])
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    if (latest.version !== draft.basedOn) return { kind: "conflict", code: "draft-outdated" };
    if (effectiveFrom < now) return { kind: "invalid", field: "effectiveFrom", message: "in_the_past" };
    if (effectiveFrom <= latest.effective_from)
      return { kind: "invalid", field: "effectiveFrom", message: "before_latest" };
    const version = latest.version + 1;
    const { zone } = draft.document;
    const lastUpdated = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().toString();
    const document: Policy = { ...draft.document, version, effectiveFrom, lastUpdated };
    const problems = await problemsOf(document);
    if (problems.length > 0) return { kind: "contradictory", problems };
    await tx
      .insertInto("policy_version")
      .values({
        version,
        effective_from: effectiveFrom,
        published_at: now,
        document: JSON.stringify(document),
        drafted_by: draft.savedBy,
        approved_by: draft.approvedBy!,
        published_by: by,
      })
      .execute();
    await tx.updateTable("policy_draft").set({ published_version: version }).where("id", "=", id).execute();
    return undefined;
  });
}

export async function discardDraft(db: Db, id: string, now: string): Promise<Draft | DraftRefusal> {
  return changing(db, id, async (tx) => {
    await tx.updateTable("policy_draft").set({ discarded_at: now }).where("id", "=", id).execute();
    return undefined;
  });
}

/** One change of a draft at a time, and none of one that has ended; answers it as it is afterwards. */
async function changing(
  db: Db,
  id: string,
  change: (tx: Tx, draft: Draft) => Promise<DraftRefusal | undefined>,
): Promise<Draft | DraftRefusal> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('policy publication'))`.execute(tx);
    const draft = await draftOf(tx, id);
    if (!draft) return { kind: "unknown" };
    if (draft.state === "published" || draft.state === "discarded")
      return { kind: "conflict", code: "draft-ended" };
    return (await change(tx, draft)) ?? (await draftOf(tx, id))!;
  });
}

const latestStates = (db: Db) =>
  db
    .selectFrom("policy_draft as d")
    .innerJoin("policy_draft_state as s", "s.draft_id", "d.id")
    .leftJoin("policy_approval as a", (join) =>
      join.onRef("a.draft_id", "=", "s.draft_id").onRef("a.revision", "=", "s.revision"),
    )
    .select([
      "d.id",
      "d.based_on",
      "d.created_at",
      "d.created_by",
      "d.discarded_at",
      "d.published_version",
      "s.revision",
      "s.document",
      "s.saved_at",
      "s.saved_by",
      "a.approved_by",
    ])
    .distinctOn("d.id")
    .orderBy("d.id")
    .orderBy("s.revision", "desc");

export async function draftOf(db: Db, id: string): Promise<Draft | undefined> {
  const row = await latestStates(db).where("d.id", "=", id).executeTakeFirst();
  return row && draftFrom(row);
}

/** Every draft that was ever begun, the latest first. */
export async function drafts(db: Db): Promise<Draft[]> {
  const rows = await latestStates(db).execute();
  return rows.map(draftFrom).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

type Row = Awaited<ReturnType<ReturnType<typeof latestStates>["execute"]>>[number];

const draftFrom = (row: Row): Draft => ({
  id: row.id,
  revision: row.revision,
  basedOn: row.based_on,
  createdAt: row.created_at,
  createdBy: row.created_by,
  savedAt: row.saved_at,
  savedBy: row.saved_by,
  state: stateOf(row),
  ...(row.approved_by && { approvedBy: row.approved_by }),
  ...(row.published_version !== null && { publishedVersion: row.published_version }),
  document: readPolicy(row.document),
});

function stateOf({ published_version, discarded_at, approved_by }: Row): Draft["state"] {
  if (published_version !== null) return "published";
  if (discarded_at !== null) return "discarded";
  return approved_by === null ? "draft" : "approved";
}
