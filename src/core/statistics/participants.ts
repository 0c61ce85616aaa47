/** How many took part in one month: of a whole platform, or of one programme there. */
export type ParticipantCount = { platform: string; programme?: string; participants: number };

export type Participants = {
  total: number;
  byPlatform: Record<string, number>;
  /** Over all platforms. Whoever takes part in two programmes is counted in both. */
  byProgramme: Record<string, number>;
};

/**
 * Participants have at least one course day in the month (STANDARDS §4.2). The count of a whole platform goes before the
 * sum of its programmes, because somebody in two of them is one participant; without it their sum stands.
 */
export function participantsIn(counts: readonly ParticipantCount[]): Participants {
  const byPlatform: Record<string, number> = {};
  for (const [platform, of] of Map.groupBy(counts, (each) => each.platform)) {
    const whole = of.find(({ programme }) => programme === undefined);
    byPlatform[platform] = whole?.participants ?? add(of);
  }
  const byProgramme: Record<string, number> = {};
  for (const { programme, participants } of counts)
    if (programme !== undefined) byProgramme[programme] = (byProgramme[programme] ?? 0) + participants;
  return {
    total: Object.values(byPlatform).reduce((all, each) => all + each, 0),
    byPlatform,
    byProgramme,
  };
}

const add = (counts: readonly ParticipantCount[]) =>
  counts.reduce((all, { participants }) => all + participants, 0);

/** Platforms of which nothing was said yet; a month without participants says 0. */
export const platformsWithout = (
  counts: readonly ParticipantCount[],
  platforms: readonly string[],
): string[] => platforms.filter((platform) => !counts.some((each) => each.platform === platform));

/** The first count that repeats the place of an earlier one, by its index; -1 when none does. */
export const repeatedPlace = (counts: readonly ParticipantCount[]): number =>
  counts.findIndex((count, index) => counts.slice(0, index).some((earlier) => samePlace(earlier, count)));

const samePlace = (a: ParticipantCount, b: ParticipantCount) =>
  a.platform === b.platform && a.programme === b.programme;

/** The first programme with more participants than its whole platform, by its index; -1 when there is none. */
export const aboveItsPlatform = (counts: readonly ParticipantCount[]): number =>
  counts.findIndex(
    ({ platform, programme, participants }) =>
      programme !== undefined &&
      counts.some(
        (whole) =>
          whole.platform === platform && whole.programme === undefined && whole.participants < participants,
      ),
  );
