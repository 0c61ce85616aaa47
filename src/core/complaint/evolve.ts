import type { Clock, DatedFact } from "./events.ts";
import type { InvestigationFacts } from "./investigation/facts.ts";
import { conflicted } from "./after-conflict.ts";
import { begin } from "./beginning.ts";
import { bounced, clock, declared, met, recomputed, settled } from "./clocks-after.ts";
import { afterCorrection } from "./correcting-receipt.ts";
import { evolveInvestigation, type InvestigationFact } from "./investigation/evolve.ts";
import { ended, openedAgain } from "./openings.ts";
import { afterPayment } from "./payments.ts";
import { afterSilence } from "./silence.ts";
import { latestSent, type Complaint, type Proposal } from "./state.ts";

/** The state after one more fact. Never looks at a clock, a setting or a word. */
export function evolve(state: Complaint | undefined, fact: DatedFact): Complaint {
  const { type, data, recordedAt } = fact;
  if (type === "Received") return begin(data, recordedAt);
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
      return met({ ...worked(state, data.ownerId), ownerId: data.ownerId }, "assignment", recordedAt);
    case "Assessed": {
      const { by: _, consumer = state.consumer, ...assessed } = data;
      return met({ ...state, ...assessed, consumer }, "triage", recordedAt);
    }
    case "InvestigationStarted":
      return met(
        {
          ...worked(state, data.investigatorId),
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
        ...(data.allegation === undefined && { unnamedFindings: [...state.unnamedFindings, data] }),
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
        met(
          proposal(state, data.proposal, {
            delivered: true,
            ...(data.remindAt && { remindAt: data.remindAt }),
          }),
          "proposal",
          data.at,
          data.letterId,
        ),
        "next_proposal",
        data.at,
        data.letterId,
      );
    case "ProposalAccepted":
      return {
        ...proposal({ ...state, proposals: state.proposals.map(dropped) }, data.proposal, {
          status: "accepted",
          decidedAt: data.at,
        }),
        stage: "accepted",
        clocks: { ...state.clocks, implementation: { ...data.implementation, round: state.round } },
      };
    case "ProposalDeclined":
    case "CounterProposed":
      return {
        ...proposal(state, data.proposal, { status: "declined", decidedAt: data.at }),
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
      return {
        ...state,
        measuresDone: [...state.measuresDone, data.measure],
        doneAt: { ...state.doneAt, [data.measure]: data.at },
      };
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
        {
          ...state,
          followUps: state.followUps + (data.letterId ? 0 : 1),
          asking: { remindAt: data.remindAt ?? [], reminded: 0 },
        },
        "follow_up",
        data.at,
        data.letterId,
      );
    case "LetterBounced":
      return bounced(state, data.letterId);
    case "FollowUpAnswered":
      return { ...state, stage: "followed_up", satisfaction: "asked" };
    case "Unanswered":
      return afterSilence(state, data);
    case "QuestionAsked":
    case "Discussed":
    case "MessageReceived":
      return heard(state);
    case "SatisfactionGiven":
      return { ...state, satisfaction: "given" };
    case "Closed":
      return settled(ended({ ...state, stage: "closed" }, data.at, data.outcome), data.at, "closed");
    case "Withdrawn":
      return settled(ended({ ...state, stage: "withdrawn" }, data.at, "withdrawn"), data.at, "withdrawn");
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
      return reopened(openedAgain(withoutDeadlock(state), data.at, data.because), data.proposal);
    case "FileReviewed":
      return { ...state, fileReviewed: true };
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
    case "ReceiptDateCorrected":
      return afterCorrection(state, data);
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

/** Whoever has our offer and wrote or spoke about it is not silent. */
/** Whoever has worked on it once has had a hand in it. */
const worked = (state: Complaint, person: string): Complaint => ({
  ...state,
  hands: [...new Set([...state.hands, person])],
});

function heard(state: Complaint): Complaint {
  const offer = state.stage === "proposed" ? latestSent(state) : undefined;
  return offer ? proposal(state, offer.number, { heard: true }) : state;
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

function reopened(state: Complaint, proposal: Clock): Complaint {
  const { implementation: _, follow_up: __, next_proposal: ___, ...kept } = state.clocks;
  const round = state.round + 1;
  const { fileReviewed: ____, ...again } = state;
  return {
    ...again,
    stage: "under_investigation",
    round,
    held: [],
    clocks: { ...kept, proposal: { ...proposal, round } },
  };
}
