import type { Handlers } from "../../operations.ts";
import type { Desk } from "../../record/desk.ts";
import type { Step } from "../../record/journal/journal.ts";
import type { FileSample, fileReviewOperations, SampledFile } from "./contract.ts";
import { may, type Staff } from "../../core/access/access.ts";
import { hadAHand, pointsOf } from "../../core/complaint/file-review.ts";
import { histories } from "../../record/journal/journal.ts";
import { visibleTo } from "../../casework/complaints/queries/visible.ts";

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
    .select(["month", "closed", "drawn_at", "complaint.id", "reference"])
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
  const files = await histories(
    desk.db,
    rows.map(({ id }) => id),
  );
  const file = ({ id, reference, drawn_at }: (typeof rows)[number]): SampledFile => {
    const steps = files.get(id)!;
    const { state } = steps.at(-1)!;
    return {
      complaintId: id,
      reference,
      stage: state.stage,
      ...(state.ownerId && { ownerId: state.ownerId }),
      mine: state.stage === "closed" && !hadAHand(who.id, state),
      ...reviewSince(drawn_at, steps),
    };
  };
  return [...Map.groupBy(rows, ({ month }) => month)].map(([month, drawn]) => ({
    month,
    closed: drawn[0]!.closed,
    drawnAt: drawn[0]!.drawn_at,
    files: drawn.map(file),
  }));
}

function reviewSince(drawnAt: string, steps: readonly Step[]): Pick<SampledFile, "reviewed"> {
  for (const { fact } of steps)
    if (fact.type === "FileReviewed" && fact.recordedAt >= drawnAt)
      return { reviewed: { at: fact.recordedAt, by: fact.data.by, ...pointsOf(fact.data.answers) } };
  return {};
}
