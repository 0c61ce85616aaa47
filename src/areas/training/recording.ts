import { sql } from "kysely";
import type { Asked } from "../../casework/complaints/handle.ts";
import type { Desk } from "../../record/desk.ts";
import type { Tx } from "../../engine/database/database.ts";
import type { No } from "../../operations.ts";
import type { NewSession, SessionView } from "./contract.ts";
import { makeOnce } from "../../casework/complaints/requests.ts";
import { keep } from "../../record/content/content.ts";
import { toKeep } from "./words.ts";

type Told = Omit<NewSession, "state"> & { state: SessionView["state"]; reason?: string | undefined };

/** Plans a session or records one; the same request again answers the same one. */
export async function addSession(
  desk: Desk,
  session: NewSession,
  by: string,
  asked: Asked,
): Promise<{ id: string } | No> {
  const refused = await whyNot(desk, session);
  if (refused) return refused;
  return makeOnce(desk, asked, async (tx, id) => {
    await tx.insertInto("training_session").values({ id, planned_at: desk.now(), planned_by: by }).execute();
    await save(tx, desk, id, 1, session, by);
  });
}

/** A new state beside the earlier ones. What changes a record of what happened says why. */
export async function correctSession(
  desk: Desk,
  id: string,
  { version, ...session }: Told & { version: number },
  by: string,
): Promise<{ id: string } | No> {
  const refused = await whyNot(desk, session);
  if (refused) return refused;
  return desk.db.transaction().execute(async (tx): Promise<{ id: string } | No> => {
    const latest = await latestState(tx, id);
    if (!latest) return { kind: "unknown" };
    if (latest.version !== version) return { kind: "stale", version: latest.version };
    const isRecord = latest.state !== "planned" || session.state === "cancelled";
    if (isRecord && !session.reason) return { kind: "conflict", code: "correction-without-reason" };
    await save(tx, desk, id, version + 1, session, by);
    return { id };
  });
}

/** The state that holds, while nobody else changes it. */
export async function latestState(tx: Tx, id: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx);
  return tx
    .selectFrom("training_session_state")
    .select(["version", "state"])
    .where("session_id", "=", id)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}

async function whyNot(
  desk: Desk,
  { state, date, trainerId, trainerName }: Omit<Told, "content">,
): Promise<No | undefined> {
  if ((trainerId === undefined) === (trainerName === undefined))
    return { kind: "invalid", field: "trainerId", message: "one_trainer" };
  if (trainerId !== undefined) {
    const known = await desk.db
      .selectFrom("person")
      .select("id")
      .where("id", "=", trainerId)
      .executeTakeFirst();
    if (!known) return { kind: "invalid", field: "trainerId", message: "unknown_person" };
  }
  const { zone } = await desk.policyAt(desk.now());
  const today = Temporal.Instant.from(desk.now()).toZonedDateTimeISO(zone).toPlainDate().toString();
  return state === "held" && date > today
    ? { kind: "invalid", field: "date", message: "not_held_yet" }
    : undefined;
}

/** Names of people from outside, contents and reasons are words; a colleague is an id. */
async function save(
  tx: Tx,
  { keys, now }: Desk,
  id: string,
  version: number,
  { state, date, trainerId, ...words }: Told,
  by: string,
): Promise<void> {
  await keep(tx, keys, id, version, toKeep(words));
  await tx
    .insertInto("training_session_state")
    .values({
      session_id: id,
      version,
      state,
      date,
      trainer_id: trainerId ?? null,
      recorded_at: now(),
      recorded_by: by,
    })
    .execute();
}
