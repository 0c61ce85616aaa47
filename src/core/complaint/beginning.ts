import type { Channel, Clock, Facts } from "./events.ts";
import type { ClockState, Complaint } from "./state.ts";
import { notYetInvestigated } from "./investigation/state.ts";

/** Ways in which nothing was told at receipt, when there is no address. */
const silent = new Set<Channel>(["email", "post", "other"]);

/** A complaint as it is when it has just been received. */
export function begin(data: Facts["Received"][0], recordedAt: string): Complaint {
  const {
    acknowledgement,
    proposal,
    assignment,
    triage,
    preferredContact: _,
    intakeId: __,
    imported,
    ...known
  } = data;
  // Nobody can be told anything, and no page was shown: counted apart (STANDARDS §5, 22).
  const untold = data.reachableBy.length === 0 && silent.has(data.channel);
  const owed = (clock: Clock): ClockState => ({
    ...clock,
    round: 0,
    ...(untold && { notApplicable: "unreachable" }),
    ...(imported && { notApplicable: "imported" }),
  });
  const target = (clock: Clock): ClockState => ({
    ...clock,
    round: 0,
    ...(imported && { notApplicable: "imported" }),
  });
  return {
    ...known,
    stage: "received",
    recordedAt,
    policyVersion: proposal.policyVersion,
    hands: [],
    conflicts: [],
    findings: 0,
    finders: [],
    unnamedFindings: [],
    investigation: notYetInvestigated,
    proposals: [],
    measuresDone: [],
    doneAt: {},
    tasks: {},
    payments: [],
    clocks: {
      acknowledgement: owed(acknowledgement),
      proposal: owed(proposal),
      ...(assignment && { assignment: target(assignment) }),
      ...(triage && { triage: target(triage) }),
    },
    declarations: [],
    held: [],
    openings: [{ openedAt: data.receivedAt, because: "received" }],
    round: 0,
    followUps: 0,
    asking: { remindAt: [], reminded: 0 },
    consumer: true,
    referrals: [],
    erased: false,
  };
}
