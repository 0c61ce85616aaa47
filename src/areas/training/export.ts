import { stringify } from "csv-stringify/sync";
import type { Staff } from "../../core/access/access.ts";
import type { Desk } from "../../record/desk.ts";
import { mayInOffice } from "../../core/access/office.ts";
import { trainingWords } from "../../texts/training.ts";
import { coverage } from "./coverage.ts";
import { sessions } from "./sessions.ts";

type Language = "en" | "de";
/** What begins like a formula is disarmed: a name must not compute. The mark at the front tells Excel that it is UTF-8. */
const format = { header: true, escape_formulas: true, bom: true } as const;

/** Who is trained until when, for a spreadsheet; nothing for whoever may not read the records of others. */
export async function coverageCsv(desk: Desk, who: Staff, language: Language): Promise<string | undefined> {
  if (!mayInOffice(who.roles, "read-training")) return undefined;
  const w = trainingWords(language);
  const { items } = await coverage(desk);
  const names = await namesOf(desk);
  const rows = items.map(({ person, handler, standing, lastSession, confirmedVersion, open }) => ({
    [w.person]: names.get(person) ?? person,
    [w.ownsComplaints]: handler ? w.yes : w.no,
    [w.trained]: standing.trained ? w.yes : w.no,
    [w.until]: standing.trained ? standing.until : (standing.ended ?? ""),
    [w.missing]: standing.trained ? "" : standing.lacks.map((lack) => w.lack[lack]).join(", "),
    [w.lastSession]: lastSession ?? "",
    [w.confirmedVersion]: confirmedVersion ?? "",
    [w.openComplaints]: open,
  }));
  return stringify(rows, {
    ...format,
    columns: [
      w.person,
      w.ownsComplaints,
      w.trained,
      w.until,
      w.missing,
      w.lastSession,
      w.confirmedVersion,
      w.openComplaints,
    ],
  });
}

/** The sessions of all years, planned and held, with who was there. */
export async function planCsv(desk: Desk, who: Staff, language: Language): Promise<string | undefined> {
  if (!mayInOffice(who.roles, "read-training")) return undefined;
  const w = trainingWords(language);
  const names = await namesOf(desk);
  const rows = (await sessions(desk, who)).map((session) => ({
    [w.date]: session.date,
    [w.state]: w.states[session.state],
    [w.trainer]: session.trainerName ?? names.get(session.trainerId ?? "") ?? "",
    [w.content]: session.content,
    [w.materials]: session.materials ?? "",
    [w.lessons]: session.lessons.map(({ text }) => text).join("\n"),
    [w.attendance]: (session.attendance ?? []).map((person) => names.get(person) ?? person).join("\n"),
  }));
  return stringify(rows, {
    ...format,
    columns: [w.date, w.state, w.trainer, w.content, w.materials, w.lessons, w.attendance],
  });
}

async function namesOf({ db }: Desk): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom("person").select(["id", "name"]).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
