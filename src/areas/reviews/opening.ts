import type { Tx } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import { addBusinessDays, dateOf } from "../../core/calendar/calendar.ts";
import { reviewDueOn } from "../../core/reviewing/review.ts";
import { firstRun } from "../../engine/queue/periods.ts";
import { todayOf } from "../improvement/actions.ts";
import { responsible } from "../../organisation/office/people.ts";
import { tell } from "../../organisation/office/notices.ts";
import { managementTeam } from "../../organisation/office/management-team.ts";

/** Opens the review of every month that has a report and no review, and invites the management team. Harmless twice. */
export async function openReviews(desk: Desk): Promise<void> {
  const policy = await desk.policyAt(desk.now());
  const calendar = await desk.calendar(policy);
  const rows = await desk.db
    .selectFrom("report")
    .select("period")
    .where("kind", "=", "month")
    .where("version", "=", 1)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("management_review")
            .select("id")
            .whereRef("management_review.period", "=", "report.period"),
        ),
      ),
    )
    .orderBy("period")
    .execute();
  if (rows.length === 0) return;
  const begun = dateOf(calendar, await setUpAt(desk)).toString();
  for (const { period } of rows) {
    const dueOn = reviewDueOn(period, calendar);
    // Months from before Redress have reports for comparison; nobody can have reviewed them in time.
    if (dueOn < begun) continue;
    await desk.db.transaction().execute(async (tx) => {
      const opened = await tx
        .insertInto("management_review")
        .values({ id: crypto.randomUUID(), period, opened_at: desk.now(), due_on: dueOn })
        .onConflict((conflict) => conflict.doNothing())
        .returning("id")
        .executeTakeFirst();
      const { people } = await managementTeam(tx);
      if (opened) await tellTeam(tx, desk, people, { period, news: "opened", on: dueOn });
    });
  }
}

async function setUpAt({ db, now }: Desk): Promise<string> {
  const first = await db
    .selectFrom("policy_version")
    .select("published_at")
    .orderBy("published_at")
    .limit(1)
    .executeTakeFirst();
  return first?.published_at ?? now();
}

/** So many business days before a review is due its team is reminded. */
const daysBefore = 3;

/** Once a day: reminds the team of what is due soon, and calls the escalation contacts when a review is overdue. */
export async function remindOfReviews(desk: Desk): Promise<void> {
  const today = await todayOf(desk);
  const calendar = await desk.calendar(await desk.policyAt(desk.now()));
  const soon = addBusinessDays(calendar, Temporal.PlainDate.from(today), daysBefore).toString();
  await desk.db.transaction().execute(async (tx) => {
    if (!(await firstRun(tx, "reviews", today, desk.now()))) return;
    const rows = await tx
      .selectFrom("management_review")
      .select(["period", "due_on"])
      .where("due_on", "<=", soon)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("review_fact")
              .select("version")
              .whereRef("review_fact.review_id", "=", "management_review.id")
              .where("kind", "=", "signed"),
          ),
        ),
      )
      .execute();
    if (rows.length === 0) return;
    const [{ people }, { contacts }] = await Promise.all([managementTeam(tx), responsible(tx)]);
    for (const { period, due_on } of rows) {
      const late = due_on < today;
      const news = late ? "overdue" : "due_soon";
      await tellTeam(tx, desk, late ? [...people, ...contacts] : people, { period, news, on: due_on });
    }
  });
}

type ReviewNews = { period: string; news: "opened" | "due_soon" | "overdue"; on: string };

/** Each is told once: the month and the date, never a word of what was said. */
const tellTeam = (tx: Tx, desk: Desk, people: readonly string[], facts: ReviewNews): Promise<void> =>
  tell(tx, desk, people, { kind: "review", subject: `${facts.period} ${facts.news}`, facts });
