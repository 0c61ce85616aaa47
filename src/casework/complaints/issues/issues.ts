import { sql } from "kysely";
import type { Person } from "../../../core/access/access.ts";
import type { Stage } from "../../../core/complaint/state.ts";
import type { Db } from "../../../engine/database/database.ts";
import type { Desk } from "../../../record/desk.ts";
import type { Issue, IssueDetails } from "./contract.ts";
import { open } from "../../../record/content/content.ts";
import { visibleTo } from "../queries/visible.ts";

export const issueExists = async (db: Db, id: string): Promise<boolean> =>
  (await db.selectFrom("systemic_issue").select("id").where("id", "=", id).executeTakeFirst()) !== undefined;

/** Systemic issues, open ones first, then by how many of their complaints the asker may see. */
export async function issues(desk: Desk, who: Person, only?: string): Promise<Issue[]> {
  const { db } = desk;
  let query = db
    .selectFrom("systemic_issue as issue")
    .innerJoin("systemic_issue_state as state", "state.issue_id", "issue.id")
    .select(["issue.id", "issue.opened_at", "issue.opened_by", "state.version", "state.closed"])
    .where(
      sql<boolean>`state.version = (select max(version) from systemic_issue_state where issue_id = issue.id)`,
    );
  if (only) query = query.where("issue.id", "=", only);
  const rows = await query.execute();
  const counts = await members(db, who)
    .select(["complaint_issue.issue_id"])
    .select(({ fn }) => fn.countAll<number>().as("complaints"))
    .select(sql<number>`count(*) filter (where complaint.stage not in ('closed', 'withdrawn'))`.as("open"))
    .groupBy("complaint_issue.issue_id")
    .execute();
  const countOf = new Map(counts.map(({ issue_id, ...count }) => [issue_id, count]));
  const words = await wordsOf(
    desk,
    rows.map(({ id }) => id),
  );
  return rows
    .map((row) => ({
      id: row.id,
      version: row.version,
      name: words(row.id, row.version, "name") ?? "",
      ...described(words(row.id, row.version, "description")),
      closed: row.closed,
      openedAt: row.opened_at,
      openedBy: row.opened_by,
      ...(countOf.get(row.id) ?? { complaints: 0, open: 0 }),
    }))
    .toSorted((a, b) => Number(a.closed) - Number(b.closed) || b.complaints - a.complaints);
}

const described = (description: string | undefined) => (description ? { description } : {});

export async function issueDetails(desk: Desk, who: Person, id: string): Promise<IssueDetails | undefined> {
  const [issue] = await issues(desk, who, id);
  if (!issue) return undefined;
  const rows = await members(desk.db, who)
    .select([
      "complaint.id",
      "complaint.reference",
      "complaint.stage",
      "complaint.received_at",
      "complaint.category",
    ])
    .where("complaint_issue.issue_id", "=", id)
    .orderBy("complaint.received_at", "desc")
    .execute();
  const kept = await open(
    desk.db,
    desk.keys,
    rows.map((row) => row.id),
    { version: 1, names: ["summary"] },
  );
  const summaryOf = new Map(kept.map(({ ownerId, clear }) => [ownerId, clear.toString()]));
  return {
    ...issue,
    members: rows.map((row) => ({
      id: row.id,
      reference: row.reference,
      stage: row.stage as Stage,
      receivedAt: row.received_at,
      ...(row.category && { category: row.category }),
      ...(summaryOf.has(row.id) && { summary: summaryOf.get(row.id)! }),
    })),
  };
}

/** How the issues of one complaint are called now. */
export async function issueNames(
  desk: Desk,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const words = await wordsOf(desk, ids);
  return ids.map((id) => ({ id, name: words(id, Infinity, "name") ?? "" }));
}

const members = (db: Db, who: Person) =>
  db
    .selectFrom("complaint_issue")
    .innerJoin("complaint", "complaint.id", "complaint_issue.complaint_id")
    .where(visibleTo(who));

/** The words of each version of these issues; without that version, those of the latest. */
async function wordsOf({ db, keys }: Desk, ids: readonly string[]) {
  const kept = await open(db, keys, ids);
  return (id: string, version: number, word: string): string | undefined =>
    kept
      .findLast(
        (each) =>
          each.ownerId === id && each.name === word && (version === Infinity || each.version === version),
      )
      ?.clear.toString();
}
