import type { Db } from "../../engine/database/database.ts";
import type { Handlers, No } from "../../operations.ts";
import type { surveyOperations } from "./contract.ts";
import { mayInOffice } from "../../core/access/office.ts";
import { usualThreshold } from "../../core/statistics/survey-scores.ts";
import { setting } from "../../organisation/office/people.ts";
import { changeSetting } from "../../organisation/office/settings.ts";
import { SurveyThreshold } from "./contract.ts";

/** Which answers are low; what administrators never set is as it usually is. */
export const lowThreshold = (db: Db): Promise<SurveyThreshold> =>
  setting(db, "survey-threshold", SurveyThreshold, usualThreshold);

type Threshold = Pick<
  Handlers<typeof surveyOperations>,
  "GET /office/survey-threshold" | "PUT /office/survey-threshold"
>;
const forbidden: No = { kind: "forbidden" };

/** Answers that are here were judged by the threshold of their day; every state of it is kept. */
export const thresholdHandlers = ({ db, now }: { db: Db; now: () => string }): Threshold => ({
  "GET /office/survey-threshold": async ({ who }) =>
    mayInOffice(who.roles, "read-office") ? { ok: await lowThreshold(db) } : forbidden,
  "PUT /office/survey-threshold": async ({ who, body }) => {
    if (!mayInOffice(who.roles, "change-settings")) return forbidden;
    if (body.bottom >= body.steps) return { kind: "invalid", field: "bottom", message: "not_all_low" };
    await changeSetting(db, "survey-threshold", body, who.id, now());
    return { ok: await lowThreshold(db) };
  },
});
