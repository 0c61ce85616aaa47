import type { Handlers, No } from "../../operations.ts";
import type { Desk } from "../../record/desk.ts";
import type { reportOperations } from "./contract.ts";
import { mayInOffice } from "../../core/access/office.ts";
import { whyNotYet } from "./asking.ts";
import { makeReport } from "./making.ts";
import { readReport, refusedReports, reportList } from "./reading.ts";

const forbidden: No = { kind: "forbidden" };
const conflict = (code: "report-not-due" | "report-refused" | "nothing-changed" | "chart-started"): No => ({
  kind: "conflict",
  code,
});

/** The API of the reports. */
export function reportHandlers(desk: Desk): Handlers<typeof reportOperations> {
  return {
    "GET /reports": async ({ who, query: { kind, limit } }) =>
      mayInOffice(who.roles, "read-reports")
        ? {
            ok: {
              items: await reportList(desk.db, kind, limit),
              refused: await refusedReports(desk.db),
            },
          }
        : forbidden,
    "GET /reports/:period": async ({ who, params: { period }, query: { version } }) => {
      if (!mayInOffice(who.roles, "read-reports")) return forbidden;
      const report = await readReport(desk, who, period, version);
      if (report) return { ok: report };
      const code = await whyNotYet(desk, period);
      return code === "unknown" ? { kind: "unknown" } : conflict(code);
    },
    "POST /reports/:period/versions": async ({ who, params: { period }, body: { reason } }) => {
      if (!mayInOffice(who.roles, "keep-reports")) return forbidden;
      if (!(await readReport(desk, who, period))) {
        const code = await whyNotYet(desk, period);
        return code === "unknown" ? { kind: "unknown" } : conflict(code);
      }
      const made = await makeReport(desk, period, { by: who.id, reason });
      if (made.made === "refused") return conflict("report-refused");
      if (made.made === "nothing") return conflict("nothing-changed");
      return { ok: (await readReport(desk, who, period))! };
    },
    "POST /reports/baselines": async ({ who, body: { chart, from, cause, actionId } }) => {
      if (!mayInOffice(who.roles, "keep-reports")) return forbidden;
      const added = await desk.db
        .insertInto("chart_start")
        .values({
          chart,
          from_period: from,
          cause,
          action_id: actionId ?? null,
          decided_at: desk.now(),
          decided_by: who.id,
        })
        .onConflict((already) => already.doNothing())
        .returning("chart")
        .executeTakeFirst();
      return added ? { ok: { chart, from } } : conflict("chart-started");
    },
  };
}
