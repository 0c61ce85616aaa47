import type { ClockState } from "../../core/complaint/state.ts";
import type { Step } from "../../journal/journal.ts";

/** The rows of table `complaint_clock` that these facts touched: the latest of each kind and round. */
export function clockRows(complaintId: string, steps: Step[]) {
  const rows = new Map<string, ReturnType<typeof clockRow>>();
  for (const { state } of steps)
    for (const [kind, clock] of Object.entries(state.clocks)) {
      // The acknowledgement belongs to the receipt, whatever round the complaint is in.
      const round = kind === "acknowledgement" ? 0 : state.round;
      rows.set(`${kind} ${round}`, clockRow(complaintId, kind, round, clock));
    }
  return [...rows.values()];
}

const clockRow = (complaintId: string, kind: string, round: number, clock: ClockState) => ({
  complaint_id: complaintId,
  kind,
  round,
  started_at: clock.startedAt,
  due_at: clock.dueAt,
  met_at: clock.metAt ?? null,
  not_applicable: clock.notApplicable ?? false,
  late_reason: clock.lateReason ?? null,
});
