import type { Circumstances, Receipt, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import { isCovered } from "../calendar/calendar.ts";
import { isoInstant } from "../calendar/opening-hours.ts";
import { startClock } from "./clocks.ts";

/** Policy Step 1: from this moment on the acknowledgement and proposal clocks run. */
export function receive(command: Receipt, now: Circumstances): ComplaintEvent[] | Refusal {
  const { complainant, receivedAt, channel } = command;
  const unusual = unusualDate(receivedAt, now);
  if (unusual && !command.receivedAtReason?.trim())
    return { refused: "reason-missing", field: "receivedAtReason" };
  if (!isCovered(now.calendar, receivedAt)) return { refused: "outside-calendar", field: "receivedAt" };
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
      ...(command.programme && { programme: command.programme }),
      ...(complainant.preferredContact && { preferredContact: complainant.preferredContact }),
      reachableBy,
      ...(command.intakeId && { intakeId: command.intakeId }),
      ...(command.imported && { imported: true as const }),
      acknowledgement: startClock("acknowledgement", receivedAt, now),
      proposal: startClock("proposal", receivedAt, now),
      // Nobody could act before it was taken down.
      assignment: startClock("assignment", now.now, now),
      triage: startClock("triage", now.now, now),
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
  const explained: ComplaintEvent[] = unusual
    ? [
        {
          type: "ReceiptDateExplained",
          data: { receivedAt, because: unusual },
          words: present({ reason: command.receivedAtReason }),
        },
      ]
    : [];
  return [received, ...explained, ...told];
}

const usualDelay = { hours: 30 * 24 };

/** A receipt that is dated ahead, or more than 30 days back, changes what was promised: somebody answers for it. */
function unusualDate(receivedAt: string, { now }: Circumstances): "future" | "long_past" | undefined {
  if (receivedAt > now) return "future";
  return receivedAt < isoInstant(Temporal.Instant.from(now).subtract(usualDelay)) ? "long_past" : undefined;
}

/** Leaves out what was not said, so that an empty field is no word. */
export function present<W extends string>(words: { [K in W]?: string | undefined }): { [K in W]?: string } {
  return Object.fromEntries(
    Object.entries(words).filter(([, text]) => text !== undefined && text !== ""),
  ) as { [K in W]?: string };
}
