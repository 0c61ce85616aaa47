import type { Tx } from "../database/database.ts";
import type { ComplaintEvent, Fact } from "../core/complaint/events.ts";
import type { Complaint } from "../core/complaint/state.ts";
import type { Consequences, Step } from "../journal/journal.ts";
import type { Desk } from "./desk.ts";
import { letterAfter } from "../core/complaint/letters.ts";
import { indexContacts, indexProgramme, indexWords } from "../content/finding.ts";
import { issueLink } from "../content/tokens.ts";
import { responsible } from "../office/people.ts";
import { tell } from "../office/notices.ts";
import { interviewFacts } from "./queries/hidden.ts";
import { queueLetter } from "./letters.ts";

/** What follows from new facts, once and in their own transaction. */
export const react =
  (desk: Desk): Consequences["react"] =>
  async (tx, complaintId, steps, events) => {
    for (const [index, { fact, state }] of steps.entries()) {
      if (fact.type === "Received") await issueLink(tx, desk.keys, complaintId, fact.recordedAt);
      const kind = letterAfter(fact);
      if (kind && state.reachableBy.includes("email"))
        await queueLetter(tx, desk, { complaintId, version: fact.version, kind });
      await notifyColleague(tx, desk, complaintId, steps[index]!);
      await makeFindable(tx, desk, complaintId, steps[index]!, events[index]!);
    }
  };

/** Whoever gets a complaint, or is called upon, from somebody else hears of it. */
async function notifyColleague(
  tx: Tx,
  desk: Desk,
  complaintId: string,
  { fact, state }: Step,
): Promise<void> {
  const { type, data, version, actor, recordedAt } = fact;
  if (type !== "Assigned" && type !== "Escalated" && type !== "LetterBounced") return;
  const kind = ({ Assigned: "assignment", Escalated: "escalation", LetterBounced: "bounced" } as const)[type];
  const { channels } = await desk.policyAt(recordedAt, tx);
  const subject = `${complaintId} ${version}`;
  const facts = { reference: state.reference, ...(type === "LetterBounced" && { letter: data.kind }) };
  for (const personId of await concerned(tx, { type, data } as Fact, state))
    if (personId !== actor)
      await tell(
        tx,
        desk.queue,
        { personId, kind, subject, complaintId, facts },
        channels.email.split("@").at(-1)!,
        recordedAt,
      );
}

async function concerned(tx: Tx, { type, data }: Fact, state: Complaint): Promise<string[]> {
  if (type === "Assigned") return [data.ownerId];
  if (type === "Escalated") return [data.toId];
  if (state.ownerId) return [state.ownerId];
  const { contacts } = await responsible(tx);
  return contacts.filter((id) => !state.conflicts.includes(id));
}

async function makeFindable(
  tx: Tx,
  { keys }: Desk,
  complaintId: string,
  { fact, state }: Step,
  event: ComplaintEvent,
): Promise<void> {
  const words: Record<string, string | undefined> = event.words ?? {};
  const spoken = Object.values(words).filter((text) => text !== undefined);
  if (event.type === "Received") {
    spoken.push(state.reference);
    await indexContacts(
      tx,
      keys,
      complaintId,
      [words.email, words.phone].filter((contact) => contact !== undefined),
    );
    if (words.programme) await indexProgramme(tx, keys, complaintId, words.programme);
  }
  // Whoever may not read an interview must not learn from a search what was said in it either.
  if (spoken.length > 0 && !interviewFacts.has(event.type))
    await indexWords(tx, complaintId, fact.version, spoken.join("\n"));
}
