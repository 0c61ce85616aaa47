import type { Course } from "../seeding/agenda.ts";
import type { Decision, Kit } from "./kit.ts";

type Target = { rootCause: string; category: string };

/** What happens to an action after a review has decided on it; months are counted back from this one. */
type Plan = {
  /** Of which month's report the review decides it. */
  decidedOn: number;
  title: string;
  description: string;
  who: "hanna" | "hakan";
  dueOn: (kit: Pick<Kit, "days">) => string;
  target: Target;
  /** On whose page it is shown. */
  programme?: string;
  /** Months ago and day from which it takes effect. */
  effect?: [monthsAgo: number, day: number];
  /** Whether somebody counts its effect when that can be done. */
  checked?: boolean;
};

const dayOf = ({ days }: Pick<Kit, "days">, monthsAgo: number, day: number) =>
  days.ago(monthsAgo).toPlainDate({ day });
const due = (monthsAgo: number, day: number) => (kit: Pick<Kit, "days">) =>
  dayOf(kit, monthsAgo, day).toString();

/** One of each: effective, not shown, to be checked, overdue, and one that is on its way. */
export const plans: Plan[] = [
  {
    decidedOn: 9,
    title: "Heat and test a room before it is booked",
    description: "The site walks through each room on the Friday before and signs a list.",
    who: "hakan",
    dueOn: due(8, 27),
    target: { rootCause: "planning_capacity", category: "venue" },
    effect: [8, 25],
    checked: true,
  },
  {
    decidedOn: 6,
    title: "Compare list and certificates before they are sent",
    description: "Two people compare every certificate with the list; the printing sorts by number again.",
    who: "hanna",
    dueOn: due(5, 27),
    target: { rootCause: "system_defect", category: "certificate" },
    programme: "heat_pumps",
    effect: [5, 24],
    checked: true,
  },
  {
    decidedOn: 5,
    title: "Call everybody when a course is cancelled within two days",
    description: "Course organisation calls, and writes down whom it reached.",
    who: "hakan",
    dueOn: due(4, 27),
    target: { rootCause: "communication_late", category: "scheduling" },
    effect: [4, 16],
  },
  {
    decidedOn: 4,
    title: "One wording for what a Bildungsgutschein covers",
    description: "Advice, website and contract say the same.",
    who: "hanna",
    dueOn: due(1, 15),
    target: { rootCause: "communication_unclear", category: "funding" },
  },
  {
    decidedOn: 2,
    title: "Programme pages say how much practice there is",
    description: "Hours of practice stand beside the price.",
    who: "hakan",
    dueOn: ({ days }) => days.today.add({ days: 30 }).toString(),
    target: { rootCause: "expectation_set_by_marketing", category: "course_content" },
  },
];

export const decisionsOf = (kit: Pick<Kit, "days" | "team">) =>
  new Map<string, Decision[]>(
    plans.map((plan) => [
      kit.days.ago(plan.decidedOn).toString(),
      [
        {
          title: plan.title,
          description: plan.description,
          ownerId: kit.team[plan.who].id,
          dueOn: plan.dueOn(kit),
          ...plan.target,
          ...(plan.programme && { programme: plan.programme }),
        },
      ],
    ]),
  );

/** Done, and counted when the time has come. */
export async function* improve(kit: Kit, title: string): Course {
  const { ask, team, days } = kit;
  const plan = plans.find((each) => each.title === title)!;
  if (!plan.effect) return;
  const { items } = await ask(team.maren, "GET /actions", { query: {} });
  const params = { id: items.find((each) => each.title === title)!.id };
  const owner = team[plan.who];
  const effect = dayOf(kit, ...plan.effect);
  yield days.at(effect, "16:00");
  await ask(owner, "POST /actions/:id/evidence", {
    params,
    body: { title: "The signed list", origin: "department", text: "Signed on the day on which it began." },
  });
  const done = await ask(owner, "POST /actions/:id/completion", {
    params,
    body: {
      effectiveOn: effect.toString(),
      note: "In use from today on.",
      check: { ...plan.target, window: { unit: "days", length: 90 } },
    },
  });
  if (!plan.checked) return;
  // Early in the month after, when it is known how many took part.
  const month = Temporal.PlainDate.from(done.checkFrom!).toPlainYearMonth().add({ months: 1 });
  yield days.on(month, 2, "11:00");
  await ask(team.mats, "POST /actions/:id/check", {
    params,
    body: { note: "Counted with the numbers of the reports." },
  });
}
