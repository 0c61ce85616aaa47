import { LedgerUnreadable } from "./areas/backup/erasures.ts";
import { backupCommand, newKeyCommand } from "./commands/backup.ts";
import { demoCommand } from "./commands/demo.ts";
import { eraseCommand, rebuildCommand, verifyCommand } from "./commands/journal.ts";
import { importCommand } from "./commands/import.ts";
import { mustBeThere, openOffice, type Office } from "./commands/office.ts";
import { reportCommand } from "./commands/report.ts";
import { seedCommand } from "./commands/seed.ts";
import { restoreCommand } from "./commands/restore.ts";
import { run } from "./commands/serving.ts";
import { staffCommand, tokenCommand } from "./commands/staff.ts";
import { Failure, usage, UsageError, usageOf } from "./commands/usage.ts";
import { Unusable } from "./engine/database/unusable.ts";
import { readSettings, SettingsError } from "./settings.ts";

const commands: Record<string, (office: Office, words: string[]) => Promise<void>> = {
  all: (office) => run(office, { serve: true, work: true }),
  serve: (office) => run(office, { serve: true, work: false }),
  work: (office) => run(office, { serve: false, work: true }),
  migrate: async ({ applied }) =>
    void process.stdout.write(
      applied.length > 0 ? `Applied: ${applied.join(", ")}\n` : "Nothing to apply.\n",
    ),
  staff: staffCommand,
  token: tokenCommand,
  verify: verifyCommand,
  rebuild: rebuildCommand,
  erase: eraseCommand,
  backup: backupCommand,
  import: importCommand,
  report: reportCommand,
  seed: seedCommand,
};

/** Whoever mistypes REDRESS_DATA is told so, and not shown an empty office: only these make one. */
const makers = new Set(["all", "serve", "work", "migrate", "staff", "token", "seed", "import"]);

async function main([name = "all", ...words]: string[]): Promise<number> {
  if (name === "help" || name === "--help") {
    process.stdout.write(usage);
    return 0;
  }
  const command = commands[name];
  try {
    if (name === "demo") {
      // On a ground of its own: never the database, the keys and the mail that the settings name.
      await demoCommand(readSettings("data-demo"), words);
      return 0;
    }
    if (name === "backup" && words[0]?.startsWith("--new-key")) {
      await newKeyCommand(words);
      return 0;
    }
    if (name === "restore") {
      // Before anything is made in the database, because it has to be empty.
      await restoreCommand(readSettings(), words);
      return 0;
    }
    if (!command) throw new UsageError(`there is no command ${name}`);
    const settings = readSettings();
    if (!makers.has(name)) mustBeThere(settings);
    const office = await openOffice(settings);
    try {
      await command(office, words);
    } finally {
      await office.close();
    }
    return 0;
  } catch (error) {
    return explain(name, error as Error);
  }
}

/** One line that says what is wrong; a stack only for what nobody expected. */
function explain(name: string, error: Error): number {
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  if (error instanceof UsageError) {
    say(`${error.message}\n\n${usageOf(name)}`);
    return 2;
  }
  if (error instanceof SettingsError) say(`A setting is wrong. ${error.message}`);
  else if (error instanceof Failure || error instanceof Unusable || error instanceof LedgerUnreadable)
    say(error.message);
  else
    say(
      error.cause === undefined
        ? (error.stack ?? error.message)
        : `${error.message}\n  ${(error.cause as Error).message}`,
    );
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
