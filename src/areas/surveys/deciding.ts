import { sql } from "kysely";
import type { No } from "../../operations.ts";
import type { Staff } from "../../core/access/access.ts";
import type { Tx } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import type { SurveyAnswer } from "./contract.ts";
import { keep } from "../../record/content/content.ts";
import { present } from "../../casework/complaints/changing.ts";
import { handle, receive } from "../../casework/complaints/handle.ts";
import { firstWords } from "../../casework/complaints/summary.ts";
import { taxonomy } from "../../organisation/office/taxonomies/taxonomies.ts";
import { surveyWords } from "../../texts/surveys.ts";

export type Decision =
  | { decision: "no_complaint"; reason: string }
  | { decision: "complaint"; receivedAtReason?: string | undefined };

/** Records once what becomes of an answer: a complaint like any other, or the reason why it is none. */
export async function decideAnswer(
  desk: Desk,
  who: Staff,
  answer: SurveyAnswer,
  decision: Decision,
): Promise<"decided" | No> {
  const { id } = answer;
  return desk.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`survey answer ${id}`}, 0))`.execute(tx);
    const before = await tx
      .selectFrom("survey_decision")
      .select("answer_id")
      .where("answer_id", "=", id)
      .executeTakeFirst();
    if (before) return { kind: "conflict", code: "answer-decided" };
    const decided = { answer_id: id, decided_at: desk.now(), decided_by: who.id };
    if (decision.decision === "no_complaint") {
      await keep(tx, desk.keys, id, 2, new Map([["reason", Buffer.from(decision.reason)]]));
      await tx.insertInto("survey_decision").values(decided).execute();
      return "decided";
    }
    const made = await makeComplaint(tx, desk, who, answer, decision.receivedAtReason);
    if (typeof made !== "string") return made;
    await tx
      .insertInto("survey_decision")
      .values({ ...decided, complaint_id: made })
      .execute();
    return "decided";
  });
}

/** A complaint from the day on which the answer reached us (STANDARDS §5, 8), also of somebody who gave no name. */
async function makeComplaint(
  tx: Tx,
  desk: Desk,
  who: Staff,
  answer: SurveyAnswer,
  receivedAtReason: string | undefined,
): Promise<string | No> {
  const { language } = await tx
    .selectFrom("survey_answer")
    .select("language")
    .where("id", "=", answer.id)
    .executeTakeFirstOrThrow();
  const speaks = language === "en" ? "en" : "de";
  const w = surveyWords(speaks);
  const { entries } = await taxonomy(tx, "programmes");
  const programme = entries.find(({ code }) => code === answer.programme);
  const statement = answer.words ?? w.wordless;
  const received = await receive(
    desk,
    who,
    {
      platform: answer.platform,
      channel: "other",
      receivedAt: answer.arrivedAt,
      ...(receivedAtReason && { receivedAtReason }),
      complainant: present({ language: speaks, ...answer.contact }),
      subject: { kind: "programme", ...(programme && { programme: programme[speaks] }) },
      ...(programme && { programme: programme.code }),
      summary: firstWords(statement),
      statement,
    },
    { tx },
  );
  if ("refused" in received || received.kind !== "recorded") return received as No;
  const { complaintId } = received;
  const note = w.origin(answer.source, answer.answeredOn, answer.scores.join(", "), answer.scale);
  const noted = await handle(desk, who, complaintId, { do: "note", note }, { tx });
  return "kind" in noted && noted.kind === "recorded" ? complaintId : (noted as No);
}
