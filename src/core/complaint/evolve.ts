import type { Channel, Clock, DatedFact } from "./events.ts";
import type { InvestigationFacts } from "./investigation/facts.ts";
import { bounced, clock, declared, met, recomputed, settled } from "./clocks-after.ts";
import { evolveInvestigation, type InvestigationFact } from "./investigation/evolve.ts";
import { notYetInvestigated } from "./investigation/state.ts";
import { afterPayment } from "./payments.ts";
import type { ClockState, Complaint, Payment, Proposal } from "./state.ts";

/** Ways in which nothing was told at receipt, when there is no address. */
const silent = new Set<Channel>(["email", "post", "other"]);

/** The state after one more fact. Never looks at a clock, a setting or a word. */
export function evolve(state: Complaint | undefined, fact: DatedFact): Complaint {
  const { type, data, recordedAt } = fact;
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
      finders: [],
      investigation: notYetInvestigated,
      proposals: [],
      measuresDone: [],
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
      round: 0,
      followUps: 0,
      consumer: true,
      referrals: [],
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
    case "Assessed": {
      const { by: _, consumer = state.consumer, ...assessed } = data;
      return met({ ...state, ...assessed, consumer }, "triage", recordedAt);
    }
    case "InvestigationStarted":
      return met(
        {
          ...state,
          // Taken over in the middle of a discussion, it stays one.
          stage: state.stage === "in_discussion" ? state.stage : "under_investigation",
          investigatorId: data.investigatorId,
        },
        "triage",
        recordedAt,
      );
    case "FindingRecorded":
      return {
        ...state,
        findings: data.finding,
        finders: [...new Set([...state.finders, data.by])],
        investigation: evolveInvestigation(state.investigation, { type, data }),
      };
    case "ProposalDrafted":
      return {
        ...state,
        proposals: [
          ...state.proposals.map(dropped),
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
    case "PaidAmountRecorded":
      return { ...state, paidCents: data.amountCents };
    case "ProposalEndorsed":
      return proposal(state, data.proposal, { endorsedBy: data.by });
    case "ProposalApproved":
      return proposal(state, data.proposal, { status: "approved", approvedBy: data.by });
    case "ProposalDispatched":
      return proposal(replaced(withoutDeadlock({ ...state, stage: "proposed" })), data.proposal, {
        status: "sent",
        sentAt: data.at,
        ...(data.validUntil && { validUntil: data.validUntil }),
      });
    case "ProposalDelivered":
      return met(
        met(proposal(state, data.proposal, { delivered: true }), "proposal", data.at, data.letterId),
        "next_proposal",
        data.at,
        data.letterId,
      );
    case "ProposalAccepted":
      return {
        ...proposal({ ...state, proposals: state.proposals.map(dropped) }, data.proposal, {
          status: "accepted",
        }),
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
    case "MeasureAssigned": {
      const { measure, ...task } = data;
      return { ...state, tasks: { ...state.tasks, [measure]: task } };
    }
    case "PaymentEntered":
    case "PaymentChanged":
    case "PaymentReleased":
    case "PaymentOrdered":
    case "PaymentPaid":
    case "PaymentCancelled":
      return afterPayment(state, fact);
    case "MeasureImplemented":
      return { ...state, measuresDone: [...state.measuresDone, data.measure] };
    case "Implemented":
      return met(
        {
          ...state,
          stage: "implemented",
          followUps: 0,
          clocks: { ...state.clocks, follow_up: { ...data.followUp, round: state.round } },
        },
        "implementation",
        data.at,
      );
    case "FollowUpDispatched":
    case "FollowUpAttempted":
      return { ...state, followUps: state.followUps + 1 };
    case "FollowedUp":
      // A letter was counted when it was sent.
      return met(
        { ...state, followUps: state.followUps + (data.letterId ? 0 : 1) },
        "follow_up",
        data.at,
        data.letterId,
      );
    case "LetterBounced":
      return bounced(state, data.letterId);
    case "FollowUpAnswered":
      return { ...state, stage: "followed_up", satisfaction: "asked" };
    case "SatisfactionGiven":
      return { ...state, satisfaction: "given" };
    case "Closed":
      return settled({ ...state, stage: "closed" }, data.at, "closed");
    case "Withdrawn":
      return settled({ ...state, stage: "withdrawn" }, data.at, "withdrawn");
    case "DeadlockDeclared":
      return { ...state, deadlock: { at: data.at, by: data.by, consumer: data.consumer } };
    case "ReferredOutside":
      return {
        ...state,
        referrals: [...state.referrals, { number: data.referral, body: data.body, at: data.at }],
      };
    case "ReferralEnded":
      return {
        ...state,
        referrals: state.referrals.map((each) =>
          each.number === data.referral ? { ...each, outcome: data.outcome } : each,
        ),
      };
    case "Reopened":
      return reopened(withoutDeadlock(state), data.proposal);
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
    case "MessageReceived":
    case "DossierHandedOut":
    case "NoteAdded":
      return state;
    default:
      return {
        ...state,
        investigation: evolveInvestigation(state.investigation, {
          type: type satisfies keyof InvestigationFacts,
          data,
        } as InvestigationFact),
      };
  }
}

const withoutDeadlock = ({ deadlock: _, ...state }: Complaint): Complaint => state;

/** What was being prepared is not needed any more. */
const dropped = (proposal: Proposal): Proposal =>
  proposal.status === "draft" || proposal.status === "approved"
    ? { ...proposal, status: "superseded" }
    : proposal;

/** The customer has a new proposal in place of the one before. */
const replaced = (state: Complaint): Complaint => ({
  ...state,
  proposals: state.proposals.map((each) =>
    each.status === "sent" ? { ...each, status: "superseded" as const } : each,
  ),
});

const proposal = (state: Complaint, number: number, change: Partial<Proposal>): Complaint => ({
  ...state,
  proposals: state.proposals.map((each) => (each.number === number ? { ...each, ...change } : each)),
});

/** Whoever is complained about no longer owns or investigates the complaint; a new owner is looked for, and new eyes. */
function conflicted(state: Complaint, personId: string, assignment: Clock | undefined): Complaint {
  const { ownerId, investigatorId, ...rest } = state;
  const conflicts = [...state.conflicts, personId];
  return {
    ...rest,
    proposals: state.proposals.map((each) => withoutApprovalBy(each, personId)),
    payments: state.payments.map((each) => withoutReleaseBy(each, personId)),
    ...(ownerId && ownerId !== personId && { ownerId }),
    ...(investigatorId && investigatorId !== personId && { investigatorId }),
    conflicts,
    ...(assignment && {
      clocks: { ...state.clocks, assignment: { ...assignment, round: conflicts.length } },
    }),
  };
}

/** An approval that may have been in somebody's own cause does not count; what was sent is sent. */
function withoutApprovalBy(proposal: Proposal, personId: string): Proposal {
  const { approvedBy, endorsedBy, ...rest } = proposal;
  const open = proposal.status === "draft" || proposal.status === "approved";
  if (!open || (approvedBy !== personId && endorsedBy !== personId)) return proposal;
  // Of two approvals the other one is kept, as the first.
  const other = [endorsedBy, approvedBy].find((each) => each !== undefined && each !== personId);
  return { ...rest, status: "draft", ...(other && { endorsedBy: other }) };
}

function withoutReleaseBy(payment: Payment, personId: string): Payment {
  if (payment.state !== "released" || payment.releasedBy !== personId) return payment;
  const { releasedBy: _, ...rest } = payment;
  return { ...rest, state: "entered" };
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
