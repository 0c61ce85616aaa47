import type { Tx } from "../../engine/database/database.ts";
import type { Fact, FactType } from "../../core/complaint/events.ts";
import type { Complaint } from "../../core/complaint/state.ts";
import type { Step } from "../../record/journal/journal.ts";
import type { Desk } from "../../record/desk.ts";
import { responsible } from "../../organisation/office/people.ts";
import { tell } from "../../organisation/office/notices.ts";

/** What the customer said, however it reached us: a promise of ours may run from it, so the owner hears at once. */
const fromCustomer: ReadonlySet<FactType> = new Set<FactType>([
  "ProposalAccepted",
  "ProposalDeclined",
  "CounterProposed",
  "QuestionAsked",
  "MessageReceived",
  "Withdrawn",
]);

const rejections: ReadonlySet<FactType> = new Set<FactType>(["ProposalDeclined", "CounterProposed"]);

/** Whoever gets a complaint, is called upon, or has to act on what the customer said, hears of it from somebody else. */
export async function tellNews(
  tx: Tx,
  desk: Desk,
  complaintId: string,
  { fact, state }: Step,
): Promise<void> {
  const { version, actor } = fact;
  const kind = newsOf(fact);
  if (!kind) return;
  const subject = `${complaintId} ${version}`;
  const facts = { reference: state.reference, ...factsOf(fact) };
  const people = (await concerned(tx, fact, state)).filter((each) => each !== actor);
  await tell(tx, desk, people, { kind, subject, complaintId, facts });
}

/** What a colleague hears of at once; everything else stands in the timeline. */
function newsOf({ type, data }: Fact) {
  switch (type) {
    case "Assigned":
      return "assignment" as const;
    case "Escalated":
      return "escalation" as const;
    case "LetterBounced":
      return "bounced" as const;
    case "FollowUpAnswered":
      return data.solved ? undefined : ("not_solved" as const);
    case "Unanswered":
      // While a letter asks again there is nothing to do.
      return data.letter ? undefined : ("unanswered" as const);
    default:
      return fromCustomer.has(type) ? ("answered" as const) : undefined;
  }
}

/** No word of the complaint: what kind of answer it is, and what is due from it. */
function factsOf({ type, data }: Fact): object {
  if (type === "LetterBounced") return { letter: data.kind };
  if (type === "Unanswered") return { to: data.to, last: data.last };
  if (!fromCustomer.has(type)) return {};
  if (type === "ProposalAccepted") return { fact: type, dueAt: data.implementation.dueAt };
  if (type === "ProposalDeclined" || type === "CounterProposed")
    return { fact: type, dueAt: data.nextProposal.dueAt };
  return { fact: type };
}

async function concerned(tx: Tx, { type, data }: Fact, state: Complaint): Promise<string[]> {
  if (type === "Assigned") return [data.ownerId];
  if (type === "Escalated") return [data.toId];
  const owner = state.ownerId ? [state.ownerId] : [];
  // What did not help, or was turned down for the second time, is the management's business too (STANDARDS §5, 21).
  const again =
    rejections.has(type) && state.proposals.filter(({ status }) => status === "declined").length > 1;
  if (owner.length > 0 && type !== "FollowUpAnswered" && !again) return owner;
  // While nobody owns it, a new mail waits for its owner; the alarm about that is raised elsewhere.
  if (type === "MessageReceived") return owner;
  const { contacts } = await responsible(tx);
  return [...new Set([...owner, ...contacts.filter((id) => !state.conflicts.includes(id))])];
}
