import { sql } from "kysely";
import MailComposer from "nodemailer/lib/mail-composer";
import type { Desk } from "../../record/desk.ts";
import type { LetterKind } from "../../core/complaint/letters.ts";
import { publicStatuses, type PublicStatus } from "../../casework/complaints/queries/public-status.ts";
import { keepAll, open } from "../../record/content/content.ts";
import { linkToken, statusCode } from "../../record/content/tokens.ts";
import { compose } from "../../casework/letters/composing.ts";
import { templateFor } from "../../casework/letters/templates.ts";

type Owed = {
  id: string;
  complaint_id: string;
  version: number;
  kind: string;
  message_id: string;
  written: boolean;
};
export type Written = { envelope: { from: string; to: string }; raw: Buffer };

const nameOf = (letterId: string) => `letter:${letterId}`;

type Addressed = { letter: Owed; to: string };

/** The finished letters: written at their first attempt, kept with the complaint's words, and read from there afterwards. */
export async function writeAll(
  desk: Desk,
  addressed: readonly Addressed[],
): Promise<(Written | undefined)[]> {
  const { channels } = await desk.policyAt(desk.now());
  const fresh = await writeFresh(
    desk,
    addressed.filter(({ letter }) => !letter.written),
  );
  return Promise.all(
    addressed.map(async ({ letter, to }) => {
      const raw = letter.written ? await keptLetter(desk, letter) : fresh.get(letter.id);
      return raw && { envelope: { from: channels.email, to }, raw };
    }),
  );
}

export async function keptLetter(
  { db, keys }: Desk,
  letter: Pick<Owed, "id" | "complaint_id">,
): Promise<Buffer | undefined> {
  const [kept] = await open(db, keys, [letter.complaint_id], { version: 0, names: [nameOf(letter.id)] });
  return kept?.clear;
}

async function writeFresh(desk: Desk, addressed: readonly Addressed[]): Promise<ReadonlyMap<string, Buffer>> {
  if (addressed.length === 0) return new Map();
  const complaintIds = addressed.map(({ letter }) => letter.complaint_id);
  const statuses = await publicStatuses(
    desk,
    addressed.map(({ letter: { complaint_id, version } }) => ({ complaintId: complaint_id, version })),
  );
  const owners = await ownerNames(desk, complaintIds);
  const threads = await customersMessageIds(desk, complaintIds);
  const written: Fresh[] = [];
  for (const [index, { letter, to }] of addressed.entries()) {
    const status = statuses[index];
    if (!status || status.erased) continue;
    const known = { status, person: owners.get(status.id), thread: threads.get(status.id) };
    written.push({ letter, ...(await compile(desk, letter, to, known)) });
  }
  const first = await keepFirst(desk, written);
  const raws = written.map(async ({ letter, raw }): Promise<[string, Buffer | undefined]> => [
    letter.id,
    first.has(letter.id) ? raw : await keptLetter(desk, letter),
  ]);
  return new Map((await Promise.all(raws)).flatMap(([id, raw]) => (raw ? [[id, raw]] : [])));
}

type Fresh = { letter: Owed; raw: Buffer; template: number | null };
type Known = { status: PublicStatus; person: string | undefined; thread: string | undefined };

async function compile(
  desk: Desk,
  letter: Owed,
  to: string,
  { status, person, thread }: Known,
): Promise<Omit<Fresh, "letter">> {
  const policy = await desk.policy(status.policyVersion);
  const { db, keys, url } = desk;
  const token = linkToken(keys, letter.complaint_id);
  const code = statusCode(keys, letter.complaint_id);
  const template = await templateFor(db, { kind: letter.kind as LetterKind, language: status.language });
  const composed = compose(template, { status, policy, url, token, code, ...(person && { person }) });
  const raw = await new MailComposer({
    from: { name: policy.organisation.name, address: policy.channels.email },
    // The address alone: a display name of the customer's choosing could say anything.
    to: { name: "", address: to },
    ...composed,
    messageId: letter.message_id,
    date: new Date(Temporal.Instant.from(desk.now()).epochMilliseconds),
    headers: {
      "Auto-Submitted": letter.kind === "acknowledgement" ? "auto-replied" : "auto-generated",
      "Content-Language": status.language,
    },
    ...(thread && { inReplyTo: thread, references: thread }),
    xMailer: false,
  } as object)
    .compile()
    .build();
  return { raw, template: template.version };
}

/** Kept at the first writing only: when two workers race, both send what was kept first. Answers which were first. */
async function keepFirst({ db, keys, now }: Desk, written: readonly Fresh[]): Promise<ReadonlySet<string>> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      update letter l set template_version = w.template, written_at = ${now()}
      from unnest(${written.map(({ letter }) => letter.id)}::uuid[], ${written.map(({ template }) => template)}::int[]) as w (id, template)
      where l.id = w.id and l.written_at is null
      returning l.id`.execute(tx);
    const first = new Set(rows.map(({ id }) => id));
    await keepAll(
      tx,
      keys,
      written
        .filter(({ letter }) => first.has(letter.id))
        .map(({ letter, raw }) => ({
          ownerId: letter.complaint_id,
          version: 0,
          items: new Map([[nameOf(letter.id), raw]]),
        })),
    );
    return first;
  });
}

/** With whom each complaint lies when its letter is written: a name to ask for. */
async function ownerNames({ db }: Desk, complaintIds: readonly string[]) {
  const owners = await db
    .selectFrom("complaint")
    .innerJoin("person", "person.id", "complaint.owner_id")
    .select(["complaint.id", "person.name"])
    .where("complaint.id", "in", complaintIds)
    .execute();
  return new Map(owners.map(({ id, name }) => [id, name]));
}

/** The Message-IDs under which customers wrote, so that our letter appears beneath theirs in their mail program. */
async function customersMessageIds({ db, keys }: Desk, complaintIds: readonly string[]) {
  const messages = await db
    .selectFrom("intake_message")
    .select(["id", "complaint_id"])
    .where("complaint_id", "in", complaintIds)
    .where("disposition", "=", "complaint")
    .execute();
  const complaintOf = new Map(messages.map(({ id, complaint_id }) => [id, complaint_id!]));
  // Their headers are enough, however large they are.
  const raws = await open(db, keys, [...complaintOf.keys()], {
    version: 0,
    names: ["raw"],
    firstPart: true,
  });
  return new Map(raws.map(({ ownerId, clear }) => [complaintOf.get(ownerId)!, messageIdIn(clear)]));
}

/** Read from the headers alone, without a parser: a message that no parser survives was answered all the same. */
function messageIdIn(raw: Buffer): string | undefined {
  const headers = raw
    .subarray(0, 256 * 1024)
    .toString("latin1")
    .split(/\r?\n\r?\n/, 1)[0]!;
  return /^message-id:\s*(<[^<>\s]{3,250}>)\s*$/im.exec(headers)?.[1];
}
