import type { Person } from "../../core/access/access.ts";
import type { FactType } from "../../core/complaint/events.ts";
import type { Step } from "../../journal/journal.ts";
import { readsInterviews } from "../../core/access/investigating.ts";

export const interviewFacts: ReadonlySet<FactType> = new Set<FactType>([
  "InterviewArranged",
  "InterviewHeld",
  "InterviewShown",
  "InterviewAnswered",
]);

/** The versions that somebody may not read although the complaint is theirs to see; no word of them is fetched. */
export function hiddenFrom(who: Person, steps: readonly Step[]): number[] {
  const latest = steps.at(-1);
  if (!latest || readsInterviews(who, latest.state)) return [];
  return steps.filter(({ fact }) => interviewFacts.has(fact.type)).map(({ fact }) => fact.version);
}
