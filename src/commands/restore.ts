import { dirname, join, resolve } from "node:path";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Office } from "./office.ts";
import type { Settings } from "../settings.ts";
import { openApp } from "../app.ts";
import {
  ledgerIn,
  noteErasures,
  LedgerUnreadable,
  readLedger,
  together,
  type Ledger,
} from "../areas/backup/erasures.ts";
import { load, NotEmpty, type Loaded } from "../areas/backup/loading.ts";
import { Unreadable } from "../areas/backup/reading.ts";
import { readSecret, type Opener } from "../areas/backup/secrets.ts";
import { endUnfinished } from "../areas/backup/unfinished.ts";
import { eraseAgain } from "../casework/complaints/erasing.ts";
import { keyFiles } from "../record/content/keys.ts";
import { WrongVersion } from "../engine/database/migrate.ts";
import { verifyCommand } from "./journal.ts";
import { openGround, unfinishedRestore } from "./office.ts";
import { seldom } from "./progress.ts";
import { askFor } from "./passphrase.ts";
import { prepareDatabase } from "./preparing.ts";
import { Failure, optionsOf, UsageError } from "./usage.ts";

const say = (line: string) => void process.stdout.write(`\r${line}\n`);

export async function restoreCommand(settings: Settings, words: string[]): Promise<void> {
  const { options, rest } = optionsOf(words, ["key", "erasures"]);
  const [file, more] = rest;
  if (!file || more) throw new UsageError("restore needs one file");
  const opener = options.key === undefined ? settings.backup.opener : openerIn(options.key);
  const asked = opener ?? (await askedPassphrase());
  const mark = unfinishedRestore(settings);
  // Whatever ends it, no start takes the folder for a new office.
  if (!mark.there && mark.fresh) {
    mkdirSync(settings.data.folder, { recursive: true, mode: 0o711 });
    writeFileSync(mark.file, "");
  }
  try {
    const ledger = erasuresFor(settings, resolve(file), options.erasures);
    const ground = await openGround(settings);
    try {
      const office = { ...ground, applied: [] };
      for (const line of await restore(office, resolve(file), asked, ledger, tables)) say(line);
      await verifyCommand(office);
      rmSync(mark.file, { force: true });
    } finally {
      await ground.close();
    }
  } catch (error) {
    const plain = [Unreadable, NotEmpty, WrongVersion, LedgerUnreadable].some(
      (each) => error instanceof each,
    );
    const { databaseUrl, folder } = settings.data;
    const where = error instanceof NotEmpty ? `${databaseUrl === undefined ? folder : "DATABASE_URL"}: ` : "";
    throw plain ? new Failure(`${where}${(error as Error).message}`) : error;
  }
}

const tables = seldom((done: number, of: number) => `${done} of ${of} tables …`);

/** Loads a backup, brings it to this version and erases again what was erased since; answers what an operator should read. */
export async function restore(
  office: Office,
  file: string,
  opener: Opener,
  ledger: Ledger | undefined,
  progress: (done: number, of: number) => void = () => {},
): Promise<string[]> {
  const { access, settings } = office;
  const loaded = await load({
    owner: access.owner,
    file,
    opener,
    keys: (files, whole) => placeKeys(settings.data.keys, files, whole),
    progress,
  });
  await prepareDatabase(access, undefined, { restoring: true });
  const erased = await finish(office, loaded, ledger);
  await endUnfinished(access.owner);
  const { createdAt, redress } = loaded.head;
  const record =
    ledger && ledger.asOf >= createdAt
      ? `, by the record of erasures of ${ledger.asOf}. Whoever was erased later is back: with a newer erasures.json run \`redress erase --again FILE\`.`
      : `. No record of erasures as new as this backup was found (erasures.json, beside the backups and beside the keys): whoever was erased after ${createdAt} has to be erased again.`;
  return [
    `Restored: everything of ${createdAt}, ${loaded.rows} rows, made by Redress ${redress}.`,
    `Erased again: ${erased} complaints${record}`,
    "Everybody signs in again. Look through People and API keys: who was let go after the backup is back.",
  ];
}

/** What the queue alone knew is queued again, and what was erased since is erased. Answers how many complaints. */
async function finish(office: Office, { manifest }: Loaded, ledger: Ledger | undefined): Promise<number> {
  const app = await openApp(office);
  try {
    const { desk } = app;
    let erased = 0;
    for (const each of ledger?.erasures ?? [])
      if (await eraseAgain(desk, { kind: "system", id: "restore" }, each)) erased += 1;
    await desk.db.transaction().execute(async (tx) => {
      await desk.queue.add(tx, "place-message", ...(manifest.rulings as { intakeId: string }[]));
    });
    // Older backups may be restored later, on this machine too.
    await noteErasures(desk.db, office.settings.data.keys, desk.now(), ledger ? [ledger] : []);
    return erased;
  } finally {
    await app.stop();
  }
}

/** Other keys than the backup's would be lost if they were overwritten, and open nothing if they stayed. */
function placeKeys(folder: string, files: ReadonlyMap<string, Buffer>, whole: boolean): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of keyFiles) {
    const [path, key] = [join(folder, name), files.get(name)];
    if (!key) throw new Unreadable(`The backup holds no ${name}; nothing was restored.`);
    if (existsSync(path) && !readFileSync(path).equals(key))
      throw new NotEmpty(
        `There are other key files in ${folder}; nothing was changed. Name an empty folder (REDRESS_KEYS, or a new REDRESS_DATA).`,
      );
    if (whole) writeFileSync(path, key, { mode: 0o600, flush: true });
  }
}

function erasuresFor(
  { data, backup }: Settings,
  file: string,
  named: string | undefined,
): Ledger | undefined {
  if (named !== undefined && !existsSync(named)) throw new LedgerUnreadable(`There is no file ${named}.`);
  const found = ledgerIn([dirname(file), data.keys, ...(backup.folder ? [backup.folder] : [])]);
  const all = [...(named === undefined ? [] : [readLedger(named)]), ...(found ? [found] : [])];
  return all.length > 0 ? together(all) : undefined;
}

function openerIn(file: string): Opener {
  if (!existsSync(file)) throw new Failure(`--key: there is no file ${file}.`);
  const opener = readSecret(readFileSync(file, "utf8"))?.opener;
  if (!opener)
    throw new Failure(`--key: ${file} holds neither a secret key (AGE-SECRET-KEY-…) nor a passphrase.`);
  return opener;
}

async function askedPassphrase(): Promise<Opener> {
  const passphrase = await askFor("Passphrase of the backup");
  if (!passphrase)
    throw new Failure("Say what opens the backup: --key FILE, BACKUP_DRILL_KEY, or BACKUP_PASSPHRASE.");
  return { passphrase };
}
