import type { Circumstances, Command, Refusal } from "../commands.ts";
import type { ComplaintEvent } from "../events.ts";
import type { Investigation } from "./state.ts";
import { present } from "../receiving.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

export function recordCall(
  { direction, reached, at, summary }: Doing<"record-call">,
  { actor: by }: Circumstances,
): ComplaintEvent[] | Refusal {
  if (reached && !summary?.trim()) return { refused: "words-missing", field: "summary" };
  return [{ type: "CallRecorded", data: { direction, reached, at, by }, words: present({ summary }) }];
}

/** What somebody needs to take part: an interpreter, large print, a trusted person. The latest note holds. */
export const noteSupportNeeds = (
  { needs, note }: Doing<"note-support-needs">,
  { actor: by }: Circumstances,
): ComplaintEvent[] => [
  { type: "SupportNeedsNoted", data: { needs: [...new Set(needs)], by }, words: present({ note }) },
];

/** The system finds candidates; that it is the same again is said by a person. */
export function confirmRepeat(
  { kind, of, reason }: Doing<"confirm-repeat">,
  { repeats }: Investigation,
  { actor: by }: Circumstances,
): ComplaintEvent[] | Refusal {
  if (repeats.some((each) => each.of === of)) return { refused: "already-linked", field: "of" };
  return [{ type: "RepeatConfirmed", data: { kind, of, by }, words: present({ reason }) }];
}

export function linkIssue(
  { issueId }: Doing<"link-issue">,
  { issues }: Investigation,
  { actor: by }: Circumstances,
): ComplaintEvent[] | Refusal {
  if (issues.includes(issueId)) return { refused: "already-linked", field: "issueId" };
  return [{ type: "IssueLinked", data: { issueId, by } }];
}

export function unlinkIssue(
  { issueId, reason }: Doing<"unlink-issue">,
  { issues }: Investigation,
  { actor: by }: Circumstances,
): ComplaintEvent[] | Refusal {
  if (!issues.includes(issueId)) return { refused: "not-linked", field: "issueId" };
  return [{ type: "IssueUnlinked", data: { issueId, by }, words: { reason } }];
}
