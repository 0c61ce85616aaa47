import type { ClockKind, LateReason } from "../../core/complaint/events.ts";
import type { ClockView } from "../contract.ts";
import type { Desk } from "../desk.ts";

/** The promises of one complaint, all rounds, in the order in which they were made. */
export async function clocksOf({ db, now }: Desk, complaintId: string): Promise<ClockView[]> {
  const rows = await db
    .selectFrom("complaint_clock")
    .selectAll()
    .where("complaint_id", "=", complaintId)
    .orderBy("started_at")
    .orderBy("due_at")
    .execute();
  return rows.map((row) => ({
    kind: row.kind as ClockKind,
    round: row.round,
    startedAt: row.started_at,
    dueAt: row.due_at,
    ...(row.met_at && { metAt: row.met_at }),
    status: clockStatus(row, now()),
    ...(row.late_reason && { lateReason: row.late_reason as LateReason }),
  }));
}

/** Missed stays missed: a promise kept too late has a `metAt` and is still late. */
export function clockStatus(clock: { due_at: string; met_at: string | null; not_applicable: boolean }, now: string): ClockView["status"] {
  if (clock.not_applicable) return "not_applicable";
  if (clock.met_at) return clock.met_at <= clock.due_at ? "met" : "missed";
  return now > clock.due_at ? "missed" : "running";
}
