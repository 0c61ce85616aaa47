import type { Circumstances, Command, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint } from "./state.ts";
import { startClock } from "./clocks.ts";
import { present } from "./receiving.ts";
import { isOpen } from "./state.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

/** Policy Step 3: forwarded to the appropriate person; exactly one owner at any time. */
export function assign(
  { ownerId, untrained }: Doing<"assign">,
  state: Complaint,
): ComplaintEvent[] | Refusal {
  if (state.conflicts.includes(ownerId)) return { refused: "conflict-of-interest", field: "ownerId" };
  if (untrained) return { refused: "not-trained", field: "ownerId" };
  if (state.ownerId === ownerId) return { refused: "already-owner", field: "ownerId" };
  return [{ type: "Assigned", data: { ownerId } }];
}

/** An escalation to oneself is none (STANDARDS §5, 24). */
export function escalate({ toId, reason }: Doing<"escalate">, state: Complaint): ComplaintEvent[] | Refusal {
  if (state.conflicts.includes(toId)) return { refused: "conflict-of-interest", field: "toId" };
  if (state.ownerId === toId) return { refused: "already-owner", field: "toId" };
  return [{ type: "Escalated", data: { toId }, words: { reason } }];
}

/**
 * Who is complained about can neither own nor see the complaint; whoever owned it no longer does. Where that is
 * management, those whom the office keeps out of such complaints are shut out by the same fact.
 */
export function nameConflict(
  { personId }: Doing<"name-conflict">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] {
  const { about = [], unseenBy = [] } = now.management ?? {};
  const shutOut = new Set([personId, ...(about.includes(personId) ? unseenBy : [])]);
  return [...shutOut]
    .filter((each) => !state.conflicts.includes(each))
    .map((each) => {
      const orphaned = state.ownerId === each && isOpen(state);
      const assignment = orphaned ? startClock("assignment", now.now, now) : undefined;
      return { type: "ConflictNamed", data: { personId: each, ...(assignment && { assignment }) } };
    });
}

/** Policy Step 3 begins with a first look: how serious it is, and what it is about. */
export const assess = (
  { severity, impact, category, programme, consumer, desiredOutcome, note }: Doing<"assess">,
  { actor }: Circumstances,
): ComplaintEvent[] => [
  {
    type: "Assessed",
    data: {
      severity,
      ...(impact && { impact }),
      ...(category && { category }),
      ...(programme && { programme }),
      ...(consumer !== undefined && { consumer }),
      by: actor,
    },
    words: present({ desiredOutcome, note }),
  },
];
