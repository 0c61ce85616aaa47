import type { Circumstances, Command, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint, Proposal } from "./state.ts";
import { startClock } from "./clocks.ts";
import { present } from "./receiving.ts";
import { latestSent } from "./state.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

/** Acceptance is explicit and binds to the version that was sent (BGB §§147–150); it starts the three days of Step 5. */
export function accept(
  command: Doing<"accept">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  const proposal = decidable(command, state);
  if ("refused" in proposal) return proposal;
  const { via, at, words = "", message } = command;
  if (at > proposal.validUntil) return { refused: "proposal-expired" };
  // By link they chose it themselves; what a colleague heard is kept as it was said (STANDARDS §5, 15).
  if (via !== "link" && words.trim() === "") return { refused: "words-missing", field: "words" };
  const data = {
    proposal: proposal.number,
    via,
    at,
    ...(message && { message }),
    implementation: startClock("implementation", at, now),
  };
  return [
    ...arrived(proposal, at),
    { type: "ProposalAccepted", data, words: present({ words: words || undefined }) },
  ];
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
  const { via, at, words, message } = command;
  if (words.trim() === "") return { refused: "words-missing", field: "words" };
  // Our own target: the policy sets none for the next proposal (STANDARDS §5, 21).
  const nextProposal = startClock("next_proposal", at, now);
  return [
    ...arrived(proposal, at),
    {
      type,
      data: { proposal: proposal.number, via, at, ...(message && { message }), nextProposal },
      words: { words },
    },
  ];
}

/** The one that the customer has. It stands while we prepare another: an offer binds whoever made it (BGB §145). */
function decidable(command: { proposal: number; at: string }, state: Complaint): Proposal | Refusal {
  const proposal = state.proposals.find(({ number }) => number === command.proposal);
  if (!proposal) return { refused: "unknown-proposal", field: "proposal" };
  if (proposal.status === "superseded" || proposal.number < (latestSent(state)?.number ?? 0))
    return { refused: "proposal-superseded", field: "proposal" };
  if (proposal.status === "accepted" || proposal.status === "declined")
    return { refused: "proposal-already-decided" };
  if (proposal.status !== "sent" || state.stage !== "proposed") return { refused: "proposal-not-sent" };
  return command.at < (proposal.sentAt ?? command.at)
    ? { refused: "before-dispatch", field: "at" }
    : proposal;
}

/** Whoever decides on a proposal has received it. */
const arrived = (proposal: Proposal, at: string): ComplaintEvent[] =>
  proposal.delivered ? [] : [{ type: "ProposalDelivered", data: { proposal: proposal.number, at } }];
