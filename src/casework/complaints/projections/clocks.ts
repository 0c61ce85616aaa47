import type { ClockState } from "../../../core/complaint/state.ts";
import type { Step } from "../../../record/journal/journal.ts";
import { allClocks } from "../../../core/complaint/state.ts";

/** The rows of table `complaint_clock` that these facts touched: the latest of each clock and round. */
export function clockRows(complaintId: string, steps: Step[]) {
  const rows = new Map<string, ReturnType<typeof clockRow>>();
  for (const { state } of steps)
    for (const { name, clock } of allClocks(state))
      rows.set(`${name} ${clock.round}`, clockRow(complaintId, name, clock));
  return [...rows.values()];
}

const clockRow = (complaintId: string, kind: string, clock: ClockState) => ({
  complaint_id: complaintId,
  kind,
  round: clock.round,
  started_at: clock.startedAt,
  due_at: clock.dueAt,
  met_at: clock.metAt ?? null,
  not_applicable: clock.notApplicable ?? null,
  ended_at: clock.endedAt ?? null,
  late_reason: clock.lateReason ?? null,
  warn_50: clock.warnAt[0] ?? null,
  warn_75: clock.warnAt[1] ?? null,
  warn_90: clock.warnAt[2] ?? null,
  target_at: clock.targetAt ?? null,
  policy_version: clock.policyVersion,
  calendar_version: clock.calendarVersion,
});
