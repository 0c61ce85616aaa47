import { existsSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Office } from "./office.ts";
import { noteErasures } from "../areas/backup/erasures.ts";
import { FileExists } from "../areas/backup/making.ts";
import { backUp } from "../areas/backup/naming.ts";
import { shortestPassphrase, WrongRecipient, type Lock } from "../areas/backup/secrets.ts";
import { openDatabase } from "../engine/database/database.ts";
import { keysOf } from "../record/content/office-keys.ts";
import { askFor } from "./passphrase.ts";
import { seldom } from "./progress.ts";
import { Failure, needed, optionsOf, UsageError } from "./usage.ts";

const now = () => Temporal.Now.instant().toString({ fractionalSecondDigits: 3 });
const size = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

export async function backupCommand({ access, settings }: Office, words: string[]): Promise<void> {
  const { rest } = optionsOf(words, []);
  const [to, more] = rest;
  if (!to || more) throw new UsageError("backup needs one file or folder");
  if (to.endsWith("/") && !existsSync(to))
    throw new Failure(`There is no folder ${to}; nothing was written.`);
  const lock = settings.backup.lock ?? (await chosenPassphrase());
  const db = openDatabase(access.app);
  try {
    const { keys } = settings.data;
    // Keys that do not open what is here would make a backup that nobody can read.
    await keysOf(db, keys);
    const order = { owner: access.owner, keys, lock, to, now: now(), progress };
    const made = await backUp(order).catch(failed);
    for (const folder of [keys, dirname(made.file)]) await noteErasures(db, folder, now());
    process.stderr.write("\r");
    process.stdout.write(
      `Backed up: ${made.file} (${size(made.bytes)}, ${made.rows} rows, all of ${made.createdAt}).\n`,
    );
  } finally {
    await db.destroy();
  }
}

const progress = seldom(
  (tables: number, of: number, bytes: number) => `${tables} of ${of} tables, ${size(bytes)} …`,
);

async function chosenPassphrase(): Promise<Lock> {
  const passphrase = await askFor(`Passphrase (${shortestPassphrase} characters or more)`);
  if (passphrase === undefined)
    throw new Failure(
      "A backup is never written unencrypted: set BACKUP_KEY to a public key (age1…) or a file, or BACKUP_PASSPHRASE.",
    );
  if (passphrase.length < shortestPassphrase)
    throw new Failure("That passphrase is too short; nothing was written.");
  if ((await askFor("Once more")) !== passphrase)
    throw new Failure("The two are not the same; nothing was written.");
  return { passphrase };
}

/** Needs no database. The secret key stays where backups are opened, and should lie where no backup does. */
export async function newKeyCommand(words: string[]): Promise<void> {
  const { options, rest } = optionsOf(words, ["new-key"]);
  const file = needed(options, "new-key");
  if (rest.length > 0) throw new UsageError("backup --new-key needs one file and nothing else");
  const { generateX25519Identity, identityToRecipient } = await import("age-encryption");
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  try {
    writeFileSync(file, `# public key: ${recipient}\n${identity}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    return failed(error);
  }
  process.stdout.write(`BACKUP_KEY=${recipient}\n`);
  process.stderr.write(
    `The secret key is in ${file}. Without it no backup can be opened: keep a copy elsewhere.\n`,
  );
}

/** What an operator can mend is said in one line. */
function failed(error: unknown): never {
  process.stderr.write("\r");
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (error instanceof FileExists || error instanceof WrongRecipient) throw new Failure(message);
  if (code === "EEXIST") throw new Failure(`${path} is there already; nothing was written.`);
  if (code === "ENOSPC") throw new Failure("There is no room left; nothing was written.");
  if (path && code) throw new Failure(`${path} cannot be written (${code}); nothing was kept.`);
  throw error;
}
