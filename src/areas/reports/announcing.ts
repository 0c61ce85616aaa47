import type { Desk } from "../../record/desk.ts";
import type { Tx } from "../../engine/database/database.ts";
import { kindOf } from "../../core/reporting/periods.ts";
import { tell } from "../../organisation/office/notices.ts";
import { managementTeam } from "../../organisation/office/management-team.ts";
import { findingInWords, type SaidFinding } from "../../texts/report-findings.ts";
import { languages } from "../../texts/catalogue.ts";
import { namesOf } from "./naming.ts";

type Announced = { period: string; version: number; before: Temporal.PlainDate };

/** News of months long ago that are counted for the first time reaches nobody: nothing is to be done about them. */
const stillNews = { days: 45 };

/** Tells the management team that a report is there, with its findings; the mail carries the PDF. */
export async function announceReport(
  tx: Tx,
  desk: Desk,
  { period, version, before }: Announced,
): Promise<void> {
  const now = desk.now();
  const today = Temporal.Instant.from(now).toZonedDateTimeISO("UTC").toPlainDate();
  if (Temporal.PlainDate.compare(before.add(stillNews), today) < 0) return;
  const [names, { people }, row] = await Promise.all([
    namesOf(desk, tx),
    managementTeam(tx),
    tx
      .selectFrom("report")
      .select("figures")
      .where("period", "=", period)
      .where("version", "=", version)
      .executeTakeFirstOrThrow(),
  ]);
  const { findings } = row.figures as unknown as { findings: (SaidFinding & { weight: string })[] };
  const facts = {
    period,
    version,
    report: kindOf(period),
    act: findings.filter(({ weight }) => weight === "act").length,
    // In both languages, because the lists of the office may call a code something else tomorrow.
    findings: Object.fromEntries(
      languages.map((language) => [
        language,
        findings.map((finding) => findingInWords(language, finding, names(language))),
      ]),
    ),
  };
  await tell(tx, desk, people, { kind: "report", subject: `${period} v${version}`, facts });
}
