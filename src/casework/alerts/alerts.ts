import { sql } from "kysely";
import type { Desk } from "../../record/desk.ts";
import type { Tx } from "../../engine/database/database.ts";
import { dateOf } from "../../core/calendar/calendar.ts";
import { toldAt, type AlertLevel } from "../../core/complaint/escalating.ts";
import { awayOn, responsible, type Responsible } from "../../organisation/office/people.ts";
import { tell } from "../../organisation/office/notices.ts";

/** A running clock that has come further than staff were told. */
type Late = {
  complaint_id: string;
  kind: string;
  round: number;
  level: AlertLevel;
  due_at: string;
  reference: string;
  owner_id: string | null;
};

/** So many at once; the next minute finds the rest. */
const batch = 500;

/**
 * Tells who must hear of each clock that passed a warning or was missed. The level is claimed and the notices are
 * written in one transaction, so two nodes tell once, and after an outage only the latest level is told.
 */
export async function raiseAlerts(desk: Desk): Promise<number> {
  const late = await lateClocks(desk, desk.now());
  if (late.length === 0) return 0;
  const calendar = await desk.calendar(await desk.policyAt(desk.now()));
  const today = dateOf(calendar, desk.now()).toString();
  const [people, away] = await Promise.all([responsible(desk.db), awayOn(desk.db, today)]);
  for (const clock of late)
    await desk.db.transaction().execute((tx) => raise(desk, tx, clock, { ...people, away }));
  return late.length;
}

async function lateClocks({ db }: Desk, now: string): Promise<Late[]> {
  const { rows } = await sql<Late>`
    select c.complaint_id, c.kind, c.round, l.level, c.due_at, r.reference, r.owner_id
    from complaint_clock c
    join complaint r on r.id = c.complaint_id
    cross join lateral (
      select case
        -- Whoever finds no owner is missed as a whole: there is nobody yet to warn.
        when ${now}::timestamptz > c.due_at then 4
        when c.kind in ('assignment', 'triage') then 0
        when ${now} >= c.warn_90 then 3
        when ${now} >= c.warn_75 then 2
        else 1 end as level) l
    left join clock_alert a on a.complaint_id = c.complaint_id and a.clock = c.kind and a.round = c.round
    where c.met_at is null and c.not_applicable is null and c.ended_at is null
      and c.warn_50 <= ${now} and l.level > coalesce(a.level, 0)
    order by c.warn_50
    limit ${batch}`.execute(db);
  return rows;
}

type People = Responsible & { away: ReadonlySet<string> };

async function raise(desk: Desk, tx: Tx, late: Late, { contacts, deputies, away }: People): Promise<void> {
  const { complaint_id, kind: clock, round, level, due_at, reference, owner_id } = late;
  const now = desk.now();
  const claimed = await tx
    .insertInto("clock_alert")
    .values({ complaint_id, clock, round, level, raised_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(["complaint_id", "clock", "round"])
        .doUpdateSet({ level, raised_at: now })
        .where("clock_alert.level", "<", level),
    )
    .returning("level")
    .executeTakeFirst();
  if (!claimed) return;
  const conflicts = await tx
    .selectFrom("complaint_conflict")
    .select("person_id")
    .where("complaint_id", "=", complaint_id)
    .execute();
  const ownerId = owner_id ?? undefined;
  const chain = {
    ownerId,
    deputyId: ownerId && deputies[ownerId],
    contacts,
    away,
    conflicts: conflicts.map(({ person_id }) => person_id),
  };
  await tell(tx, desk, toldAt(level, chain), {
    kind: "clock",
    subject: `${complaint_id} ${clock} ${round} ${level}`,
    complaintId: complaint_id,
    facts: { reference, clock, level, dueAt: due_at, owned: ownerId !== undefined },
  });
}
