import type { Handlers, No } from "../../operations.ts";
import type { Desk } from "../../record/desk.ts";
import type { Staff } from "../../core/access/access.ts";
import type { LessonView, trainingOperations } from "./contract.ts";
import { may } from "../../core/access/access.ts";
import { mayInOffice } from "../../core/access/office.ts";
import { present } from "../../casework/complaints/changing.ts";
import { changeLesson, draftLesson } from "./drafting.ts";
import { lessons } from "./lessons.ts";
import { latestStates } from "./records.ts";

type Own = Extract<keyof typeof trainingOperations, `${string}/training/lessons${string}`>;
const forbidden = { kind: "forbidden" } as const;

/** The API of lessons: drafted by whoever reads cases, settled by a manager, read by everybody once accepted. */
export function lessonHandlers(desk: Desk): Pick<Handlers<typeof trainingOperations>, Own> {
  const shown = async (who: Staff, id: string) => (await lessons(desk, who, id))[0];
  const answer = async (who: Staff, done: { id: string } | No): Promise<{ ok: LessonView } | No> =>
    "id" in done ? { ok: (await shown(who, done.id))! } : done;
  /** Takes it into a session, or not at all; what was told in a session stays told. */
  const settle = async (who: Staff, id: string, version: number, to: Parameters<typeof changeLesson>[4]) => {
    if (!mayInOffice(who.roles, "accept-lessons")) return forbidden;
    const lesson = await shown(who, id);
    if (!lesson) return { kind: "unknown" } as const;
    if (!lesson.maySettle) return { kind: "conflict", code: "lesson-settled" } as const;
    return answer(who, await changeLesson(desk, lesson, version, lesson, to, who.id));
  };
  return {
    "GET /training/lessons": async ({ who }) =>
      mayInOffice(who.roles, "read-office") ? { ok: { items: await lessons(desk, who) } } : forbidden,
    "POST /training/lessons": async ({ who, body, ...asked }) =>
      may(who.roles, "read") ? answer(who, await draftLesson(desk, who, body, asked)) : forbidden,
    "PUT /training/lessons/:id": async ({ who, params, body: { version, ...told } }) => {
      if (!may(who.roles, "read")) return forbidden;
      const lesson = await shown(who, params.id);
      if (!lesson) return { kind: "unknown" };
      if (lesson.state !== "drafted") return { kind: "conflict", code: "lesson-settled" };
      if (!lesson.mayChange) return forbidden;
      const to = { state: "drafted" } as const;
      return answer(who, await changeLesson(desk, lesson, version, told, to, who.id));
    },
    "POST /training/lessons/:id/acceptance": async ({ who, params, body: { version, sessionId } }) => {
      if (sessionId !== undefined && !(await isPlanned(desk, sessionId)))
        return { kind: "invalid", field: "sessionId", message: "no_planned_session" };
      return settle(who, params.id, version, { state: "accepted", ...present({ sessionId }) });
    },
    "POST /training/lessons/:id/declining": ({ who, params, body: { version, reason } }) =>
      settle(who, params.id, version, { state: "declined", reason }),
  };
}

async function isPlanned({ db }: Desk, id: string): Promise<boolean> {
  const row = await latestStates(db).where("state.session_id", "=", id).executeTakeFirst();
  return row?.state === "planned";
}
