import type { Circumstances, Command, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint, Proposal } from "./state.ts";
import { startClock } from "./clocks.ts";
import { current } from "./proposing.ts";
import { present } from "./receiving.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

/** Acceptance is explicit and binds to the version that was sent (BGB §§147–150); it starts the three days of Step 5. */
export function accept(
  command: Doing<"accept">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  const proposal = decidable(command, state);
  if ("refused" in proposal) return proposal;
  const { via, at, words } = command;
  if (at > proposal.validUntil) return { refused: "proposal-expired" };
  const data = { proposal: proposal.number, via, at, implementation: startClock("implementation", at, now) };
  return [...arrived(proposal, at), { type: "ProposalAccepted", data, words: present({ words }) }];
}

/** Silence is no answer and "yes, but" is a counter-proposal; both lead into further discussion (Step 5). */
export function decline(
  command: Doing<"decline">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  return backToDiscussion("ProposalDeclined", command, state, now);
}

export function counter(
  command: Doing<"counter">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  return backToDiscussion("CounterProposed", command, state, now);
}

function backToDiscussion(
  type: "ProposalDeclined" | "CounterProposed",
  command: Doing<"decline"> | Doing<"counter">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  const proposal = decidable(command, state);
  if ("refused" in proposal) return proposal;
  const { via, at, words } = command;
  if (words.trim() === "") return { refused: "words-missing", field: "words" };
  // Our own target: the policy sets none for the next proposal (STANDARDS §5, 21).
  const nextProposal = startClock("next_proposal", at, now);
  return [
    ...arrived(proposal, at),
    { type, data: { proposal: proposal.number, via, at, nextProposal }, words: { words } },
  ];
}

function decidable(command: { proposal: number }, state: Complaint): Proposal | Refusal {
  const proposal = current(state, command.proposal);
  if ("refused" in proposal) return proposal;
  if (proposal.status === "accepted" || proposal.status === "declined")
    return { refused: "proposal-already-decided" };
  return proposal.status === "sent" && state.stage === "proposed"
    ? proposal
    : { refused: "proposal-not-sent" };
}

/** Whoever decides on a proposal has received it. */
const arrived = (proposal: Proposal, at: string): ComplaintEvent[] =>
  proposal.delivered ? [] : [{ type: "ProposalDelivered", data: { proposal: proposal.number, at } }];
