import { z } from "zod";
import type { Desk } from "../complaints/desk.ts";
import type { Db, Tx } from "../database/database.ts";
import { kindOf } from "../core/reporting/periods.ts";
import { tell } from "../office/notices.ts";
import { setting } from "../office/people.ts";
import { findingInWords, type SaidFinding } from "../words/report-findings.ts";
import { languages } from "../words/catalogue.ts";
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
  const [names, team, { channels }, row] = await Promise.all([
    namesOf(desk, tx),
    managementTeam(tx),
    desk.policyAt(now, tx),
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
  const domain = channels.email.split("@")[1] ?? "localhost";
  for (const personId of team)
    await tell(
      tx,
      desk.queue,
      { personId, kind: "report", subject: `${period} v${version}`, facts },
      domain,
      now,
    );
}

const people = z.array(z.uuid());
const Team = z.union([people, z.looseObject({ people }).transform((team) => team.people)]);

/** Whoever is named as the management team and still works here; while nobody is, every manager. */
async function managementTeam(db: Db): Promise<string[]> {
  const [named, here] = await Promise.all([
    setting<string[]>(db, "management-team", Team as z.ZodType<string[]>, []),
    db.selectFrom("person").select(["id", "roles"]).where("disabled_at", "is", null).orderBy("id").execute(),
  ]);
  const members = here.filter(({ id }) => named.includes(id));
  return (members.length > 0 ? members : here.filter(({ roles }) => roles.includes("manager"))).map(
    ({ id }) => id,
  );
}
