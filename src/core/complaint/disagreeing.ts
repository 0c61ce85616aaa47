import type { Circumstances, Command, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint } from "./state.ts";

type Declare = Extract<Command, { do: "declare-deadlock" }>;

/**
 * There will be no agreement. A consumer is told in text form to whom to turn and whether we take part there, whatever our
 * size (VSBG §37); the words of then stay with the fact. Somebody who complains for a business is not.
 */
export function declareDeadlock(
  { via, at, reason, conciliation }: Declare,
  { stage, deadlock, consumer, reachableBy }: Complaint,
  { actor }: Circumstances,
): ComplaintEvent[] | Refusal {
  if (stage !== "in_discussion") return { refused: "not-in-discussion" };
  if (deadlock) return { refused: "deadlock-declared" };
  const data = { via, at, by: actor, consumer };
  if (!consumer) return [{ type: "DeadlockDeclared", data, words: { reason } }];
  if (!conciliation) return { refused: "conciliation-unnamed" };
  if (via === "phone") return { refused: "text-form", field: "via" };
  if (via === "email" && !reachableBy.includes("email")) return { refused: "no-email-address", field: "via" };
  const { body, address, url, stance } = conciliation;
  return [
    {
      type: "DeadlockDeclared",
      data: { ...data, stance },
      words: { reason, conciliationBody: body, conciliationAddress: address, conciliationUrl: url },
    },
  ];
}
