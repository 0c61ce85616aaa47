import type { Desk } from "../../record/desk.ts";
import type { Handlers, No } from "../../operations.ts";
import type { surveyOperations } from "./contract.ts";
import { may } from "../../core/access/access.ts";
import { mayInOffice } from "../../core/access/office.ts";
import { openAnswers, surveyAnswer, surveyAnswers, surveyImports } from "./answers.ts";
import { decideAnswer } from "./deciding.ts";
import { surveyFigures } from "./figures.ts";
import { importSurvey } from "./importing.ts";
import { thresholdHandlers } from "./threshold.ts";

const forbidden: No = { kind: "forbidden" };

/** The API of participant surveys. What participants wrote is read by whoever reads complaints. */
export function surveyHandlers(desk: Desk): Handlers<typeof surveyOperations> {
  return {
    ...thresholdHandlers(desk),
    "POST /surveys/imports": async ({ who, body }) => {
      if (!mayInOffice(who.roles, "import-surveys")) return forbidden;
      const imported = await importSurvey(desk, body, who.id);
      return "id" in imported ? { ok: imported } : imported;
    },
    "GET /surveys/imports": async ({ who }) =>
      mayInOffice(who.roles, "read-office") ? { ok: { items: await surveyImports(desk) } } : forbidden,
    "GET /surveys/answers": async ({ who, query }) =>
      may(who.roles, "read")
        ? { ok: { items: await surveyAnswers(desk, who, query), open: await openAnswers(desk) } }
        : forbidden,
    "POST /surveys/answers/:id/decision": async ({ who, params, body }) => {
      if (!may(who.roles, "receive")) return forbidden;
      const answer = await surveyAnswer(desk, who, params.id);
      if (!answer) return { kind: "unknown" };
      const decided = await decideAnswer(desk, who, answer, body);
      return decided === "decided" ? { ok: (await surveyAnswer(desk, who, params.id))! } : decided;
    },
    "GET /surveys/figures/:month": async ({ who, params: { month } }) =>
      mayInOffice(who.roles, "read-office") ? { ok: await surveyFigures(desk.db, month) } : forbidden,
  };
}
