import type { Person } from "../../../core/access/access.ts";
import type { Desk } from "../../../record/desk.ts";
import type { Language } from "../../../texts/catalogue.ts";
import type { Shown } from "./shown.ts";
import { reportWords } from "../../../texts/reports.ts";
import { namesOf } from "../naming.ts";
import { readReport } from "../reading.ts";

/** One report as one reader may have it, with every name that is printed. */
export async function showReport(
  desk: Desk,
  who: Person,
  period: string,
  language: Language,
  version?: number,
): Promise<Shown | undefined> {
  const report = await readReport(desk, who, period, version);
  if (!report) return undefined;
  const [names, { organisation }, people] = await Promise.all([
    namesOf(desk),
    desk.policyAt(desk.now()),
    desk.db.selectFrom("person").select(["id", "name"]).execute(),
  ]);
  return {
    report,
    language,
    nameOf: names(language),
    organisation: organisation.name,
    madeBy: people.find(({ id }) => id === report.madeBy)?.name ?? reportWords(language).system,
  };
}
