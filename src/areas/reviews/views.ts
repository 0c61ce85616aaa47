import { createHash } from "node:crypto";
import type { Staff } from "../../core/access/access.ts";
import type { Desk } from "../../record/desk.ts";
import type { Review, ReviewRow } from "./contract.ts";
import { listActions, todayOf } from "../improvement/actions.ts";
import { silentActions } from "../improvement/reporting.ts";
import { latestReport } from "./reports.ts";
import { recordOf, signatureOf, storedReview, textsOf, type Signed, type StoredReview } from "./storing.ts";
import { managementTeam } from "../../organisation/office/management-team.ts";
import { holdsReviews } from "./access.ts";

export async function reviewList(desk: Desk): Promise<ReviewRow[]> {
  const today = await todayOf(desk);
  const rows = await desk.db
    .selectFrom("management_review")
    .leftJoin("review_fact", "review_fact.review_id", "management_review.id")
    .select(({ fn, ref }) => [
      "management_review.id",
      "period",
      "due_on",
      fn.count<number>("review_fact.version").as("version"),
      fn
        .max<string | null>(ref("review_fact.recorded_at"))
        .filterWhere("review_fact.kind", "=", "signed")
        .as("signed_at"),
    ])
    .groupBy(["management_review.id", "period", "due_on"])
    .orderBy("period", "desc")
    .limit(120)
    .execute();
  return rows.map(({ id, period, due_on, version, signed_at }) => ({
    id,
    period,
    dueOn: due_on,
    version,
    state: signed_at ? "signed" : due_on < today ? "overdue" : "open",
    ...(signed_at && { signedAt: signed_at }),
  }));
}

/** One review with its actions and those of earlier ones. */
export async function reviewView(desk: Desk, who: Staff, period: string): Promise<Review | undefined> {
  const [stored, team, report, today] = await Promise.all([
    storedReview(desk.db, period),
    managementTeam(desk.db),
    latestReport(desk.db, period),
    todayOf(desk),
  ]);
  if (!stored || !report) return undefined;
  const texts = await textsOf(desk.db, desk, stored);
  const record = recordOf(stored, texts);
  const signed = signatureOf(stored);
  // Whoever holds reviews may see the actions of reviews, whatever the role.
  const all = { kind: "system", id: "reviews" } as const;
  const silent = await silentActions(
    desk.db,
    await earlierReviews(desk, period),
    await lastSignature(desk, period),
  );
  return {
    id: stored.id,
    period,
    dueOn: stored.dueOn,
    version: stored.facts.length,
    state: signed ? "signed" : stored.dueOn < today ? "overdue" : "open",
    ...(signed && { signedAt: signed.recordedAt }),
    ...(record && { record }),
    team,
    report,
    actions: await listActions(desk, all, { review: stored.id }),
    earlier: (await listActions(desk, all, { ids: silent.map(({ id }) => id) })).map((action) => ({
      ...action,
      silent: silent.find(({ id }) => id === action.id)!.silent,
    })),
    ...(signed && {
      signature: {
        by: signed.recordedBy,
        at: signed.recordedAt,
        ...(signed.data as Signed),
        intact: digest(texts.get(signed.version) ?? "") === signed.data.hash,
      },
    }),
    addenda: addendaOf(stored, texts),
    mayHold: holdsReviews(who, team),
  };
}

export const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

const addendaOf = ({ facts }: StoredReview, texts: ReadonlyMap<number, string>): Review["addenda"] =>
  facts
    .filter(({ kind }) => kind === "added")
    .map(({ version, recordedBy, recordedAt }) => ({
      text: texts.get(version) ?? "",
      by: recordedBy,
      at: recordedAt,
    }));

export async function earlierReviews({ db }: Pick<Desk, "db">, period: string): Promise<string[]> {
  const rows = await db.selectFrom("management_review").select("id").where("period", "<", period).execute();
  return rows.map(({ id }) => id);
}

/** When the latest of the earlier reviews was signed; a status is news only since then. */
export async function lastSignature({ db }: Pick<Desk, "db">, period: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("review_fact")
    .innerJoin("management_review", "management_review.id", "review_fact.review_id")
    .select("recorded_at")
    .where("kind", "=", "signed")
    .where("period", "<", period)
    .orderBy("period", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.recorded_at;
}
