import MailComposer from "nodemailer/lib/mail-composer";
import type { Desk } from "../../record/desk.ts";
import type { MailOut } from "./sending.ts";
import { noticeGreeting, noticeInWords } from "../../texts/notices.ts";
import { asHtml, asText } from "../../casework/letters/layout.ts";
import { later } from "./pauses.ts";

/** What goes with a piece of news, made for whoever gets it when it is sent. */
export type Enclose = (news: {
  kind: string;
  personId: string;
  language: "en" | "de";
  facts: unknown;
}) => Promise<{ filename: string; content: Buffer; contentType: string }[]>;

/** News that nobody got for so long is stale; the app still shows it. */
const staleAfter = { hours: 48 };

/** Sends one notice to a colleague: at least once, with a fixed Message-ID. Harmless for one that has gone. */
export async function sendNotice(
  desk: Desk,
  mailOut: MailOut | undefined,
  noticeId: string,
  enclose: Enclose = () => Promise.resolve([]),
): Promise<void> {
  if (!mailOut) return;
  const { db } = desk;
  const now = desk.now();
  const claimed = await db
    .updateTable("notice")
    .set((row) => ({ attempts: row("attempts", "+", 1), next_attempt_at: later(now, { minutes: 10 }) }))
    .where("id", "=", noticeId)
    .where("state", "=", "queued")
    .where(({ or, eb }) => or([eb("next_attempt_at", "is", null), eb("next_attempt_at", "<=", now)]))
    .returningAll()
    .executeTakeFirst();
  if (!claimed) return;
  const finish = (change: { state: string; last_error?: string; next_attempt_at?: string }) =>
    db.updateTable("notice").set(change).where("id", "=", noticeId).execute();
  if (later(claimed.created_at, staleAfter) < now)
    return void (await finish({ state: "failed", last_error: "stale" }));
  if (await isAboutReader(desk, claimed))
    return void (await finish({ state: "failed", last_error: "conflict-of-interest" }));
  const written = await write(desk, claimed, enclose);
  if (!written) return void (await finish({ state: "failed", last_error: "no-recipient" }));
  try {
    await mailOut.send(written.envelope, written.raw);
    await db
      .updateTable("notice")
      .set({ state: "accepted", accepted_at: desk.now(), last_error: null })
      .where("id", "=", noticeId)
      .execute();
  } catch (error) {
    const { responseCode, code = "unreachable" } = error as { responseCode?: number; code?: string };
    const minutes = Math.min(2 ** claimed.attempts, 240);
    await finish({
      state: "queued",
      last_error: responseCode === undefined ? code : String(responseCode),
      next_attempt_at: later(desk.now(), { minutes }),
    });
  }
}

type Row = {
  id: string;
  person_id: string;
  kind: string;
  complaint_id: string | null;
  facts: unknown;
  message_id: string;
};

/** Named as complained about since: the news is no longer theirs. */
async function isAboutReader({ db }: Desk, { complaint_id, person_id }: Row): Promise<boolean> {
  const barred = await db
    .selectFrom("complaint_conflict")
    .select("person_id")
    .where("complaint_id", "=", complaint_id)
    .where("person_id", "=", person_id)
    .executeTakeFirst();
  return barred !== undefined;
}

async function write(
  desk: Desk,
  { person_id, kind, facts, complaint_id, message_id }: Row,
  enclose: Enclose,
) {
  const person = await desk.db
    .selectFrom("person")
    .select(["email", "language"])
    .where("id", "=", person_id)
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  if (!person) return undefined;
  const { organisation, channels, zone } = await desk.policyAt(desk.now());
  const language = person.language === "en" ? "en" : "de";
  const { subject, parts } = noticeInWords(language, kind, facts as Record<string, unknown>, {
    url: desk.url,
    zone,
    complaintId: complaint_id ?? undefined,
  });
  const signature = [organisation.name];
  const raw = await new MailComposer({
    from: { name: `${organisation.name} · Redress`, address: channels.email },
    to: person.email,
    subject,
    text: asText(noticeGreeting(language), parts, signature),
    html: asHtml(language, subject, noticeGreeting(language), parts, signature),
    messageId: message_id,
    date: new Date(Temporal.Instant.from(desk.now()).epochMilliseconds),
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": language },
    attachments: await enclose({ kind, personId: person_id, language, facts }),
    xMailer: false,
  } as object)
    .compile()
    .build();
  return { envelope: { from: channels.email, to: person.email }, raw };
}

/** Notices whose next attempt is due, or whose job got lost. */
export async function requeueNotices({ db, queue, now }: Desk): Promise<void> {
  const due = await db
    .selectFrom("notice")
    .select("id")
    .where("state", "=", "queued")
    .where(({ or, and, eb }) =>
      or([
        eb("next_attempt_at", "<=", now()),
        and([eb("next_attempt_at", "is", null), eb("created_at", "<", later(now(), { minutes: -2 }))]),
      ]),
    )
    .limit(200)
    .execute();
  if (due.length > 0)
    await db.transaction().execute(async (tx) => {
      for (const { id } of due) await queue.add(tx, "send-notice", { noticeId: id });
    });
}
