import { sql } from "kysely";
import type { Staff } from "../../core/access/access.ts";
import type { Asked } from "../../casework/complaints/handle.ts";
import type { Desk } from "../../record/desk.ts";
import type { Tx } from "../../engine/database/database.ts";
import type { No } from "../../operations.ts";
import type { LessonView } from "./contract.ts";
import { findComplaint } from "../../casework/complaints/queries/find.ts";
import { makeOnce } from "../../casework/complaints/requests.ts";
import { keep } from "../../record/content/content.ts";
import { isOffered } from "../../organisation/office/taxonomies/taxonomies.ts";
import { whatTellsTheCase } from "./telling-the-case.ts";
import { toKeep } from "./words.ts";

type Told = Pick<LessonView, "text" | "category" | "rootCause" | "programme">;
type State = { state: LessonView["state"]; sessionId?: string | undefined; reason?: string | undefined };

/** Drafts a lesson, perhaps from a case that the person may see; the same request again answers the same one. */
export async function draftLesson(
  desk: Desk,
  who: Staff,
  { complaintId, ...told }: Told & { complaintId?: string | undefined },
  asked: Asked,
): Promise<{ id: string } | No> {
  if (complaintId !== undefined && "kind" in (await findComplaint(desk, who, complaintId)))
    return { kind: "invalid", field: "complaintId", message: "unknown_complaint" };
  const refused = await whyNot(desk, told, complaintId);
  if (refused) return refused;
  return makeOnce(desk, asked, async (tx, id) => {
    await tx
      .insertInto("training_lesson")
      .values({ id, complaint_id: complaintId ?? null, drafted_at: desk.now(), drafted_by: who.id })
      .execute();
    await save(tx, desk, id, 1, told, { state: "drafted" }, who.id);
  });
}

/** A new state of a lesson that the person was shown, upon the version that they saw. */
export async function changeLesson(
  desk: Desk,
  { id, ...seen }: Pick<LessonView, "id" | "version">,
  version: number,
  told: Told,
  to: State,
  by: string,
): Promise<{ id: string } | No> {
  if (seen.version !== version) return { kind: "stale", version: seen.version };
  const refused = to.state === "drafted" ? await whyNot(desk, told, await caseOf(desk, id)) : undefined;
  if (refused) return refused;
  return desk.db.transaction().execute(async (tx): Promise<{ id: string } | No> => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx);
    const { latest } = await tx
      .selectFrom("training_lesson_state")
      .select(({ fn }) => fn.max("version").as("latest"))
      .where("lesson_id", "=", id)
      .executeTakeFirstOrThrow();
    if (latest !== version) return { kind: "stale", version: latest };
    await save(tx, desk, id, version + 1, told, to, by);
    return { id };
  });
}

async function caseOf({ db }: Desk, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("training_lesson")
    .select("complaint_id")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.complaint_id ?? undefined;
}

const lists = [
  ["categories", "category"],
  ["root-causes", "rootCause"],
  ["programmes", "programme"],
] as const;

async function whyNot(desk: Desk, told: Told, complaintId: string | undefined): Promise<No | undefined> {
  for (const [list, field] of lists) {
    const code = told[field];
    if (code !== undefined && !(await isOffered(desk.db, list, code)))
      return { kind: "invalid", field, message: "unknown_code" };
  }
  const what = await whatTellsTheCase(desk, told.text, complaintId);
  return what && { kind: "conflict", code: `lesson-tells-${what}` };
}

async function save(
  tx: Tx,
  { keys, now }: Desk,
  id: string,
  version: number,
  { text, programme, category, rootCause }: Told,
  { state, sessionId, reason }: State,
  by: string,
): Promise<void> {
  await keep(tx, keys, id, version, toKeep({ text, reason }));
  await tx
    .insertInto("training_lesson_state")
    .values({
      lesson_id: id,
      version,
      state,
      session_id: sessionId ?? null,
      category: category ?? null,
      root_cause: rootCause ?? null,
      programme: programme ?? null,
      recorded_at: now(),
      recorded_by: by,
    })
    .execute();
}
