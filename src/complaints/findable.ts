import type { Receipt } from "../core/complaint/commands.ts";
import type { ComplaintEvent } from "../core/complaint/events.ts";
import type { Change, Step } from "../journal/journal.ts";
import type { Tx } from "../database/database.ts";
import type { Desk } from "./desk.ts";
import { indexContacts, indexProgramme, indexWords, isFindable } from "../content/finding.ts";
import { unsearchable } from "./queries/hidden.ts";

type Said = { complaintId: string; receipt: Omit<Receipt, "do" | "reference"> };

/** What new complaints say, and by whom: ready to be found when they get their numbers. */
export async function makeReceiptsFindable(tx: Tx, { keys }: Desk, receipts: readonly Said[]): Promise<void> {
  const spoken = receipts.map(({ complaintId, receipt }) => {
    const { complainant, subject, summary, statement, desiredOutcome } = receipt;
    const { name, email, phone } = complainant;
    const words = [name, email, phone, subject.programme, summary, statement, desiredOutcome];
    return { complaintId, version: 1, words: words.filter((text) => text !== undefined).join("\n") };
  });
  const contacts = receipts.flatMap(({ complaintId, receipt: { complainant } }) =>
    [complainant.email, complainant.phone]
      .filter((contact) => contact !== undefined)
      .map((contact) => ({ complaintId, contact })),
  );
  await indexWords(tx, ...spoken);
  await indexContacts(tx, keys, contacts);
  for (const { complaintId, receipt } of receipts)
    if (receipt.subject.programme) await indexProgramme(tx, keys, complaintId, receipt.subject.programme);
}

/** What further facts say; of a new complaint only its number is left. */
export async function makeFindable(tx: Tx, changes: readonly Change[]): Promise<void> {
  const spoken = changes.flatMap(({ complaintId, steps, events }) =>
    steps.flatMap((step, index) => {
      const words = findable(step, events[index]!);
      // The number stands beside what was indexed before there was one.
      const version = step.fact.type === "Received" ? 0 : step.fact.version;
      return words.length > 0 ? [{ complaintId, version, words: words.join("\n") }] : [];
    }),
  );
  await indexWords(tx, ...spoken);
}

function findable({ fact, state }: Step, event: ComplaintEvent): string[] {
  // Whoever may not read an interview must not learn from a search what was said in it either.
  if (unsearchable.has(fact.type)) return [];
  if (fact.type === "Received") return [state.reference];
  const words: Record<string, string | undefined> = event.words ?? {};
  return Object.entries(words).flatMap(([name, text]) =>
    text !== undefined && isFindable(name) ? [text] : [],
  );
}
