import type { Handlers, No } from "../../operations.ts";
import type { Desk } from "../../record/desk.ts";
import type { Staff } from "../../core/access/access.ts";
import type { SessionView, trainingOperations, TrainingRules } from "./contract.ts";
import { mayInOffice, type OfficeAct } from "../../core/access/office.ts";
import { changeSetting } from "../../organisation/office/settings.ts";
import { recordAttendance } from "./attending.ts";
import { confirmPolicy, ownTraining } from "./confirming.ts";
import { coverage } from "./coverage.ts";
import { lessonHandlers } from "./lesson-operations.ts";
import { addSession, correctSession } from "./recording.ts";
import { rulesSetting, trainingRules } from "./rules.ts";
import { sessionHistory, sessions } from "./sessions.ts";

/** The API of training: planned and recorded by managers and administrators, confirmed by everybody for themselves. */
export function trainingHandlers(desk: Desk): Handlers<typeof trainingOperations> {
  const { db, now } = desk;
  const allowed = async <T>(who: Staff, act: OfficeAct, run: () => Promise<T | No>): Promise<T | No> =>
    mayInOffice(who.roles, act) ? run() : { kind: "forbidden" };
  const shown = async (who: Staff, done: { id: string } | No): Promise<{ ok: SessionView } | No> =>
    "id" in done ? { ok: (await sessions(desk, who, { id: done.id }))[0]! } : done;
  return {
    ...lessonHandlers(desk),
    "GET /training/own": async ({ who }) => ({ ok: await ownTraining(desk, who.id) }),
    "POST /training/confirmations": async ({ who, body }) =>
      (await confirmPolicy(desk, who.id, body.policyVersion)) ?? { ok: await ownTraining(desk, who.id) },
    "GET /training/sessions": ({ who, query }) =>
      allowed(who, "read-office", async () => ({ ok: { items: await sessions(desk, who, query) } })),
    "POST /training/sessions": ({ who, body, ...asked }) =>
      allowed(who, "keep-training", async () => shown(who, await addSession(desk, body, who.id, asked))),
    "PUT /training/sessions/:id": ({ who, params, body }) =>
      allowed(who, "keep-training", async () =>
        shown(who, await correctSession(desk, params.id, body, who.id)),
      ),
    "POST /training/sessions/:id/attendance": ({ who, params, body }) =>
      allowed(who, "keep-training", async () =>
        shown(who, await recordAttendance(desk, params.id, body, who.id)),
      ),
    "GET /training/sessions/:id/history": ({ who, params }) =>
      allowed(who, "read-training", async () => {
        const items = await sessionHistory(desk, params.id);
        return items.length > 0 ? { ok: { items } } : { kind: "unknown" };
      }),
    "GET /training/coverage": ({ who }) =>
      allowed(who, "read-training", async () => ({ ok: await coverage(desk) })),
    "GET /training/rules": ({ who }) =>
      allowed(who, "read-office", async () => ({ ok: await trainingRules(db) })),
    "PUT /training/rules": ({ who, body }) =>
      allowed(who, "change-settings", async () => {
        if (await someUnknown(desk, body))
          return { kind: "invalid", field: "editorialVersions", message: "unknown_version" };
        await changeSetting(db, rulesSetting, body, who.id, now());
        return { ok: await trainingRules(db) };
      }),
  };
}

async function someUnknown({ db }: Desk, { editorialVersions }: TrainingRules): Promise<boolean> {
  const asked = [...new Set(editorialVersions)];
  if (asked.length === 0) return false;
  const rows = await db
    .selectFrom("policy_version")
    .select("version")
    .where("version", "in", asked)
    .execute();
  return rows.length < asked.length;
}
