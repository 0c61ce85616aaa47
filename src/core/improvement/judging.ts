import type { Recurrence } from "../statistics/coming-back.ts";
import { effectOf, type Effect, type Verdict } from "../statistics/effectiveness.ts";

/** What was counted in one stretch; participants only where every month of it is known. */
export type Count = { complaints: number; days: number; participants?: number };

export type Counted = {
  before: Count;
  after: Count;
  recurrences: readonly Recurrence[];
  /** Complaints of the target after the action that nobody has found a cause for yet: they may turn out to have this one. */
  undetermined: number;
};

export const bases = ["participants", "days"] as const;

/** Both ways to count, the one that decides, and its verdict. */
export type Judgement = {
  basis: (typeof bases)[number];
  verdict: Verdict;
  byDays: Effect;
  byParticipants?: Effect;
  /** The verdict if every undetermined complaint had this cause; only where that is another one. */
  ifAllCounted?: Verdict;
};

/** Participants decide where they are known on both sides; a month without any has no rate, and days decide. */
export function judge({ before, after, recurrences, undetermined }: Counted): Judgement {
  const perDay = (complaints: number) =>
    certain(
      effectOf(
        { complaints: before.complaints, exposure: before.days },
        { complaints, exposure: after.days },
        recurrences,
      ),
    );
  const [ta = 0, tb = 0] = [before.participants, after.participants];
  const perParticipant = (complaints: number) =>
    certain(
      effectOf({ complaints: before.complaints, exposure: ta }, { complaints, exposure: tb }, recurrences),
    );
  const known = ta > 0 && tb > 0;
  const deciding = known ? perParticipant : perDay;
  const { verdict } = deciding(after.complaints);
  const worst = deciding(after.complaints + undetermined).verdict;
  return {
    basis: known ? "participants" : "days",
    verdict,
    byDays: perDay(after.complaints),
    ...(known && { byParticipants: perParticipant(after.complaints) }),
    ...(worst !== verdict && { ifAllCounted: worst }),
  };
}

/** Counts and exposures above are whole and more than nothing, so a refusal is a mistake of ours. */
function certain(effect: ReturnType<typeof effectOf>): Effect {
  if ("refused" in effect) throw new RangeError(effect.refused);
  return effect;
}
