import type { Desk } from "../../record/desk.ts";
import { wordsOf } from "../../casework/complaints/queries/words.ts";
import { givesAway, type GivesAway } from "../../core/training/lesson.ts";

/** What in a text tells of which case it was made: its customer, who is complained about, or what was said in it. */
export async function whatTellsTheCase(
  { db, keys }: Desk,
  text: string,
  complaintId: string | undefined,
): Promise<GivesAway | undefined> {
  if (complaintId === undefined) return givesAway(text, { names: [], passages: [] });
  const said = [...(await wordsOf(db, keys, complaintId)).values()].flatMap(Object.entries) as [
    string,
    string,
  ][];
  const complainedAbout = await db
    .selectFrom("complaint_conflict")
    .innerJoin("person", (join) =>
      join.on((row) => row("person.id", "=", row.ref("complaint_conflict.person_id"))),
    )
    .select("person.name")
    .where("complaint_id", "=", complaintId)
    .execute();
  const names = said.flatMap(([word, value]) => (word === "name" ? [value] : []));
  return givesAway(text, {
    names: [...names, ...complainedAbout.map(({ name }) => name)],
    passages: said.map(([, value]) => value),
  });
}
