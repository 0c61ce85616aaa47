/** Wrong words on the command line: told with the usage, exit code 2. */
export class UsageError extends Error {}

/** It was understood and could not be done: told as it is, exit code 1. */
export class Failure extends Error {}

export const usage = `Usage: redress <command>

  all                     serve and work in one process (the default)
  serve                   pages, staff app and API
  work                    jobs and mail
  migrate                 bring the database to this version
  staff add --email E --name N --role R [--password-stdin]
                          R: admin, intake, handler, approver, manager, auditor; several with commas
  token add --name N --scope S
                          prints an API key once; S: read, write, all, or roles with commas
  verify                  journal, words and read models; exit 1 with the first break
  rebuild                 fold the read models anew from the journal
  erase REFERENCE --reason R
                          delete the words of a complaint; the chain still verifies
  erase --again FILE      what a record of erasures (erasures.json) names, in a copy of before
  backup FILE|FOLDER      an encrypted copy of everything, while Redress runs (BACKUP_KEY, or it asks for a passphrase)
  backup --new-key FILE   make a pair of keys: the secret one into FILE, the public one is printed
  restore FILE [--key FILE] [--erasures FILE]
                          onto an empty database and an empty key folder; what was erased stays erased
  import mbox|eml PATH [--acknowledge]
                          an old mailbox with its own dates; no letter goes out unless asked
  import csv PATH --participants [--complete]
                          participants by month, platform and programme; all lines or none
  report PERIOD [--out FILE.pdf|.csv|.xlsx] [--language en|de]
                          2026-10, 2026-W41 or 2026: what it found, or the report as a file
  seed --complaints N [--months M]
                          synthetic complaints through the real commands
  demo [--fresh] [--complaints N]
                          a sample office with a year of complaints, in a data folder of its own
`;

/** What is said of one command; of one that there is not, everything. */
export function usageOf(name: string): string {
  const [, ...parts] = usage.split(/^ {2}(?=\S)/m);
  const own = parts.filter((part) => part.split(" ", 1)[0] === name);
  return own.length > 0 ? `Usage: redress ${own.join("       redress ")}` : usage;
}

/** `--name value` pairs and the rest, strictly: an option that is not known is not ignored. */
export function optionsOf(
  words: string[],
  known: readonly string[],
  flags: readonly string[] = [],
): { options: Record<string, string>; rest: string[] } {
  const options: Record<string, string> = {};
  const rest: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const [name, inline] = words[index]!.split(/=(.*)/s) as [string, string?];
    if (!name.startsWith("--")) {
      rest.push(words[index]!);
      continue;
    }
    const key = name.slice(2);
    if (flags.includes(key)) options[key] = "";
    else if (!known.includes(key)) throw new UsageError(`there is no option ${name}`);
    else {
      const value = inline ?? words[(index += 1)];
      if (value === undefined) throw new UsageError(`${name} needs a value`);
      options[key] = value;
    }
  }
  return { options, rest };
}

export function needed(options: Record<string, string>, name: string): string {
  const value = options[name];
  if (!value?.trim()) throw new UsageError(`--${name} is missing`);
  return value;
}
