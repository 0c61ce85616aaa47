import type { Circumstances, Receipt, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import { startClock } from "./clocks.ts";

/** Policy Step 1: from this moment on the acknowledgement and proposal clocks run. */
export function receive(command: Receipt, now: Circumstances): ComplaintEvent[] | Refusal {
  const { complainant, receivedAt, channel } = command;
  if (receivedAt > now.now) return { refused: "in-the-future", field: "receivedAt" };
  if (command.statement.trim() === "") return { refused: "words-missing", field: "statement" };
  const reachableBy = (["email", "phone"] as const).filter((way) => complainant[way]);
  const received: ComplaintEvent = {
    type: "Received",
    data: {
      reference: command.reference,
      platform: command.platform,
      channel,
      receivedAt,
      language: complainant.language,
      subject: command.subject.kind,
      ...(command.category && { category: command.category }),
      ...(complainant.preferredContact && { preferredContact: complainant.preferredContact }),
      reachableBy,
      ...(command.intakeId && { intakeId: command.intakeId }),
      acknowledgement: startClock("acknowledgement", receivedAt, now),
      proposal: startClock("proposal", receivedAt, now),
    },
    words: present({
      name: complainant.name,
      email: complainant.email,
      phone: complainant.phone,
      programme: command.subject.programme,
      summary: command.summary,
      statement: command.statement,
      desiredOutcome: command.desiredOutcome,
    }),
    ...(command.files?.length && { files: command.files }),
  };
  // Whom no letter can reach is told the reference and the dates on the page that follows the form.
  const told: ComplaintEvent[] =
    channel === "web" && reachableBy.length === 0
      ? [{ type: "Acknowledged", data: { via: "link", at: now.now } }]
      : [];
  return [received, ...told];
}

/** Leaves out what was not said, so that an empty field is no word. */
export function present<W extends string>(words: { [K in W]?: string | undefined }): { [K in W]?: string } {
  return Object.fromEntries(
    Object.entries(words).filter(([, text]) => text !== undefined && text !== ""),
  ) as { [K in W]?: string };
}
