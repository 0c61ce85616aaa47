import type { Person } from "../../../core/access/access.ts";
import type { Fact, FactType } from "../../../core/complaint/events.ts";
import type { Db } from "../../../engine/database/database.ts";
import type { Step } from "../../../record/journal/journal.ts";
import { readsInterviews } from "../../../core/access/investigating.ts";
import { visibleTo } from "./visible.ts";

const interviewFacts: ReadonlySet<FactType> = new Set<FactType>([
  "InterviewArranged",
  "InterviewHeld",
  "InterviewShown",
  "InterviewAnswered",
]);

/** What not everybody reads who sees the complaint; a hit in a search would tell that something was said. */
export const unsearchable: ReadonlySet<FactType> = new Set<FactType>([...interviewFacts, "RepeatConfirmed"]);

/** The versions that somebody may not read although the complaint is theirs to see; no word of them is fetched. */
export async function hiddenFrom(db: Db, who: Person, steps: readonly Step[]): Promise<number[]> {
  const latest = steps.at(-1);
  if (!latest) return [];
  const interviews = readsInterviews(who, latest.state) ? new Set<FactType>() : interviewFacts;
  const barred = await barredRepeats(db, who, steps);
  return steps
    .filter(({ fact }) => interviews.has(fact.type) || (isRepeat(fact) && barred.has(fact.data.of)))
    .map(({ fact }) => fact.version);
}

/** That this one repeats another tells of the other: nothing to whoever may not see that one. */
async function barredRepeats(db: Db, who: Person, steps: readonly Step[]): Promise<Set<string>> {
  const others = steps.flatMap(({ fact }) => (isRepeat(fact) ? [fact.data.of] : []));
  if (others.length === 0) return new Set();
  const seen = await db
    .selectFrom("complaint")
    .select("id")
    .where("id", "in", others)
    .where(visibleTo(who))
    .execute();
  return new Set(others).difference(new Set(seen.map(({ id }) => id)));
}

const isRepeat = <F extends Fact>(fact: F): fact is Extract<F, { type: "RepeatConfirmed" }> =>
  fact.type === "RepeatConfirmed";
