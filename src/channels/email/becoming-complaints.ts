import type { Desk } from "../../record/desk.ts";
import type { Tx } from "../../engine/database/database.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { receiveAll } from "../../casework/complaints/handle.ts";
import { filesOf, mailRoom, noText, type Readable } from "./disposing.ts";
import type { Placing } from "./ledger.ts";
import type { Mail } from "./parsing.ts";
import { redact } from "./redacting.ts";

/** Makes a complaint of each message, in their order. */
export async function becomeComplaints(tx: Tx, desk: Desk, known: readonly Readable[]): Promise<Placing[]> {
  if (known.length === 0) return [];
  const receipts = known.map((each) => receiptOf(desk, each));
  const outcomes = await receiveAll(desk, mailRoom, receipts, { tx });
  return outcomes.map((outcome) =>
    "kind" in outcome && outcome.kind === "recorded"
      ? { disposition: "complaint", complaintId: outcome.complaintId }
      : { disposition: "quarantine", reason: "refused" in outcome ? outcome.refused : outcome.kind },
  );
}

function receiptOf({ keys }: Desk, known: Readable) {
  const { message, mail, verdicts, policy } = known;
  const { from, subject, text } = mail;
  const { language } = verdicts;
  return {
    platform: platformOf(mail, policy),
    channel: "email" as const,
    receivedAt: message.received_at,
    // Only asked for when it is placed a month after it reached us.
    receivedAtReason: message.imported
      ? "Imported from an archive."
      : "Placed long after it had reached the mailbox.",
    complainant: { language, ...(from && { email: from.address }), ...(from?.name && { name: from.name }) },
    subject: { kind: "other" as const },
    ...(subject && { summary: subject }),
    statement: redact(keys, text, undefined) || noText[language],
    intakeId: message.id,
    files: filesOf(known),
    ...(message.imported && { imported: true }),
  };
}

/** The platform whose domain the message was written to, else the first: it can be corrected, it cannot be lost. */
function platformOf({ to }: Mail, { platforms }: Policy): string {
  const domains = to.map(({ address }) => address?.split("@").at(-1)?.toLowerCase() ?? "");
  return (platforms.find(({ hosts }) => hosts.some((host) => domains.includes(host))) ?? platforms[0]!).code;
}
