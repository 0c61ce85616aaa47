import type { Office } from "./office.ts";
import { openApp } from "../app.ts";
import { sizeOfArchive } from "../channels/email/archive.ts";
import { importCsv } from "./import-csv.ts";
import { importArchive } from "../channels/email/importing.ts";
import { Failure, optionsOf, UsageError } from "./usage.ts";

/** `import mbox|eml PATH [--acknowledge]`, or `import csv PATH` with what it holds. */
export async function importCommand(office: Office, words: string[]): Promise<void> {
  const flags = words.includes("csv") ? ["participants", "complete"] : ["acknowledge"];
  const { options, rest } = optionsOf(words, [], flags);
  const [kind, path, more] = rest;
  if (kind !== "mbox" && kind !== "eml" && kind !== "csv")
    throw new UsageError("import what? mbox, eml or csv");
  if (path === undefined || more !== undefined) throw new UsageError("name one file or folder");
  if (kind === "csv") return importCsv(office, path, options);
  const bytes = await sizeOfArchive(path).catch(() => {
    throw new Failure(`${path} cannot be read. Nothing was imported.`);
  });
  const app = await openApp(office);
  try {
    let told = 0;
    const how = { kind, path, acknowledge: options.acknowledge !== undefined } as const;
    const found = await importArchive(app.room, how, (read, messages) => {
      if (messages - told < 20 && read < bytes) return;
      told = messages;
      process.stderr.write(`\r${messages} messages, ${Math.floor((100 * read) / Math.max(bytes, 1))} % …`);
    });
    const kinds = Object.entries(found.byDisposition).map(([name, count]) => `${count} ${name}`);
    process.stdout.write(
      `\r${found.messages} messages: ${found.stored} imported${kinds.length > 0 ? ` (${kinds.join(", ")})` : ""}, ${found.known} known before. ${how.acknowledge ? "Acknowledgements go out with the next start." : "No letter was sent."}\n`,
    );
    if (found.messages === 0) throw new Failure(`${path} holds no message. Nothing was imported.`);
  } finally {
    await app.stop();
  }
}
