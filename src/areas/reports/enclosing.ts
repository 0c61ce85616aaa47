import { z } from "zod";
import { mayInOffice } from "../../core/access/office.ts";
import { roles } from "../../core/access/access.ts";
import type { Desk } from "../../record/desk.ts";
import type { Language } from "../../texts/catalogue.ts";
import type { Typesetter } from "../../engine/typesetting/typesetting.ts";
import { documentName, makeDocument } from "./documents/making.ts";
import { showReport } from "./documents/showing.ts";

const Facts = z.looseObject({ period: z.string(), version: z.number() });
type News = { kind: string; personId: string; language: Language; facts: unknown };

/**
 * What goes with the news of a report: its PDF, made when it is sent and for the one who gets it, so that it names no
 * complaint that this person may not see. Whoever may not read reports gets the news alone.
 */
export async function encloseReport(
  desk: Desk,
  typesetter: Typesetter,
  { kind, personId, language, facts }: News,
): Promise<{ filename: string; content: Buffer; contentType: string }[]> {
  if (kind !== "report") return [];
  const { period, version } = Facts.parse(facts);
  const person = await desk.db
    .selectFrom("person")
    .select("roles")
    .where("id", "=", personId)
    .executeTakeFirst();
  const held = roles.filter((role) => person?.roles.includes(role));
  if (!mayInOffice(held, "read-reports")) return [];
  const shown = await showReport(
    desk,
    { kind: "staff", id: personId, roles: held },
    period,
    language,
    version,
  );
  const content = shown && (await makeDocument("pdf", shown, typesetter));
  return content ? [{ filename: documentName(shown, "pdf"), content, contentType: "application/pdf" }] : [];
}
