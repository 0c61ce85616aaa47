import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Office } from "./office.ts";
import { openApp } from "../app.ts";
import { documentKinds, makeDocument, type DocumentKind } from "../areas/reports/documents/making.ts";
import { showReport } from "../areas/reports/documents/showing.ts";
import { periodPattern } from "../areas/reports/contract.ts";
import { whyNotYet } from "../areas/reports/asking.ts";
import { makeMissingReports } from "../areas/reports/timetable.ts";
import { openTypesetter } from "../engine/typesetting/typesetting.ts";
import { findingInWords, type SaidFinding } from "../texts/report-findings.ts";
import { Failure, optionsOf, UsageError } from "./usage.ts";

const operator = { kind: "system", id: "operator" } as const;
const whyNot = {
  "report-not-due":
    "has no report yet: it is made early on the first business day after the period ends. Nothing was counted.",
  "report-refused":
    "could not be reported: open, received, reopened and closed complaints do not add up. Run `redress verify`, then `redress rebuild`.",
  unknown: "has no report: it lies before everything that is known here.",
};

/** `report PERIOD [--out FILE] [--language en|de]`: makes what is missing, says what it found, or writes it to a file. */
export async function reportCommand(office: Office, words: string[]): Promise<void> {
  const { options, rest } = optionsOf(words, ["out", "language"]);
  const [period, more] = rest;
  if (period === undefined || more !== undefined || !periodPattern.test(period))
    throw new UsageError("name one period: 2026-10, 2026-W41 or 2026");
  const { out, language = "en" } = options;
  if (language !== "en" && language !== "de") throw new UsageError("--language: en or de");
  const kind = out === undefined ? undefined : (extname(out).slice(1) as DocumentKind);
  if (kind !== undefined && !documentKinds.includes(kind))
    throw new UsageError(`--out: a file that ends in ${documentKinds.join(", ")}`);
  const app = await openApp(office);
  try {
    await makeMissingReports(app.desk, (made) => void process.stderr.write(`\r${made} …        \r`));
    const shown = await showReport(app.desk, operator, period, language);
    if (!shown) throw new Failure(`${period} ${whyNot[await whyNotYet(app.desk, period)]}`);
    if (kind === undefined || out === undefined) return tell(shown);
    const typesetter = openTypesetter();
    const bytes = await makeDocument(kind, shown, typesetter);
    await typesetter.close();
    if (!bytes) throw new Failure("Setting it took longer than a minute. Nothing was written.");
    await writeFile(out, bytes);
    process.stdout.write(`Wrote ${out}.\n`);
  } finally {
    await app.stop();
  }
}

function tell({ report, language, nameOf }: NonNullable<Awaited<ReturnType<typeof showReport>>>): void {
  const { period, version, hash, figures } = report;
  const { openBefore, received, reopened, closed, openAfter } = figures.backlog;
  const lines = [
    `${period}, version ${version}, SHA-256 ${hash}`,
    `open ${openBefore} + received ${received} + reopened ${reopened} - closed ${closed} = open ${openAfter}`,
    ...figures.findings.map((finding) => `- ${findingInWords(language, finding as SaidFinding, nameOf)}`),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
