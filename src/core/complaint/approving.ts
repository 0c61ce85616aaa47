import type { Circumstances, Command, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint } from "./state.ts";
import { refuseAbovePaid, refuseAmount, totalCents } from "./amounts.ts";
import { current } from "./proposing.ts";
import { present } from "./receiving.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

/** What was paid is known late at times; it is corrected by saying it again. */
export function recordPaidAmount(
  { amountCents, currency, note }: Doing<"record-paid-amount">,
  { actor }: Circumstances,
): ComplaintEvent[] | Refusal {
  const refusal = refuseAmount(amountCents, currency);
  if (refusal) return refusal;
  return [{ type: "PaidAmountRecorded", data: { amountCents, by: actor }, words: present({ note }) }];
}

/** By name, or by a finding: whoever found something does not approve what follows from it. */
export const hasInvestigated = (person: string, { investigatorId, finders }: Complaint): boolean =>
  person === investigatorId || finders.includes(person);

/**
 * Four eyes: whoever investigated or drafted does not approve. Nobody approves beyond their authority, and large amounts
 * are approved by two, each within their own authority.
 */
export function approve(
  command: Doing<"approve">,
  state: Complaint,
  { actor, authority = {} }: Circumstances,
): ComplaintEvent[] | Refusal {
  const proposal = current(state, command.proposal);
  if ("refused" in proposal) return proposal;
  const { number, status, draftedBy, endorsedBy, measures } = proposal;
  if (status !== "draft") return { refused: "proposal-not-draft" };
  if (state.conflicts.includes(actor)) return { refused: "conflict-of-interest" };
  if (actor === draftedBy || hasInvestigated(actor, state)) return { refused: "own-work" };
  if (actor === endorsedBy) return { refused: "own-approval" };
  const asked = totalCents(measures);
  const { upToCents = Infinity, secondAboveCents = Infinity } = authority;
  if (asked > upToCents) return { refused: "above-authority", cents: { limit: upToCents, asked } };
  const above = refuseAbovePaid(measures, state);
  if (above) return above;
  const alone = endorsedBy === undefined && asked > secondAboveCents;
  return [{ type: alone ? "ProposalEndorsed" : "ProposalApproved", data: { proposal: number, by: actor } }];
}
