import { sql } from "kysely";
import type { Desk } from "../../record/desk.ts";
import type { Tx } from "../../engine/database/database.ts";
import { dateOf, isBusinessDay } from "../../core/calendar/calendar.ts";
import { atWork, awayOn, responsible } from "../../organisation/office/people.ts";
import { tell } from "../../organisation/office/notices.ts";
import { firstRun } from "../../engine/queue/periods.ts";

/** One line of a digest: no words of the complaint. */
type Line = { reference: string; clock: string; dueAt: string; late: boolean };
type Due = Line & { complaintId: string; ownerId: string | null };

/** A mail longer than this is not read; the app shows the rest. */
const longest = 30;

/**
 * On each business day, from the desk's opening on, tells everybody once what of theirs is late or due today, whoever
 * stands in for somebody who is away also what is theirs, and the escalation contacts also what is late or owned by nobody. A day on which nothing ran is not made up for.
 */
export async function morningDigest(desk: Desk): Promise<void> {
  const now = desk.now();
  const policy = await desk.policyAt(now);
  const calendar = await desk.calendar(policy);
  const today = dateOf(calendar, now);
  if (!isBusinessDay(calendar, today)) return;
  const opening = policy.channels.desk.map(({ from }) => from).toSorted()[0]!;
  const opens = today.toZonedDateTime({ timeZone: calendar.zone, plainTime: opening }).toInstant();
  if (Temporal.Instant.compare(now, opens) < 0) return;
  const midnight = today.add({ days: 1 }).toZonedDateTime(calendar.zone).toInstant().toString();

  await desk.db.transaction().execute(async (tx) => {
    if (!(await firstRun(tx, "digest", today.toString(), now))) return;
    const due = await dueBefore(tx, midnight, now);
    const { contacts, deputies } = await responsible(tx);
    const away = await awayOn(tx, today.toString());
    const standsInFor = (personId: string, ownerId: string | null) =>
      ownerId !== null && away.has(ownerId) && deputies[ownerId] === personId;
    const people = await atWork(tx);
    const barred = await conflicts(tx);
    for (const { id: personId } of people) {
      const others = (each: Due) =>
        (standsInFor(personId, each.ownerId) ||
          (contacts.includes(personId) && (each.late || each.ownerId === null))) &&
        !barred.has(`${each.complaintId} ${personId}`);
      const lines = due.filter((each) => each.ownerId === personId || others(each));
      if (lines.length === 0) continue;
      const late = lines.filter((each) => each.late).length;
      const facts = {
        date: today.toString(),
        late,
        today: lines.length - late,
        lines: lines.slice(0, longest).map(line),
      };
      await tell(tx, desk, [personId], { kind: "digest", subject: today.toString(), facts });
    }
  });
}

const line = ({ reference, clock, dueAt, late }: Due): Line => ({ reference, clock, dueAt, late });

async function dueBefore(tx: Tx, end: string, now: string): Promise<Due[]> {
  const { rows } = await sql<{
    id: string;
    reference: string;
    owner_id: string | null;
    kind: string;
    due_at: string;
  }>`
    select r.id, r.reference, r.owner_id, c.kind, c.due_at
    from complaint_clock c join complaint r on r.id = c.complaint_id
    where c.met_at is null and c.not_applicable is null and c.ended_at is null and c.due_at < ${end}
    order by c.due_at, r.reference, c.kind`.execute(tx);
  return rows.map(({ id, reference, owner_id, kind, due_at }) => ({
    complaintId: id,
    reference,
    ownerId: owner_id,
    clock: kind,
    dueAt: due_at,
    late: due_at < now,
  }));
}

async function conflicts(tx: Tx): Promise<Set<string>> {
  const rows = await tx.selectFrom("complaint_conflict").select(["complaint_id", "person_id"]).execute();
  return new Set(rows.map(({ complaint_id, person_id }) => `${complaint_id} ${person_id}`));
}
