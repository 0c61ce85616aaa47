import type { ClockKind } from "../../core/complaint/events.ts";
import type { Step } from "../../journal/journal.ts";
import type { ClockView } from "../contract.ts";
import { clockRows } from "../projections/clocks.ts";

/** The promises of one complaint, all rounds, in the order in which they were made. */
export function clocksOf(complaintId: string, steps: Step[], now: string): ClockView[] {
  const rows = clockRows(complaintId, steps).toSorted((a, b) =>
    a.started_at + a.due_at < b.started_at + b.due_at ? -1 : 1,
  );
  return rows.map((row) => ({
    kind: row.kind as ClockKind,
    round: row.round,
    startedAt: row.started_at,
    dueAt: row.due_at,
    ...(row.met_at && { metAt: row.met_at }),
    status: clockStatus(row, now),
    ...(row.late_reason && { lateReason: row.late_reason }),
  }));
}

/** Missed stays missed: a promise kept too late has a `metAt` and is still late. */
export function clockStatus(
  clock: { due_at: string; met_at: string | null; not_applicable: boolean },
  now: string,
): ClockView["status"] {
  if (clock.not_applicable) return "not_applicable";
  if (clock.met_at) return clock.met_at <= clock.due_at ? "met" : "missed";
  return now > clock.due_at ? "missed" : "running";
}
