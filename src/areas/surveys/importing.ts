import { sql } from "kysely";
import type { No } from "../../operations.ts";
import type { Tx } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import type { NewAnswer, NewSurveyImport, SurveyImport } from "./contract.ts";
import { startClock } from "../../core/complaint/clocks.ts";
import { isLowAnswer, onScale } from "../../core/statistics/survey-scores.ts";
import { taxonomy } from "../../organisation/office/taxonomies/taxonomies.ts";
import { keep } from "../../record/content/content.ts";
import { keyedDigest } from "../../record/content/keys.ts";
import { toE164 } from "../../casework/complaints/phone.ts";
import { readAnswers, type ReadAnswers } from "./reading-file.ts";
import { lowThreshold } from "./threshold.ts";

export type Imported = SurveyImport & { known: number; contactsLeftOut: number };

/** Takes the answers of a survey: all of them or none; one that is here already is not taken again. */
export async function importSurvey(desk: Desk, body: NewSurveyImport, by: string): Promise<Imported | No> {
  const { scale, source } = body;
  if (scale.low >= scale.high) return { kind: "invalid", field: "scale", message: "ends_before_it_begins" };
  const read: ReadAnswers | No =
    "base64" in body
      ? await readAnswers(desk, Buffer.from(body.base64, "base64"), scale)
      : { answers: body.answers, contactsLeftOut: 0 };
  if (!("answers" in read)) return read;
  const refused = await refusal(desk, body, read.answers);
  if (refused) return refused;
  return desk.db.transaction().execute(async (tx) => {
    // One import of a survey after the other, so that none is counted as new twice.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`survey ${source.trim().toLowerCase()}`}, 0))`.execute(
      tx,
    );
    const [id, now] = [crypto.randomUUID(), desk.now()];
    await tx
      .insertInto("survey_import")
      .values({
        id,
        source,
        scale_low: scale.low,
        scale_high: scale.high,
        better: scale.better,
        imported_at: now,
        imported_by: by,
      })
      .execute();
    const taken = await save(tx, desk, { id, body, now }, read.answers);
    return {
      id,
      source,
      scale,
      importedAt: now,
      importedBy: by,
      ...taken,
      known: read.answers.length - taken.answers,
      contactsLeftOut: read.contactsLeftOut,
    };
  });
}

async function save(
  tx: Tx,
  desk: Desk,
  { id, body, now }: { id: string; body: NewSurveyImport; now: string },
  answers: readonly NewAnswer[],
): Promise<{ answers: number; low: number }> {
  const { source, scale, arrivedOn } = body;
  const threshold = await lowThreshold(tx);
  const policy = await desk.policyAt(now, tx);
  // Nobody could look at it before it was here to be seen; so the target starts with the import.
  const { dueAt } = startClock("triage", now, { policy, calendar: await desk.calendar(policy, tx) });
  let low = 0;
  let fresh = 0;
  for (const answer of answers) {
    const answerId = crypto.randomUUID();
    const isBad = isLowAnswer(answer.scores, scale, threshold);
    const added = await tx
      .insertInto("survey_answer")
      .values({
        id: answerId,
        import_id: id,
        digest: keyedDigest(
          desk.keys.lookup,
          "survey",
          `${source.trim().toLowerCase()}\0${answer.id.trim()}`,
        ),
        answered_on: answer.answeredOn,
        arrived_at: arrival(arrivedOn ?? answer.answeredOn, policy.zone, now),
        platform: answer.platform,
        programme: answer.programme ?? null,
        language: answer.language,
        scores: answer.scores,
        low: isBad,
        due_at: dueAt,
      })
      .onConflict((conflict) => conflict.column("digest").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!added) continue;
    fresh += 1;
    if (isBad) low += 1;
    await keep(tx, desk.keys, answerId, 1, wordsOf(answer, policy.organisation.country));
  }
  return { answers: fresh, low };
}

/** Like a letter, an answer of which only the day is known arrived at 09:00 (STANDARDS §5, 8); never later than now. */
function arrival(day: string, zone: string, now: string): string {
  const nine = Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: zone, plainTime: "09:00" })
    .toInstant();
  const at = nine.toString({ fractionalSecondDigits: 3 });
  return at < now ? at : now;
}

function wordsOf({ words, contact }: NewAnswer, country: string): Map<string, Buffer> {
  const said = {
    words: words?.trim(),
    name: contact?.name?.trim(),
    email: contact?.email,
    phone: contact?.phone && toE164(contact.phone, country),
  };
  return new Map(Object.entries(said).flatMap(([name, text]) => (text ? [[name, Buffer.from(text)]] : [])));
}

/** What is wrong with answers whatever brought them. */
async function refusal(
  desk: Desk,
  { scale, arrivedOn }: NewSurveyImport,
  answers: readonly NewAnswer[],
): Promise<No | undefined> {
  const [{ platforms, zone }, { entries }] = await Promise.all([
    desk.policyAt(desk.now()),
    taxonomy(desk.db, "programmes"),
  ]);
  const today = Temporal.Instant.from(desk.now()).toZonedDateTimeISO(zone).toPlainDate().toString();
  const invalid = (field: string, message: string): No => ({ kind: "invalid", field, message });
  if (arrivedOn && arrivedOn > today) return invalid("arrivedOn", "day_ahead");
  const ids = new Set<string>();
  for (const [index, { id, answeredOn, platform, programme, scores }] of answers.entries()) {
    const at = (field: string) => `answers.${index}.${field}`;
    if (answeredOn > today) return invalid(at("answeredOn"), "day_ahead");
    if (arrivedOn && arrivedOn < answeredOn) return invalid("arrivedOn", "ends_before_it_begins");
    if (ids.has(id)) return invalid(at("id"), "id_twice");
    ids.add(id);
    if (!scores.every((score) => onScale(score, scale))) return invalid(at("scores"), "off_scale");
    if (!platforms.some(({ code }) => code === platform)) return invalid(at("platform"), "unknown_platform");
    if (programme && !entries.some(({ code }) => code === programme))
      return invalid(at("programme"), "unknown_programme");
  }
  return undefined;
}
