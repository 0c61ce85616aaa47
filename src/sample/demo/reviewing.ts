import type { Course } from "../seeding/agenda.ts";
import type { Kit } from "./kit.ts";
import { reviewInputs, type ReviewInput } from "../../core/reviewing/review.ts";
import { participantsIn } from "./programmes.ts";

const notes: Record<ReviewInput, string> = {
  performance: "Promises were mostly kept; what was late waited for statements from outside.",
  satisfaction: "Fewer low answers than in the month before.",
  audits: "No audit in this month.",
  earlier_actions: "Looked at one by one; those responsible have said how they stand.",
  changes: "No change of law or of the programme.",
  resources: "Two handlers are enough; training is up to date.",
  recommendations: "Go on as decided.",
};

/** Early on the first of each month somebody says how many took part; of the last month one number is still missing. */
export async function* countParticipants({ ask, team, days }: Kit): Course {
  for (const month of days.months.slice(0, -1)) {
    yield days.at(month.add({ months: 1 }).toPlainDate({ day: 1 }), "05:00");
    const isLast = month.equals(days.ago(1));
    const counts = participantsIn(month).filter(({ platform }) => !isLast || platform === "ctterra");
    await ask(team.maren, "PUT /participants/:month", {
      params: { month: month.toString() },
      body: { version: 0, complete: !isLast, counts },
    });
  }
}

/** The management team talks about each report and signs; the latest is still open. */
export async function* holdReviews(kit: Kit): Course {
  const { ask, team, days } = kit;
  const { maren, mats, arno } = team;
  // On the first days of a month the report of the one before is not there yet.
  const latest = days.on(days.ago(0), 1, "06:00") < days.end ? days.ago(1) : days.ago(2);
  for (const month of days.months.filter((each) => Temporal.PlainYearMonth.compare(each, latest) < 0)) {
    const meeting = days.on(month.add({ months: 1 }), 7, "10:00");
    yield meeting;
    const params = { period: month.toString() };
    const review = await ask(maren, "GET /reviews/:period", { params });
    for (const { id, silent, ownerId } of review.earlier)
      if (silent)
        await ask(kit.colleague(ownerId), "POST /actions/:id/notes", {
          params: { id },
          body: { note: "On its way; the date still holds." },
        });
    const decided = kit.decisions.get(month.toString()) ?? [];
    await ask(maren, "PUT /reviews/:period", {
      params,
      body: {
        version: review.version,
        record: {
          reportVersion: review.report.version,
          meetingOn: meeting.slice(0, 10),
          chairId: maren.id,
          attendees: [maren.id, mats.id],
          absent: [arno.id],
          inputs: reviewInputs.map((input) => ({ input, note: notes[input] })),
          discussion: "Went through the findings of the report and the late cases one by one.",
          decisions: decided.map(({ title }) => title),
          nextOn: days.on(month.add({ months: 2 }), 7, "10:00").slice(0, 10),
        },
      },
    });
    for (const body of decided) {
      await ask(maren, "POST /reviews/:period/actions", { params, body });
      await kit.opened(body.title);
    }
    await ask(maren, "POST /reviews/:period/signature", { params, body: {} });
  }
}
