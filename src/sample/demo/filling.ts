import type { App } from "../../app.ts";
import type { Clock, Course } from "../seeding/agenda.ts";
import type { Kit as CaseKit } from "../seeding/cases.ts";
import type { Kit } from "./kit.ts";
import { addBusinessDays, dateOf } from "../../core/calendar/calendar.ts";
import { openAgenda } from "../seeding/agenda.ts";
import { seeded } from "../seeding/chance.ts";
import { lifeOf } from "../seeding/life.ts";
import { asking } from "./asking.ts";
import { reviewFiles } from "./file-reviews.ts";
import { decisionsOf, improve } from "./improving.ts";
import { jobsAtOnce } from "./jobs-at-once.ts";
import { receiveMails } from "./mails.ts";
import { officeDays } from "./office-days.ts";
import { payEachDay } from "./paying.ts";
import { publishAgain } from "./publishing.ts";
import { countParticipants, holdReviews } from "./reviewing.ts";
import { goOnHoliday, setUp } from "./setting-up.ts";
import { hire } from "./staff.ts";
import { survey } from "./surveying.ts";
import { train } from "./training.ts";
import { waysOf } from "./ways.ts";

export const monthsTold = 13;
/** Mails to staff are kept from so many days before today on. */
export const keptMailDays = 10;

export type Filling = {
  app: App;
  clock: Clock;
  atOnce: ReturnType<typeof jobsAtOnce>;
  complaints: number;
  /** What is "today", where the year ends. */
  end: string;
  /** From when on news to staff are sent and not read yet. */
  from: string;
  passed: (month: string) => void;
};

/** Tells a year of the sample office, each thing at its time and by the real commands. Answers what was refused. */
export async function fill({
  app,
  clock,
  atOnce,
  complaints,
  end,
  from,
  passed,
}: Filling): Promise<string[]> {
  const { desk, jobs } = app;
  const calendar = await desk.calendar(await desk.policyAt(desk.now()));
  const days = officeDays(calendar, end, monthsTold);
  const chance = seeded(complaints);
  const refused: string[] = [];
  clock.set(days.begin);
  const agenda = openAgenda(clock, () => atOnce.run(jobs));
  const ask = asking(desk);
  const team = await hire(desk);
  const years = [days.months[0]!.year, days.today.year, days.today.year + 1];
  await setUp(ask, team, [...new Set(years)]);

  const { ines, hanna, hakan, lea, arno, maren } = team;
  const cases: CaseKit = {
    desk,
    calendar,
    chance,
    crew: { intake: ines, handlers: [hanna, hakan], approver: arno, manager: maren },
    about: lea.id,
    regulars: new Map(),
    refused: (what) => void refused.push(what),
  };
  const kit: Kit = {
    cases,
    ask,
    team,
    days,
    agenda,
    colleague: (id) => Object.values(team).find((each) => each.id === id)!,
    decisions: decisionsOf({ days, team }),
    opened: async (title) => agenda.add(desk.now(), improve(kit, title)),
  };
  const issue: { id?: string } = {};
  for (const course of [
    train,
    countParticipants,
    holdReviews,
    publishAgain,
    survey,
    payEachDay,
    receiveMails,
    reviewFiles,
  ])
    agenda.add(days.begin, course(kit));
  agenda.add(days.begin, nameIssue(kit, issue));
  agenda.add(days.begin, forgetNews(kit, from));
  agenda.add(
    days.begin,
    eachMorning(kit, () => jobs.tick({})),
  );
  for (const { at, way } of waysOf(complaints, days, chance, () => issue.id))
    agenda.add(at, lifeOf(cases, way));
  await agenda.run(end, (at) => passed(at.slice(0, 7)));

  clock.set(end);
  await goOnHoliday(ask, team, days.today);
  await jobs.tick({});
  await atOnce.run(jobs);
  return refused;
}

/** In the month of the jump somebody sees that it is the same trouble each time. */
async function* nameIssue({ ask, team, days }: Kit, issue: { id?: string }): Course {
  yield days.at(days.ago(6).toPlainDate({ day: 9 }), "10:00");
  const named = await ask(team.hanna, "POST /issues", {
    body: {
      name: "Certificates of other people",
      description: "Since the printing was changed, certificates go out with the names of others.",
    },
  });
  issue.id = named.id;
}

/** What staff were told until here, they have read. */
async function* forgetNews({ cases: { desk } }: Kit, from: string): Course {
  yield from;
  await desk.db
    .updateTable("notice")
    .set((row) => ({
      state: "accepted",
      accepted_at: row.ref("created_at"),
      read_at: row.ref("created_at"),
      last_error: null,
    }))
    .execute();
}

/** What the timers do: reports, reminders, alerts. Once a morning is enough for a year that is told. */
async function* eachMorning({ days, cases: { calendar, desk } }: Kit, tick: () => Promise<void>): Course {
  for (;;) {
    yield days.at(addBusinessDays(calendar, dateOf(calendar, desk.now()), 1), "06:30");
    await tick();
  }
}
