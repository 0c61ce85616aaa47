import { readFile } from "node:fs/promises";
import type { Office } from "./office.ts";
import type { No } from "../operations.ts";
import { openApp } from "../app.ts";
import { csvLimit } from "../engine/csv/contract.ts";
import { importParticipants } from "../areas/participants/importing.ts";
import { policyWords } from "../texts/policy.ts";
import { importWords, rowProblemWithPlace } from "../texts/importing.ts";
import { Failure, UsageError } from "./usage.ts";

/** `import csv PATH --participants [--complete]` */
export async function importCsv(
  office: Office,
  path: string,
  options: Record<string, string>,
): Promise<void> {
  if (options.participants === undefined) throw new UsageError("import what? say --participants");
  const bytes = await readFile(path).catch(() => {
    throw new Failure(`${path} cannot be read. Nothing was imported.`);
  });
  if (bytes.length > csvLimit) throw new Failure(`${path} is larger than 5 MB. Nothing was imported.`);
  const app = await openApp(office);
  try {
    const complete = options.complete !== undefined;
    const imported = await importParticipants(app.desk, bytes, { complete }, "operator");
    if (!("months" in imported)) throw new Failure(explained(imported));
    const months = imported.months.map(({ month, changed }) => (changed ? month : `${month} (as before)`));
    process.stdout.write(
      `${imported.lines} lines: ${months.join(", ")}. ${complete ? "These months are complete." : "Not marked as complete (--complete), so no rate is made of them yet."}\n`,
    );
  } finally {
    await app.stop();
  }
}

/** Why nothing was imported, line by line. */
function explained(no: No): string {
  if ("refused" in no || !("kind" in no)) return "Nothing was imported.";
  if (no.kind === "conflict") return policyWords("en").conflict[no.code];
  if (no.kind !== "rows") return "Nothing was imported.";
  const lines = no.problems.map((problem) => rowProblemWithPlace("en", problem));
  return [importWords("en").nothing(no.problems.length), ...lines].join("\n");
}
