import type { Circumstances, Command, ProposedMeasure, Refusal } from "./commands.ts";
import type { ComplaintEvent, Facts, Measure } from "./events.ts";
import type { Complaint, Proposal } from "./state.ts";
import { dueAt } from "../calendar/due.ts";
import { officeOf } from "../policy/policy.ts";
import { refuseMeasures } from "./amounts.ts";
import { inquiring } from "./investigating.ts";
import { withoutFinding } from "./investigation/state.ts";
import { remindersFrom } from "./silence.ts";
import { latestProposal } from "./state.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

/** Policy Step 4: corrective actions, a refund, or other appropriate measures. A new draft replaces one not yet sent. */
export function propose(
  command: Doing<"propose">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  // One that the customer has already can be renewed or put right: the new one takes its place when it is sent.
  if (!inquiring(state) && state.stage !== "proposed") return { refused: "not-investigating" };
  if (state.findings === 0) return { refused: "no-finding" };
  if (command.measures.length === 0) return { refused: "no-measure", field: "measures" };
  const refusal = refuseMeasures(command.measures, state);
  if (refusal) return refusal;
  const number = state.proposals.length + 1;
  const named = command.measures.map((measure, index) => ({ ...measure, id: `${number}.${index + 1}` }));
  const validUntil = validFrom(now.now, now);
  return [
    {
      type: "ProposalDrafted",
      data: { proposal: number, measures: named.map(withoutWords), validUntil, by: now.actor },
      words: {
        explanation: command.explanation,
        ...Object.fromEntries(named.map(({ id, description }) => [`measure:${id}`, description])),
        ...Object.fromEntries(named.flatMap(({ id, code }) => (code ? [[`code:${id}`, code]] : []))),
      },
    },
  ];
}

const withoutWords = ({
  description: _,
  code: __,
  currency: ___,
  ...measure
}: ProposedMeasure & { id: string }): Measure => measure;

/** So long has the customer to decide, counted from when it is sent: what we take to approve it is not theirs to bear. */
const validFrom = (from: string, { policy, calendar }: Circumstances): string =>
  dueAt(policy.proposalValidity, from, calendar, officeOf(policy));

/** A letter that is posted counts as arrived on the second business day after (STANDARDS §5, 12). */
const byPost = { businessDays: 2 };

/** Sends by email, where delivery is confirmed later, or records that it was told in person, which is delivery. */
export function dispatch(
  command: Doing<"dispatch">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  const proposal = current(state, command.proposal);
  if ("refused" in proposal) return proposal;
  if (proposal.status !== "approved") return { refused: "proposal-not-approved" };
  // The letter tells findings and reasons on each point (STANDARDS §2.6); one without any is not answered yet.
  const allegations = withoutFinding(state.investigation);
  if (allegations.length > 0) return { refused: "allegation-without-finding", allegations };
  const { via, at } = command;
  if (via === "email" && !state.reachableBy.includes("email"))
    return { refused: "no-email-address", field: "via" };
  const data = { proposal: proposal.number, at };
  const dispatched: ComplaintEvent = {
    type: "ProposalDispatched",
    data: { ...data, via, validUntil: validFrom(at, now) },
  };
  if (via === "email" || via === "link") return [dispatched];
  if (via !== "post") return [dispatched, delivered(data, now)];
  const arrives = dueAt(byPost, at, now.calendar, officeOf(now.policy));
  return [dispatched, delivered({ ...data, at: arrives, presumed: true }, now)];
}

type Delivered = Facts["ProposalDelivered"][0];

const delivered = (data: Omit<Delivered, "remindAt">, now: Circumstances): ComplaintEvent => ({
  type: "ProposalDelivered",
  data: { ...data, remindAt: remindersFrom("proposal", data.at, now) },
});

export function confirmDelivery(
  command: Doing<"confirm-delivery">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  const proposal = state.proposals.find((each) => each.number === command.proposal);
  if (!proposal) return { refused: "unknown-proposal" };
  if (proposal.delivered) return [];
  const { at, letterId } = command;
  return [delivered({ proposal: proposal.number, at, ...(letterId && { letterId }) }, now)];
}

/** Only the latest proposal can move on; an older one is history. */
export function current(state: Complaint, number: number): Proposal | Refusal {
  const proposal = state.proposals.find((each) => each.number === number);
  if (!proposal) return { refused: "unknown-proposal", field: "proposal" };
  return proposal === latestProposal(state)
    ? proposal
    : { refused: "proposal-superseded", field: "proposal" };
}
