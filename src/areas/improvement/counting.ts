import { sql } from "kysely";
import type { Db } from "../../engine/database/database.ts";
import type { PlannedCheck, Target } from "../../core/improvement/action.ts";
import type { Count, Counted } from "../../core/improvement/judging.ts";
import { recurrencesOf } from "../../core/statistics/coming-back.ts";
import { lengthOf, monthsOf, participantsWithin, type Days } from "../../core/improvement/window.ts";
import { participantsOf } from "../participants/months.ts";

/** The complaints of the target whose cause is known to be this one, or not known to anybody yet. */
const ofTarget = ({ rootCause, programme, category }: Target) => sql<boolean>`
  (root_cause = ${rootCause} or (root_cause is null and outcome is null and stage not in ('closed', 'withdrawn')))
  and (${programme ?? null}::text is null or programme = ${programme ?? null})
  and (${category ?? null}::text is null or category = ${category ?? null})`;

/**
 * Counts what a check compares, from the read model and up to a day (both stretches are whole when that is later), and
 * says which complaints after the action it knew.
 */
export async function countEffect(
  db: Db,
  { target, before, after }: PlannedCheck,
  effectiveOn: string,
  { zone, upTo }: { zone: string; upTo: string },
): Promise<Counted & { ids: string[] }> {
  const to = after.to < upTo ? after.to : upTo;
  const { rows } = await sql<{ id: string; day: string; severity: number | null; known: boolean }>`
    select id, (received_at at time zone ${zone})::date as day, severity, root_cause is not null as known
    from complaint
    where ${ofTarget(target)}
      and received_at >= ${before.from}::timestamp at time zone ${zone}
      and received_at < (${to}::date + 1)::timestamp at time zone ${zone}
    order by received_at`.execute(db);
  const known = rows.filter((row) => row.known);
  const within = ({ from }: Days, last: string) =>
    known.filter(({ day }) => day >= from && day <= last).length;
  const later = rows.filter(({ day }) => day > effectiveOn);
  const past: Days | undefined = to < after.from ? undefined : { from: after.from, to };
  return {
    before: { complaints: within(before, before.to), ...(await exposure(db, before, target)) },
    after: past
      ? { complaints: within(past, to), ...(await exposure(db, past, target)) }
      : { complaints: 0, days: 0 },
    recurrences: recurrencesOf(
      known.map(({ day, severity }) => ({
        receivedOn: day,
        cause: target.rootCause,
        target: "",
        // Nobody has said yet how grave it is.
        severity: severity ?? 0,
      })),
      { cause: target.rootCause, target: "", effectiveOn },
    ),
    undetermined: later.filter((row) => !row.known).length,
    ids: later.filter((row) => row.known).map(({ id }) => id),
  };
}

/** Days, and participants where every month is complete: of the programme, or of all. */
async function exposure(db: Db, stretch: Days, { programme }: Target): Promise<Omit<Count, "complaints">> {
  const months = monthsOf(stretch).map(({ month }) => month);
  const known = (await participantsOf(db, months)).map(
    (each) =>
      [
        each.month,
        !each.complete ? undefined : programme === undefined ? each.total : each.byProgramme[programme],
      ] as const,
  );
  const participants = participantsWithin(stretch, new Map(known));
  return { days: lengthOf(stretch), ...(participants !== undefined && { participants }) };
}
