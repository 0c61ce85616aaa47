import type { Calendar } from "../core/calendar/calendar.ts";
import type { Handlers } from "../http/contract.ts";
import type { policyOperations } from "./contract.ts";
import type { Policies } from "./publication.ts";
import { explain } from "../core/calendar/due.ts";

type Office = Policies & { calendar: Calendar; now: () => string };

export const policyHandlers = ({ policyAt, calendar, now }: Office): Handlers<typeof policyOperations> => ({
  "GET /policies/current": async () => ({ ok: await policyAt(now()) }),
  "GET /calendar/due": async ({ query: { from, clock } }) => {
    const { clocks, endOfBusinessDay } = await policyAt(now());
    const rule = clock === "follow_up" ? clocks.followUp : clocks[clock];
    return { ok: explain(rule, from, calendar, endOfBusinessDay) };
  },
});
