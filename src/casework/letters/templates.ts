import { sql } from "kysely";
import type { LetterKind } from "../../core/complaint/letters.ts";
import type { Template } from "../../core/letters/letter.ts";
import type { Db } from "../../engine/database/database.ts";
import { letterProblemsOf, type LetterProblem } from "../../core/letters/checking.ts";
import type { Language } from "../../texts/catalogue.ts";
import { builtIn } from "../../texts/letters.ts";

export type Which = { kind: LetterKind; language: Language };

/** A letter as somebody worded it, or the built-in one, which version 0 always was. */
export type Worded = Template & {
  version: number;
  builtIn: boolean;
  recordedAt?: string;
  recordedBy?: string;
};

export type TemplateRefusal =
  | { kind: "stale"; version: number }
  | { kind: "unfit"; letter: Which; problems: LetterProblem[] };

const original = ({ kind, language }: Which): Worded => ({
  ...builtIn(language, kind),
  version: 0,
  builtIn: true,
});

/** The letter as it is worded now. */
export async function wordedNow(db: Db, which: Which): Promise<Worded> {
  const [latest] = await history(db, which, 1);
  return latest!;
}

/** All letters as they are worded now. */
export async function wordings(db: Db, all: Which[]): Promise<[Which, Worded][]> {
  const rows = await db
    .selectFrom("letter_template")
    .selectAll()
    .distinctOn(["kind", "language"])
    .orderBy("kind")
    .orderBy("language")
    .orderBy("version", "desc")
    .execute();
  return all.map((which) => {
    const row = rows.find(({ kind, language }) => kind === which.kind && language === which.language);
    return [which, row ? worded(which, row) : original(which)];
  });
}

/** Every wording of a letter, the latest first and the built-in one last. */
export async function history(db: Db, which: Which, limit = 1000): Promise<Worded[]> {
  const rows = await db
    .selectFrom("letter_template")
    .selectAll()
    .where("kind", "=", which.kind)
    .where("language", "=", which.language)
    .orderBy("version", "desc")
    .limit(limit)
    .execute();
  return [...rows.map((row) => worded(which, row)), original(which)].slice(0, limit);
}

type Row = {
  version: number;
  subject: string | null;
  body: string | null;
  recorded_at: string;
  recorded_by: string;
};

function worded(which: Which, { version, subject, body, recorded_at, recorded_by }: Row): Worded {
  const own = subject !== null && body !== null;
  const { subject: first, body: text } = original(which);
  return {
    version,
    builtIn: !own,
    subject: subject ?? first,
    body: body ?? text,
    recordedAt: recorded_at,
    recordedBy: recorded_by,
  };
}

/**
 * What a letter is written from, with its version where it is not the built-in one. A wording that lacks what has become
 * mandatory since it was saved is not used: no letter goes out without its mandatory content.
 */
export async function templateFor(db: Db, which: Which): Promise<Template & { version: number | null }> {
  const now = await wordedNow(db, which);
  const fits = !now.builtIn && letterProblemsOf(which.kind, now).length === 0;
  const { subject, body } = fits ? now : original(which);
  return { subject, body, version: fits ? now.version : null };
}

export type Change = { version: number; by: string; at: string };

/** Saves a wording upon the one that was seen; one that cannot be used is refused, and the one before stays. */
export async function reword(
  db: Db,
  which: Which,
  template: Template,
  change: Change,
): Promise<Worded | TemplateRefusal> {
  const tidied = tidy(template);
  const problems = letterProblemsOf(which.kind, tidied);
  if (problems.length > 0) return { kind: "unfit", letter: which, problems };
  return append(db, which, change, tidied);
}

/** Takes an earlier wording again; version 0 is the built-in one, as it is now and after an upgrade. */
export async function restore(
  db: Db,
  which: Which,
  earlier: number,
  change: Change,
): Promise<Worded | TemplateRefusal | { kind: "unknown" }> {
  const found = (await history(db, which)).find(({ version }) => version === earlier);
  if (!found) return { kind: "unknown" };
  return found.builtIn ? append(db, which, change) : reword(db, which, found, change);
}

async function append(
  db: Db,
  which: Which,
  { version: seen, by, at }: Change,
  template?: Template,
): Promise<Worded | TemplateRefusal> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`letter ${which.kind} ${which.language}`}))`.execute(
      tx,
    );
    const { version } = await wordedNow(tx, which);
    if (version !== seen) return { kind: "stale", version };
    await tx
      .insertInto("letter_template")
      .values({
        ...which,
        version: version + 1,
        subject: template?.subject ?? null,
        body: template?.body ?? null,
        recorded_at: at,
        recorded_by: by,
      })
      .execute();
    return wordedNow(tx, which);
  });
}

/** Line breaks as one sign, and nothing invisible at the ends of lines, so that a comparison shows what changed. */
const tidy = ({ subject, body }: Template): Template => ({
  subject: subject.trim(),
  body: body
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim(),
});
