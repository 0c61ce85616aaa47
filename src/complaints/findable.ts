import type { Receipt } from "../core/complaint/commands.ts";
import type { ComplaintEvent } from "../core/complaint/events.ts";
import type { Step } from "../journal/journal.ts";
import type { Tx } from "../database/database.ts";
import type { Desk } from "./desk.ts";
import { indexContacts, indexProgramme, indexWords, isFindable } from "../content/finding.ts";
import { unsearchable } from "./queries/hidden.ts";

/** What a new complaint says, and by whom: ready to be found when it gets its number. */
export async function makeReceiptFindable(
  tx: Tx,
  { keys }: Desk,
  complaintId: string,
  {
    complainant: { name, email, phone },
    subject,
    summary,
    statement,
    desiredOutcome,
  }: Omit<Receipt, "do" | "reference">,
): Promise<void> {
  const words = [name, email, phone, subject.programme, summary, statement, desiredOutcome];
  const contacts = [email, phone].filter((contact) => contact !== undefined);
  await indexWords(tx, complaintId, 1, words.filter((text) => text !== undefined).join("\n"));
  await indexContacts(tx, keys, complaintId, contacts);
  if (subject.programme) await indexProgramme(tx, keys, complaintId, subject.programme);
}

/** What a further fact says; of a new complaint only its number is left. */
export async function makeFindable(
  tx: Tx,
  complaintId: string,
  { fact, state }: Step,
  event: ComplaintEvent,
): Promise<void> {
  // Whoever may not read an interview must not learn from a search what was said in it either.
  if (unsearchable.has(fact.type)) return undefined;
  if (fact.type === "Received") return indexWords(tx, complaintId, 0, state.reference);
  const words: Record<string, string | undefined> = event.words ?? {};
  const spoken = Object.entries(words).flatMap(([name, text]) =>
    text !== undefined && isFindable(name) ? [text] : [],
  );
  if (spoken.length > 0) await indexWords(tx, complaintId, fact.version, spoken.join("\n"));
}
