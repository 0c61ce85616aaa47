import type { Channel, Clock, ClockKind, ClockName, DatedFact, TargetKind } from "./events.ts";
import { declarationKinds, type DeclarationKind } from "../policy/policy.ts";
import { runs, type ClockState, type Complaint, type NotApplicable, type Proposal } from "./state.ts";

/** Ways in which nothing was told at receipt, when there is no address. */
const silent = new Set<Channel>(["email", "post", "other"]);

/** The state after one more fact. Never looks at a clock, a setting or a word. */
export function evolve(state: Complaint | undefined, { type, data, recordedAt }: DatedFact): Complaint {
  if (type === "Received") {
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
      policyVersion: proposal.policyVersion,
      conflicts: [],
      findings: 0,
      proposals: [],
      measuresDone: [],
      clocks: {
        acknowledgement: owed(acknowledgement),
        proposal: owed(proposal),
        ...(assignment && { assignment: target(assignment) }),
        ...(triage && { triage: target(triage) }),
      },
      declarations: [],
      held: [],
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
        data.letterId,
      );
    case "Assigned":
      return met({ ...state, ownerId: data.ownerId }, "assignment", recordedAt);
    case "Assessed":
      return met(
        { ...state, severity: data.severity, ...(data.category && { category: data.category }) },
        "triage",
        recordedAt,
      );
    case "InvestigationStarted":
      return met(
        { ...state, stage: "under_investigation", investigatorId: data.investigatorId },
        "triage",
        recordedAt,
      );
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
      return met(
        met(proposal(state, data.proposal, { delivered: true }), "proposal", data.at, data.letterId),
        "next_proposal",
        data.at,
        data.letterId,
      );
    case "ProposalAccepted":
      return {
        ...proposal(state, data.proposal, { status: "accepted" }),
        stage: "accepted",
        clocks: { ...state.clocks, implementation: { ...data.implementation, round: state.round } },
      };
    case "ProposalDeclined":
    case "CounterProposed":
      return {
        ...proposal(state, data.proposal, { status: "declined" }),
        stage: "in_discussion",
        clocks: { ...state.clocks, next_proposal: { ...data.nextProposal, round: data.proposal } },
      };
    case "MeasureImplemented":
      return { ...state, measuresDone: [...state.measuresDone, data.measure] };
    case "Implemented":
      return met(
        {
          ...state,
          stage: "implemented",
          clocks: { ...state.clocks, follow_up: { ...data.followUp, round: state.round } },
        },
        "implementation",
        data.at,
      );
    case "FollowedUp":
      return met(state, "follow_up", data.at, data.letterId);
    case "LetterBounced":
      return bounced(state, data.letterId);
    case "FollowUpAnswered":
      return { ...state, stage: "followed_up" };
    case "Closed":
      return settled({ ...state, stage: "closed" }, data.at, "closed");
    case "Withdrawn":
      return settled({ ...state, stage: "withdrawn" }, data.at, "withdrawn");
    case "Reopened":
      return reopened(state, data.proposal);
    case "ConflictNamed":
      return conflicted(state, data.personId, data.assignment);
    case "DeclarationRecorded":
      return {
        ...state,
        declarations: [
          ...state.declarations,
          {
            number: data.declaration,
            kind: data.kind,
            clock: { ...data.clock, round: data.declaration },
          },
        ],
      };
    case "DeclarationSettled":
      return declared(state, data.declaration, { metAt: data.at });
    case "ClockRecomputed":
      return recomputed(state, data);
    case "LateReasonGiven":
      return clock(state, data.clock, { lateReason: data.reason });
    case "HoldingLetterDispatched":
      return {
        ...clock(state, data.clock, { lateReason: data.reason }),
        held: [...new Set([...state.held, data.clock])],
      };
    case "Erased":
      return { ...state, erased: true };
    case "ReceiptDateExplained":
    case "AcknowledgementAttempted":
    case "Escalated":
    case "QuestionAsked":
    case "Discussed":
    case "FollowUpDispatched":
    case "MessageReceived":
    case "DossierHandedOut":
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
function met(state: Complaint, kind: ClockKind | TargetKind, at: string, letterId?: string): Complaint {
  const running = state.clocks[kind];
  return running && runs(running)
    ? clock(state, kind, { metAt: at, ...(letterId && { metBy: letterId }) })
    : state;
}

/** What only this letter had kept is owed again, on the same clock: a promise is kept by what arrives. */
function bounced(state: Complaint, letterId: string): Complaint {
  let changed = state;
  for (const [kind, present] of Object.entries(state.clocks) as [ClockKind | TargetKind, ClockState][]) {
    if (present.metBy !== letterId) continue;
    const { metAt: _, metBy: __, ...running } = present;
    changed = { ...changed, clocks: { ...changed.clocks, [kind]: running } };
    if (kind === "acknowledgement" && changed.stage === "acknowledged")
      changed = { ...changed, stage: "received" };
    if (kind === "proposal" || kind === "next_proposal")
      changed = { ...changed, proposals: changed.proposals.map(undelivered) };
  }
  return changed;
}

/** A decision is proof of arrival; without one the proposal has to be told anew. */
const undelivered = (each: Proposal): Proposal =>
  each.status === "sent" ? { ...each, delivered: false } : each;

function clock(state: Complaint, kind: ClockKind | TargetKind, change: Partial<ClockState>): Complaint {
  const present = state.clocks[kind];
  return present ? { ...state, clocks: { ...state.clocks, [kind]: { ...present, ...change } } } : state;
}

const declared = (state: Complaint, number: number, change: Partial<ClockState>): Complaint => ({
  ...state,
  declarations: state.declarations.map((each) =>
    each.number === number ? { ...each, clock: { ...each.clock, ...change } } : each,
  ),
});

function recomputed(
  state: Complaint,
  data: Extract<DatedFact, { type: "ClockRecomputed" }>["data"],
): Complaint {
  const { clock: name, round, was: _, computed: __, ...change } = data;
  return isDeclaration(name) ? declared(state, round, change) : clock(state, name, change);
}

const isDeclaration = (name: ClockName): name is DeclarationKind =>
  (declarationKinds as readonly string[]).includes(name);

/** Whoever is complained about no longer owns or investigates the complaint; a new owner is looked for. */
function conflicted(state: Complaint, personId: string, assignment: Clock | undefined): Complaint {
  const { ownerId, investigatorId, ...rest } = state;
  const conflicts = [...state.conflicts, personId];
  return {
    ...rest,
    ...(ownerId && ownerId !== personId && { ownerId }),
    ...(investigatorId && investigatorId !== personId && { investigatorId }),
    conflicts,
    ...(assignment && {
      clocks: { ...state.clocks, assignment: { ...assignment, round: conflicts.length } },
    }),
  };
}

/** What was not yet due when the complaint ended is no longer owed; what was overdue by then stays missed. */
function settled(state: Complaint, at: string, because: NotApplicable): Complaint {
  const clocks = Object.entries(state.clocks).map(([kind, clock]) => [
    kind,
    !runs(clock)
      ? clock
      : at <= clock.dueAt
        ? { ...clock, notApplicable: because }
        : { ...clock, endedAt: at },
  ]);
  return { ...state, clocks: Object.fromEntries(clocks) as Complaint["clocks"] };
}

function reopened(state: Complaint, proposal: Clock): Complaint {
  const { implementation: _, follow_up: __, next_proposal: ___, ...kept } = state.clocks;
  const round = state.round + 1;
  return {
    ...state,
    stage: "under_investigation",
    round,
    held: [],
    clocks: { ...kept, proposal: { ...proposal, round } },
  };
}
