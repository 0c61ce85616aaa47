import type { Office } from "./office.ts";
import { openApp, type App } from "../app.ts";
import { noteErasures, readLedger } from "../areas/backup/erasures.ts";
import { eraseAgain, eraseComplaint, erasedAt } from "../casework/complaints/erasing.ts";
import { readModels, rebuild } from "../casework/complaints/projections/read-models.ts";
import { findComplaint, type Found } from "../casework/complaints/queries/find.ts";
import { openDatabase, unhurried } from "../engine/database/database.ts";
import { verify } from "../record/journal/verify.ts";
import { keysOf } from "../record/content/office-keys.ts";
import { Failure, needed, optionsOf, UsageError } from "./usage.ts";

const count = (what: string) => (done: number) => void process.stderr.write(`\r${done} ${what} …`);

export async function verifyCommand({ access, settings }: Office): Promise<void> {
  const db = openDatabase({ ...access.app, ...unhurried });
  try {
    const verdict = await verify(
      db,
      await keysOf(db, settings.data.keys),
      readModels,
      count("complaints checked"),
    );
    process.stderr.write("\r");
    const { broken, complaints, facts, words, erased } = verdict;
    if (broken)
      throw new Failure(
        `BROKEN at complaint ${broken.complaintId}${broken.version ? `, version ${broken.version}` : ""}: ${broken.what}`,
      );
    process.stdout.write(
      `Whole: ${complaints} complaints, ${facts} facts, ${words} words and files checked, ${erased} complaints erased.\n`,
    );
  } finally {
    await db.destroy();
  }
}

export async function rebuildCommand({ access }: Office): Promise<void> {
  const db = openDatabase({ ...access.app, ...unhurried });
  try {
    const complaints = await rebuild(db, count("complaints folded"));
    process.stdout.write(
      `\rThe read models of ${complaints} complaints are folded anew. Nothing was sent.\n`,
    );
  } finally {
    await db.destroy();
  }
}

export async function eraseCommand(office: Office, words: string[]): Promise<void> {
  const { options, rest } = optionsOf(words, ["reason", "again"]);
  if (options.again !== undefined) return eraseAllAgain(office, options.again);
  const [reference, more] = rest;
  if (!reference || more) throw new UsageError("erase needs one reference");
  const reason = needed(options, "reason");
  if (!/^[a-z0-9-]{1,60}$/.test(reason))
    throw new UsageError(
      "--reason: a rule, in small letters, digits and dashes: it stays in the journal for good",
    );
  const app = await openApp(office);
  try {
    const found = await findComplaint(app.desk, operator, reference);
    if ("kind" in found)
      throw new Failure(
        `there is no complaint ${reference}${found.kind === "invalid" ? "; the reference has a typing error" : ""}; nothing was erased`,
      );
    const refusal = await eraseComplaint(app.desk, operator, found.id, reason);
    if (refusal) throw new Failure(await whyNotErased(app, found, refusal.refused));
    await note(office, app, `The words of ${found.reference} are erased`);
    process.stdout.write(
      `The words of ${found.reference} are erased; its dates and the proof of them are kept.\n`,
    );
  } finally {
    await app.stop();
  }
}

const operator = { kind: "system", id: "operator" } as const;

async function whyNotErased({ desk }: App, { id, reference }: Found, refused: string): Promise<string> {
  if (refused === "complaint-erased")
    return `The words of ${reference} were erased already, on ${await erasedAt(desk.db, id)}. Nothing was changed.`;
  if (refused === "payment-open")
    return `A payment of ${reference} is on its way: mark it as paid or cancel it first. Nothing was erased.`;
  return `${reference} cannot be erased (${refused}). Nothing was erased.`;
}

/** In a copy of the database of before: what this record of erasures names. */
async function eraseAllAgain(office: Office, file: string): Promise<void> {
  const { erasures } = readLedger(file);
  const app = await openApp(office);
  try {
    let erased = 0;
    for (const each of erasures) if (await eraseAgain(app.desk, operator, each)) erased += 1;
    await note(office, app, `${erased} complaints are erased again`);
    process.stdout.write(`Erased again: ${erased} complaints of the ${erasures.length} in ${file}.\n`);
  } finally {
    await app.stop();
  }
}

/** Where a later restore finds it. */
async function note({ settings: { data, backup } }: Office, { desk }: App, done: string): Promise<void> {
  for (const folder of [data.keys, ...(backup.folder ? [backup.folder] : [])])
    await noteErasures(desk.db, folder, desk.now()).catch((error: NodeJS.ErrnoException) => {
      throw new Failure(
        `${done}, but not noted in ${folder} (${error.code ?? error.message}): a backup made before would bring them back. Mend the folder and run \`redress backup\`.`,
      );
    });
}
