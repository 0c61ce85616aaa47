import type { Desk } from "../../record/desk.ts";
import type { NameOf } from "../../texts/report-findings.ts";
import type { Language } from "../../texts/catalogue.ts";
import { taxonomies } from "../../organisation/office/taxonomies/taxonomies.ts";

const lists = { category: "categories", cause: "root-causes", programme: "programmes" } as const;

/** What the office calls its codes now; a code that is on no list is called by itself. */
export async function namesOf(desk: Desk, db = desk.db): Promise<(language: Language) => NameOf> {
  const [known, { platforms }] = await Promise.all([taxonomies(db), desk.policyAt(desk.now(), db)]);
  return (language) => (list, code) =>
    (list === "platform"
      ? platforms.find((platform) => platform.code === code)?.name
      : known.find(({ name }) => name === lists[list])?.entries.find((entry) => entry.code === code)?.[
          language
        ]) ?? code;
}
