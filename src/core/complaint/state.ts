import type { Channel, Clock, ClockKind, Fact, LateReason, Measure, SubjectKind } from "./events.ts";

export const stages = [
  "received",
  "acknowledged",
  "under_investigation",
  "proposed",
  "in_discussion",
  "accepted",
  "implemented",
  "followed_up",
  "closed",
  "withdrawn",
] as const;
/** Acknowledgement is a clock, not a gate: an investigation may begin before it (STANDARDS §6). */
export type Stage = (typeof stages)[number];

export type ClockState = Clock & { metAt?: string; notApplicable?: true; lateReason?: LateReason };

export type Proposal = {
  number: number;
  status: "draft" | "approved" | "sent" | "accepted" | "declined" | "superseded";
  delivered: boolean;
  measures: Measure[];
  validUntil: string;
  draftedBy: string;
  approvedBy?: string;
};

/** All that a decision needs to remember of a complaint; holds no words. */
export type Complaint = {
  stage: Stage;
  reference: string;
  platform: string;
  channel: Channel;
  subject: SubjectKind;
  category?: string;
  receivedAt: string;
  /** The version in force at receipt; every later decision about this complaint follows it. */
  policyVersion: number;
  language: "en" | "de";
  reachableBy: readonly ("email" | "phone")[];
  ownerId?: string;
  investigatorId?: string;
  conflicts: readonly string[];
  findings: number;
  proposals: readonly Proposal[];
  measuresDone: readonly string[];
  /** The clocks of the present round; a reopening starts a fresh proposal clock and drops the later two. */
  clocks: { readonly [K in ClockKind]?: ClockState };
  /** Counts reopenings; earlier rounds keep their clocks in the read model. */
  round: number;
  nextProposalBy?: string;
  erased: boolean;
};

export const isOpen = (state: Complaint) => state.stage !== "closed" && state.stage !== "withdrawn";

export const latestProposal = (state: Complaint) => state.proposals.at(-1);

/** The state after one more fact. Never looks at a clock, a setting or a word. */
export function evolve(state: Complaint | undefined, { type, data }: Fact): Complaint {
  if (type === "Received") {
    const { acknowledgement, proposal, preferredContact: _, intakeId: __, ...known } = data;
    return {
      ...known,
      stage: "received",
      policyVersion: proposal.policyVersion,
      conflicts: [],
      findings: 0,
      proposals: [],
      measuresDone: [],
      clocks: { acknowledgement, proposal },
      round: 0,
      erased: false,
    };
  }
  if (!state) throw new Error(`${type} before Received`);
  switch (type) {
    case "Acknowledged":
      return met(
        { ...state, stage: state.stage === "received" ? "acknowledged" : state.stage },
        "acknowledgement",
        data.at,
      );
    case "Assigned":
      return { ...state, ownerId: data.ownerId };
    case "InvestigationStarted":
      return { ...state, stage: "under_investigation", investigatorId: data.investigatorId };
    case "FindingRecorded":
      return { ...state, findings: data.finding };
    case "ProposalDrafted":
      return {
        ...state,
        proposals: [
          ...state.proposals.map(superseded),
          {
            number: data.proposal,
            status: "draft",
            delivered: false,
            measures: data.measures,
            validUntil: data.validUntil,
            draftedBy: data.by,
          },
        ],
      };
    case "ProposalApproved":
      return proposal(state, data.proposal, { status: "approved", approvedBy: data.by });
    case "ProposalDispatched":
      return proposal({ ...state, stage: "proposed" }, data.proposal, { status: "sent" });
    case "ProposalDelivered":
      return met(proposal(state, data.proposal, { delivered: true }), "proposal", data.at);
    case "ProposalAccepted":
      return {
        ...proposal(state, data.proposal, { status: "accepted" }),
        stage: "accepted",
        clocks: { ...state.clocks, implementation: data.implementation },
      };
    case "ProposalDeclined":
    case "CounterProposed":
      return {
        ...proposal(state, data.proposal, { status: "declined" }),
        stage: "in_discussion",
        nextProposalBy: data.nextProposalBy,
      };
    case "MeasureImplemented":
      return { ...state, measuresDone: [...state.measuresDone, data.measure] };
    case "Implemented":
      return met(
        { ...state, stage: "implemented", clocks: { ...state.clocks, follow_up: data.followUp } },
        "implementation",
        data.at,
      );
    case "FollowedUp":
      return met(state, "follow_up", data.at);
    case "FollowUpAnswered":
      return { ...state, stage: "followed_up" };
    case "Closed":
      return settled({ ...state, stage: "closed" });
    case "Withdrawn":
      return settled({ ...state, stage: "withdrawn" });
    case "Reopened":
      return reopened(state, data.proposal);
    case "ConflictNamed":
      return conflicted(state, data.personId);
    case "LateReasonGiven":
      return clock(state, data.clock, { lateReason: data.reason });
    case "Erased":
      return { ...state, erased: true };
    case "AcknowledgementAttempted":
    case "Escalated":
    case "QuestionAsked":
    case "Discussed":
    case "FollowUpDispatched":
    case "MessageReceived":
    case "NoteAdded":
      return state;
  }
}

const superseded = (proposal: Proposal): Proposal =>
  proposal.status === "draft" || proposal.status === "approved"
    ? { ...proposal, status: "superseded" }
    : proposal;

const proposal = (state: Complaint, number: number, change: Partial<Proposal>): Complaint => ({
  ...state,
  proposals: state.proposals.map((each) => (each.number === number ? { ...each, ...change } : each)),
});

/** The first time counts: a promise once met is not met again later. */
function met(state: Complaint, kind: ClockKind, at: string): Complaint {
  const running = state.clocks[kind];
  return !running || running.metAt || running.notApplicable ? state : clock(state, kind, { metAt: at });
}

function clock(state: Complaint, kind: ClockKind, change: Partial<ClockState>): Complaint {
  const present = state.clocks[kind];
  return present ? { ...state, clocks: { ...state.clocks, [kind]: { ...present, ...change } } } : state;
}

/** Whoever is complained about no longer owns or investigates the complaint. */
function conflicted(state: Complaint, personId: string): Complaint {
  const { ownerId, investigatorId, ...rest } = state;
  return {
    ...rest,
    ...(ownerId && ownerId !== personId && { ownerId }),
    ...(investigatorId && investigatorId !== personId && { investigatorId }),
    conflicts: [...state.conflicts, personId],
  };
}

/** What was not yet due to the customer when the complaint ended is no longer owed. */
function settled(state: Complaint): Complaint {
  const clocks = Object.entries(state.clocks).map(([kind, clock]) => [
    kind,
    clock.metAt ? clock : { ...clock, notApplicable: true },
  ]);
  return { ...state, clocks: Object.fromEntries(clocks) as Complaint["clocks"] };
}

function reopened(state: Complaint, proposal: Clock): Complaint {
  const { acknowledgement } = state.clocks;
  const { nextProposalBy: _, ...rest } = state;
  return {
    ...rest,
    stage: "under_investigation",
    round: state.round + 1,
    clocks: { ...(acknowledgement && { acknowledgement }), proposal },
  };
}
