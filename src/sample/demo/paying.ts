import type { Course } from "../seeding/agenda.ts";
import type { Kit } from "./kit.ts";
import { addBusinessDays, dateOf } from "../../core/calendar/calendar.ts";

/**
 * Each business day what the bank has carried out is booked, and what was released is ordered. What was ordered in the
 * last week is not booked yet, and what was released in the last two days not ordered.
 */
export async function* payEachDay({ ask, team, days, cases: { calendar, desk } }: Kit): Course {
  const until = addBusinessDays(calendar, days.today, -2);
  const unbooked = addBusinessDays(calendar, days.today, -6);
  for (;;) {
    const next = addBusinessDays(calendar, dateOf(calendar, desk.now()), 1);
    if (Temporal.PlainDate.compare(next, until) >= 0) return;
    yield days.at(next, "15:30");
    const ordered = await ask(team.mats, "GET /payments", { query: { state: "ordered" } });
    if (Temporal.PlainDate.compare(next, unbooked) < 0)
      for (const { id } of ordered.items)
        await ask(team.mats, "POST /payments/:id/paid", { params: { id }, body: {} });
    const released = await ask(team.mats, "GET /payments", { query: { state: "released" } });
    if (released.items.length > 0) await ask(team.mats, "POST /payments/files", { body: {} });
  }
}
