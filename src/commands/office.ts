import { existsSync } from "node:fs";
import { join } from "node:path";
import pino, { type Logger } from "pino";
import type { Access } from "../engine/database/outside.ts";
import type { Settings } from "../settings.ts";
import { startEmbedded } from "../engine/database/embedded.ts";
import { withoutWords } from "../engine/database/without-words.ts";
import { outside } from "../engine/database/outside.ts";
import { Unusable } from "../engine/database/unusable.ts";
import { prepareDatabase } from "./preparing.ts";
import { Failure } from "./usage.ts";

/** The ground that every command stands on: settings, a log, and a database migrated to this version. */
export type Office = {
  settings: Settings;
  log: Logger;
  access: Access;
  applied: string[];
  /** Tells whoever starts beside us that the embedded database will soon end. */
  leaving?: () => void;
  close: () => Promise<void>;
};

/** In milliseconds: another Redress that is being stopped has ended by then. */
const stopsWithin = 60_000;

export async function openOffice(settings: Settings): Promise<Office> {
  const { there, file } = unfinishedRestore(settings);
  if (there)
    throw new Failure(
      `A restore into ${settings.data.folder} was begun and not finished. Run \`redress restore\` again, or remove that folder (${file}).`,
    );
  const ground = await openGround(settings);
  const { access, log, close } = ground;
  try {
    const applied = await prepareDatabase(access, (complaints) =>
      log.info({ complaints }, "read models folded anew"),
    );
    return { ...ground, applied };
  } catch (error) {
    // Else its processes would keep this one from ending.
    await close();
    return failed(error);
  }
}

/** The mark that a restore into a new folder leaves until it is whole. */
export function unfinishedRestore({ data: { databaseUrl, folder } }: Settings) {
  const file = join(folder, "restore-unfinished");
  const embedded = databaseUrl === undefined;
  return {
    file,
    there: embedded && existsSync(file),
    fresh: embedded && !existsSync(join(folder, "postgres/data")),
  };
}

/** @throws Failure where the embedded database was never made */
export function mustBeThere(settings: Settings): void {
  if (unfinishedRestore(settings).fresh)
    throw new Failure(`There is no Redress in ${settings.data.folder} (REDRESS_DATA); nothing was made.`);
}

/** The same with the database as it is, whatever that may be. */
export async function openGround(settings: Settings): Promise<Omit<Office, "applied">> {
  const log = pino({ level: settings.logLevel, base: null });
  const { databaseUrl, folder } = settings.data;
  const embedded =
    databaseUrl === undefined
      ? await startEmbedded(
          {
            folder: join(folder, "postgres"),
            news: ({ what, error }) =>
              log[what === "started-again" ? "warn" : "error"](
                error instanceof Error ? withoutWords(error) : {},
                `embedded PostgreSQL: ${what}`,
              ),
            setAside: (file) => log.warn({ file }, "left by a PostgreSQL that is gone, set aside"),
          },
          stopsWithin,
        ).catch(failed)
      : undefined;
  const access = embedded ?? (await outside(databaseUrl!).catch(failed));
  const close = async () => embedded?.stop();
  return { settings, log, access, leaving: () => embedded?.leaving(), close };
}

/** What an operator can mend is said in one line. */
function failed(error: unknown): never {
  throw error instanceof Unusable ? new Failure(error.message) : error;
}
