import { sql, type ExpressionBuilder } from "kysely";
import type { DB } from "../../engine/database/tables.ts";
import type { Person } from "../../core/access/access.ts";
import type { Desk } from "../../record/desk.ts";
import type { answerStates, SurveyAnswer, SurveyImport } from "./contract.ts";
import { open } from "../../record/content/content.ts";
import { visibleTo } from "../../casework/complaints/queries/visible.ts";

/** An answer that became a complaint is seen by whoever may see that complaint: it may be about a colleague. */
const answersVisibleTo = (who: Person) => (row: ExpressionBuilder<DB, "survey_decision">) =>
  row.or([
    row("survey_decision.complaint_id", "is", null),
    row.exists(
      row
        .selectFrom("complaint")
        .select("complaint.id")
        .whereRef("complaint.id", "=", "survey_decision.complaint_id")
        .where(visibleTo(who)),
    ),
  ]);

const answerRows = ({ db }: Desk, who: Person) =>
  db
    .selectFrom("survey_answer")
    .innerJoin("survey_import", "survey_import.id", "survey_answer.import_id")
    .leftJoin("survey_decision", "survey_decision.answer_id", "survey_answer.id")
    .leftJoin("complaint", "complaint.id", "survey_decision.complaint_id")
    .selectAll("survey_answer")
    .select(["source", "scale_low", "scale_high", "better"])
    .select(["complaint_id", "decided_at", "decided_by", "complaint.reference"])
    .where(answersVisibleTo(who));

type Rows = Awaited<ReturnType<ReturnType<typeof answerRows>["execute"]>>;

export async function surveyAnswers(
  desk: Desk,
  who: Person,
  { state, limit }: { state: (typeof answerStates)[number]; limit: number },
): Promise<SurveyAnswer[]> {
  const rows = answerRows(desk, who).limit(limit);
  const found =
    state === "open"
      ? rows
          .where("low", "=", true)
          .where("answer_id", "is", null)
          .orderBy("due_at")
          .orderBy("survey_answer.id")
      : rows.orderBy("answered_on", "desc").orderBy("survey_answer.id");
  return views(
    desk,
    await (state === "decided" ? found.where("answer_id", "is not", null) : found).execute(),
  );
}

export async function surveyAnswer(desk: Desk, who: Person, id: string): Promise<SurveyAnswer | undefined> {
  const rows = await answerRows(desk, who).where("survey_answer.id", "=", id).execute();
  return (await views(desk, rows))[0];
}

/** Low answers about which nobody has decided. */
export async function openAnswers({ db }: Pick<Desk, "db">, dueBefore?: string): Promise<number> {
  let query = db
    .selectFrom("survey_answer")
    .leftJoin("survey_decision", "answer_id", "id")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("low", "=", true)
    .where("answer_id", "is", null);
  if (dueBefore) query = query.where("due_at", "<", dueBefore);
  return (await query.executeTakeFirstOrThrow()).count;
}

const usualDelay = { hours: 30 * 24 };

async function views(desk: Desk, rows: Rows): Promise<SurveyAnswer[]> {
  const kept = await open(
    desk.db,
    desk.keys,
    rows.map(({ id }) => id),
  );
  const words = new Map<string, Record<string, string>>();
  for (const { ownerId, name, clear } of kept)
    words.getOrInsertComputed(ownerId, () => ({}))[name] = clear.toString();
  const now = desk.now();
  const longAgo = Temporal.Instant.from(now).subtract(usualDelay).toString({ fractionalSecondDigits: 3 });
  return rows.map((row) => {
    const { words: text, reason, ...contact } = words.get(row.id) ?? {};
    const { complaint_id, decided_at, decided_by, reference } = row;
    return {
      id: row.id,
      source: row.source,
      answeredOn: row.answered_on,
      arrivedAt: row.arrived_at,
      platform: row.platform,
      ...(row.programme && { programme: row.programme }),
      scores: row.scores,
      scale: { low: row.scale_low, high: row.scale_high, better: row.better as "high" | "low" },
      low: row.low,
      ...(text && { words: text }),
      ...(Object.keys(contact).length > 0 && { contact }),
      dueAt: row.due_at,
      overdue: !decided_at && row.low && row.due_at < now,
      longPast: row.arrived_at < longAgo,
      ...(decided_at &&
        decided_by && {
          decision: {
            ...(complaint_id && reference && { complaint: { id: complaint_id, reference } }),
            ...(reason && { reason }),
            decidedAt: decided_at,
            decidedBy: decided_by,
          },
        }),
    };
  });
}

export async function surveyImports({ db }: Desk): Promise<SurveyImport[]> {
  const rows = await db
    .selectFrom("survey_import")
    .leftJoin("survey_answer", "survey_answer.import_id", "survey_import.id")
    .selectAll("survey_import")
    .select(sql<number>`count(survey_answer.id)`.as("answers"))
    .select(sql<number>`count(*) filter (where low)`.as("low"))
    .groupBy("survey_import.id")
    .orderBy("imported_at", "desc")
    .orderBy("survey_import.id")
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    source: row.source,
    scale: { low: row.scale_low, high: row.scale_high, better: row.better as "high" | "low" },
    importedAt: row.imported_at,
    importedBy: row.imported_by,
    answers: row.answers,
    low: row.low,
  }));
}
