import type { Handlers } from "../http/contract.ts";
import type { Desk } from "../complaints/desk.ts";
import type { FileAnswers } from "../core/complaint/file-review.ts";
import type { FileSample, fileReviewOperations, SampledFile } from "./contract.ts";
import { may, type Person } from "../core/access/access.ts";
import { visibleTo } from "../complaints/queries/visible.ts";

type Staff = Extract<Person, { kind: "staff" }>;

/** Months that are shown; what was found in older ones stands in the complaints and the reports. */
const shown = 12;

export function fileReviewHandlers(desk: Desk): Handlers<typeof fileReviewOperations> {
  return {
    "GET /file-reviews": async ({ who }) =>
      may(who.roles, "review-file") ? { ok: { items: await fileSamples(desk, who) } } : { kind: "forbidden" },
  };
}

async function fileSamples(desk: Desk, who: Staff): Promise<FileSample[]> {
  const rows = await desk.db
    .selectFrom("file_sample")
    .innerJoin("complaint", "complaint.id", "file_sample.complaint_id")
    .select(["month", "closed", "drawn_at", "complaint.id", "reference", "stage", "owner_id"])
    .where(visibleTo(who))
    .where(({ eb, selectFrom }) =>
      eb(
        "month",
        "in",
        selectFrom("file_sample as recent")
          .select("recent.month")
          .distinct()
          .orderBy("recent.month", "desc")
          .limit(shown),
      ),
    )
    .orderBy("month", "desc")
    .orderBy("reference")
    .execute();
  const ids = [...new Set(rows.map(({ id }) => id))];
  const [reviews, hands] = await Promise.all([reviewsOf(desk, ids), handsIn(desk, ids)]);
  const file = (row: (typeof rows)[number]): SampledFile => {
    const review = reviews.find(({ complaintId, at }) => complaintId === row.id && at >= row.drawn_at);
    return {
      complaintId: row.id,
      reference: row.reference,
      stage: row.stage,
      ...(row.owner_id && { ownerId: row.owner_id }),
      mine: row.stage === "closed" && row.owner_id !== who.id && !hands.get(row.id)?.has(who.id),
      ...(review && { reviewed: { at: review.at, by: review.by, good: review.good, of: review.of } }),
    };
  };
  return [...Map.groupBy(rows, ({ month }) => month)].map(([month, files]) => ({
    month,
    closed: files[0]!.closed,
    drawnAt: files[0]!.drawn_at,
    files: files.map(file),
  }));
}

async function reviewsOf({ db }: Desk, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("complaint_event")
    .select(["complaint_id", "data", "recorded_at"])
    .where("type", "=", "FileReviewed")
    .where("complaint_id", "in", ids)
    .orderBy("recorded_at")
    .execute();
  return rows.map(({ complaint_id, data, recorded_at }) => {
    const { answers, by } = data as { answers: FileAnswers; by: string };
    const counted = Object.values(answers).filter((answer) => answer !== "not_applicable");
    const good = counted.filter((answer) => answer === "yes").length;
    return { complaintId: complaint_id, at: recorded_at, by, good, of: counted.length };
  });
}

const ofWork = [
  "Assigned",
  "InvestigationStarted",
  "FindingRecorded",
  "ProposalDrafted",
  "ProposalEndorsed",
  "ProposalApproved",
];

/** Who worked on each, as far as a list needs to know; the command looks at everything (`hadAHand`). */
async function handsIn({ db }: Desk, ids: readonly string[]): Promise<Map<string, Set<string>>> {
  const hands = new Map<string, Set<string>>();
  if (ids.length === 0) return hands;
  const rows = await db
    .selectFrom("complaint_event")
    .select(["complaint_id", "actor", "data"])
    .where("type", "in", ofWork)
    .where("complaint_id", "in", ids)
    .execute();
  for (const { complaint_id, actor, data } of rows) {
    const { ownerId, investigatorId } = data as { ownerId?: string; investigatorId?: string };
    const known = hands.getOrInsertComputed(complaint_id, () => new Set());
    // Who hands a complaint to somebody has not worked on it yet.
    for (const hand of [ownerId ?? actor, investigatorId]) if (hand) known.add(hand);
  }
  return hands;
}
