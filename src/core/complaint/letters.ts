import type { Fact } from "./events.ts";

export const letterKinds = [
  "acknowledgement",
  "proposal",
  "acceptance",
  "discussion",
  "holding",
  "implementation",
  "follow_up",
  "reminder",
  "no_answer",
  "withdrawal",
  "reopening",
  "deadlock",
] as const;
/** The letters that a customer can get. */
export type LetterKind = (typeof letterKinds)[number];

/** Which fact is followed by which letter; told by phone or in person, it needs none. */
export function letterAfter({ type, data }: Fact): LetterKind | undefined {
  switch (type) {
    case "Received":
      return data.imported ? undefined : "acknowledgement";
    case "ProposalDispatched":
      return data.via === "email" ? "proposal" : undefined;
    case "ProposalAccepted":
      return "acceptance";
    case "ProposalDeclined":
    case "CounterProposed":
      return "discussion";
    case "HoldingLetterDispatched":
      return data.via === "email" ? "holding" : undefined;
    case "Implemented":
      return "implementation";
    case "FollowUpDispatched":
      return data.via === "email" ? "follow_up" : undefined;
    case "Unanswered":
      return data.letter ? (data.to === "proposal" ? "reminder" : "follow_up") : undefined;
    case "Closed":
      return data.outcome === "no_answer" ? "no_answer" : undefined;
    case "DeadlockDeclared":
      return data.consumer && data.via === "email" ? "deadlock" : undefined;
    case "Withdrawn":
      return "withdrawal";
    case "Reopened":
      return "reopening";
    default:
      return undefined;
  }
}
