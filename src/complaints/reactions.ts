import type { Tx } from "../database/database.ts";
import type { ComplaintEvent } from "../core/complaint/events.ts";
import type { Consequences, Step } from "../journal/journal.ts";
import type { Desk } from "./desk.ts";
import { letterAfter } from "../core/complaint/letters.ts";
import { indexContacts, indexWords } from "../content/finding.ts";
import { issueLink } from "../content/tokens.ts";
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
      await makeFindable(tx, desk, complaintId, steps[index]!, events[index]!);
    }
  };

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
  }
  if (spoken.length > 0) await indexWords(tx, complaintId, fact.version, spoken.join("\n"));
}
