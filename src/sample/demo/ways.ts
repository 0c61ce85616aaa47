import type { Chance } from "../seeding/chance.ts";
import type { Fate, Way } from "../seeding/cases.ts";
import type { OfficeDays } from "./office-days.ts";
import { isoInstant } from "../../core/calendar/opening-hours.ts";
import { stages } from "../../core/complaint/state.ts";
import { jump, stories } from "../seeding/stories.ts";

export type Begun = { at: string; way: Way };

/** Of a hundred complaints so many go this way. */
const usual: [Fate, number][] = [
  ["agreed", 62],
  ["countered", 10],
  ["declined", 8],
  ["deadlock", 4],
  ["withdrawn", 5],
  ["not_solved", 5],
  ["silent", 3],
  ["no_answer", 3],
];
const venue = stories.find(({ category }) => category === "venue")!;
const refund = stories.find(({ measures: [first] }) => first?.kind === "refund")!;
const others = stories.filter((story) => story !== venue);

/** Every complaint of the year with when it comes and how it goes. */
export function waysOf(
  count: number,
  days: OfficeDays,
  chance: Chance,
  issue: () => string | undefined,
): Begun[] {
  const told = [...jumps(count, days, chance, issue), ...venues(days, chance), ...ofToday(days)];
  const rest = Math.max(0, count - told.length);
  const [from, to] = [days.begin, days.end].map((each) => Temporal.Instant.from(each).epochMilliseconds);
  const spread = Array.from({ length: rest }, (_, index): Begun => {
    const share = (index + chance.part()) / rest;
    const at = isoInstant(Temporal.Instant.fromEpochMilliseconds(Math.floor(from! + share * (to! - from!))));
    return { at, way: anyWay(chance) };
  });
  return [...told, ...spread];
}

function anyWay(chance: Chance): Way {
  const fate = fateOf(chance);
  const also = (["interview", "declaration", "repeat", "conflict"] as const).filter(() => chance.of(0.08));
  const written = fate === "withdrawn" || fate === "not_solved" || fate === "deadlock";
  return {
    story: chance.one(others),
    fate,
    late: chance.of(0.1),
    unwritten: !written && chance.of(0.07),
    also,
    ...(chance.of(0.04) && { payment: "cancelled" as const }),
  };
}

function fateOf(chance: Chance): Fate {
  let at = chance.below(100);
  return usual.find(([, share]) => (at -= share) < 0)![0];
}

/** A new printing of certificates goes wrong in one month; the action of the next ends it. */
const jumps = (count: number, days: OfficeDays, chance: Chance, issue: () => string | undefined): Begun[] =>
  Array.from({ length: Math.max(6, Math.round(count * 0.1)) }, () => ({
    at: days.at(days.ago(6).toPlainDate({ day: 4 + chance.below(22) }), "12:00"),
    way: { story: jump, fate: "agreed", issue },
  }));

/** Too few before and after to show anything: four, then two, neither of them soon. */
const venues = (days: OfficeDays, chance: Chance): Begun[] =>
  [
    [10, 5],
    [10, 20],
    [9, 8],
    [9, 22],
    [6, 10],
    [6, 28],
  ].map(([months, day]) => ({
    at: days.at(days.ago(months!).toPlainDate({ day: day! }), `1${chance.below(5)}:00`),
    way: { story: venue, fate: "agreed" },
  }));

/** So many business days before today something begins that has come to this stage today, and nobody goes on with. */
const daysTo: Record<(typeof stages)[number], number> = {
  received: 1,
  acknowledged: 1,
  under_investigation: 3,
  proposed: 7,
  in_discussion: 9,
  accepted: 9,
  implemented: 13,
  followed_up: 21,
  closed: 22,
  withdrawn: 9,
};

function ofToday({ before }: OfficeDays): Begun[] {
  const each = stages.map((until, index): Begun => {
    const fate: Fate =
      until === "withdrawn" ? "withdrawn" : until === "in_discussion" ? "declined" : "agreed";
    // Whom no letter reaches is not acknowledged before somebody calls.
    const unwritten = until === "received";
    return {
      at: before(daysTo[until]),
      way: { story: others[index % others.length]!, fate, until, unwritten },
    };
  });
  return [
    ...each,
    // Late: not acknowledged, not proposed, not carried out.
    { at: before(3), way: { story: stories[3]!, fate: "agreed", until: "received", unwritten: true } },
    { at: before(9), way: { story: stories[4]!, fate: "agreed", until: "under_investigation" } },
    { at: before(11), way: { story: stories[9]!, fate: "agreed", until: "under_investigation" } },
    { at: before(15), way: { story: stories[5]!, fate: "agreed", until: "accepted" } },
    // Money that has come this far.
    { at: before(9, 3), way: { story: refund, fate: "agreed", payment: "entered" } },
    {
      at: before(10),
      way: { story: refund, fate: "agreed", payment: "released", releasedFrom: before(0, 1) },
    },
    { at: before(32), way: { story: refund, fate: "agreed", payment: "cancelled" } },
    { at: before(16), way: { story: refund, fate: "agreed", releasedFrom: before(5) } },
    // To talk about, and to disagree about.
    { at: before(8, 5), way: { story: stories[6]!, fate: "countered", until: "in_discussion" } },
    { at: before(17), way: { story: stories[8]!, fate: "deadlock" } },
    { at: before(42), way: { story: stories[11]!, fate: "deadlock" } },
    { at: before(21), way: { story: stories[1]!, fate: "silent" } },
    { at: before(24), way: { story: stories[0]!, fate: "not_solved" } },
    {
      at: before(6),
      way: { story: stories[6]!, fate: "agreed", also: ["interview", "declaration", "repeat"] },
    },
  ];
}
