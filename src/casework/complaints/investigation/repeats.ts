import { sql } from "kysely";
import type { Person } from "../../../core/access/access.ts";
import type { RepeatKind } from "../../../core/complaint/investigation/facts.ts";
import type { Stage } from "../../../core/complaint/state.ts";
import type { Desk } from "../../../record/desk.ts";
import type { RepeatCandidate } from "./views.ts";
import { open } from "../../../record/content/content.ts";
import { visibleTo } from "../queries/visible.ts";

const most = 20;

/**
 * What this complaint may repeat: the same person, or the same programme and category, received within 12 months of it.
 * Only a suggestion, and only among those that the asker may see; a person confirms it.
 */
export async function repeatCandidates(desk: Desk, who: Person, id: string): Promise<RepeatCandidate[]> {
  const { db } = desk;
  const samePerson = sql<boolean>`exists (select from complaint_contact mine join complaint_contact theirs using (digest)
    where mine.complaint_id = ${id} and theirs.complaint_id = complaint.id)`;
  const sameMatter = sql<boolean>`(complaint.category = this.category and exists (
    select from complaint_programme mine join complaint_programme theirs using (digest)
    where mine.complaint_id = ${id} and theirs.complaint_id = complaint.id)) is true`;
  const rows = await db
    .selectFrom("complaint")
    .innerJoin("complaint as this", (join) => join.on("this.id", "=", id))
    .leftJoin("complaint_repeat as repeat", (join) =>
      join.on("repeat.complaint_id", "=", id).onRef("repeat.of_id", "=", "complaint.id"),
    )
    .select([
      "complaint.id",
      "complaint.reference",
      "complaint.stage",
      "complaint.received_at",
      "repeat.kind",
    ])
    .select([samePerson.as("person"), sameMatter.as("matter")])
    .where("complaint.id", "<>", id)
    .where(visibleTo(who))
    .where(
      sql<boolean>`complaint.received_at between this.received_at - interval '12 months' and this.received_at + interval '12 months'`,
    )
    .where((where) => where.or([samePerson, sameMatter]))
    .orderBy(sql`(${samePerson})::int + (${sameMatter})::int`, "desc")
    .orderBy("complaint.received_at", "desc")
    .orderBy("complaint.id")
    .limit(most)
    .execute();
  const summaries = await open(
    db,
    desk.keys,
    rows.map((row) => row.id),
    { version: 1, names: ["summary"] },
  );
  const summaryOf = new Map(summaries.map(({ ownerId, clear }) => [ownerId, clear.toString()]));
  return rows.map(({ id: other, reference, stage, received_at, kind, person, matter }) => ({
    id: other,
    reference,
    stage: stage as Stage,
    receivedAt: received_at,
    ...(summaryOf.has(other) && { summary: summaryOf.get(other)! }),
    reasons: [
      ...(person ? (["same_person"] as const) : []),
      ...(matter ? (["same_programme_and_category"] as const) : []),
    ],
    ...(kind && { confirmed: kind as RepeatKind }),
  }));
}
