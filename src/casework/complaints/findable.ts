import type { Receipt } from "../../core/complaint/commands.ts";
import type { Tx } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import { indexContacts, indexProgramme } from "../../record/content/finding.ts";

type Said = { complaintId: string; receipt: Omit<Receipt, "do" | "reference"> };

/** By whom new complaints are, and about which programme: ready to be compared when they get their numbers. */
export async function makeReceiptsFindable(tx: Tx, { keys }: Desk, receipts: readonly Said[]): Promise<void> {
  const contacts = receipts.flatMap(({ complaintId, receipt: { complainant } }) =>
    [complainant.email, complainant.phone]
      .filter((contact) => contact !== undefined)
      .map((contact) => ({ complaintId, contact })),
  );
  await indexContacts(tx, keys, contacts);
  for (const { complaintId, receipt } of receipts)
    if (receipt.subject.programme) await indexProgramme(tx, keys, complaintId, receipt.subject.programme);
}
