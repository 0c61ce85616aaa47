import type { Tx } from "../database/database.ts";
import type { Fact } from "../core/complaint/events.ts";
import type { Complaint } from "../core/complaint/state.ts";
import type { Consequences, Step } from "../journal/journal.ts";
import type { Desk } from "./desk.ts";
import { letterAfter } from "../core/complaint/letters.ts";
import { issueLinks } from "../content/tokens.ts";
import { responsible } from "../office/people.ts";
import { tell } from "../office/notices.ts";
import { makeFindable } from "./findable.ts";
import { queueLetters } from "./letters.ts";

/** What follows from new facts, once and in their own transaction. */
export const react =
  (desk: Desk): Consequences["react"] =>
  async (tx, changes) => {
    const all = changes.flatMap(({ complaintId, steps }) => steps.map((step) => ({ complaintId, ...step })));
    const begun = all.flatMap(({ complaintId, fact }) =>
      fact.type === "Received" ? [{ complaintId, at: fact.recordedAt }] : [],
    );
    await issueLinks(tx, desk.keys, begun);
    const owed = all.flatMap(({ complaintId, fact, state }) => {
      const kind = letterAfter(fact);
      return kind && state.reachableBy.includes("email")
        ? [{ complaintId, version: fact.version, kind }]
        : [];
    });
    await queueLetters(tx, desk, owed);
    for (const each of all) await notifyColleague(tx, desk, each.complaintId, each);
    await makeFindable(tx, changes);
  };

/** Whoever gets a complaint, or is called upon, from somebody else hears of it. */
async function notifyColleague(
  tx: Tx,
  desk: Desk,
  complaintId: string,
  { fact, state }: Step,
): Promise<void> {
  const { type, data, version, actor, recordedAt } = fact;
  const kind = newsOf(fact);
  if (!kind) return;
  const { channels } = await desk.policyAt(recordedAt, tx);
  const subject = `${complaintId} ${version}`;
  const facts = { reference: state.reference, ...(type === "LetterBounced" && { letter: data.kind }) };
  for (const personId of await concerned(tx, fact, state))
    if (personId !== actor)
      await tell(
        tx,
        desk.queue,
        { personId, kind, subject, complaintId, facts },
        channels.email.split("@").at(-1)!,
        recordedAt,
      );
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
    default:
      return undefined;
  }
}

async function concerned(tx: Tx, { type, data }: Fact, state: Complaint): Promise<string[]> {
  if (type === "Assigned") return [data.ownerId];
  if (type === "Escalated") return [data.toId];
  const owner = state.ownerId ? [state.ownerId] : [];
  // What did not help is the management's business too.
  if (owner.length > 0 && type !== "FollowUpAnswered") return owner;
  const { contacts } = await responsible(tx);
  return [...new Set([...owner, ...contacts.filter((id) => !state.conflicts.includes(id))])];
}
