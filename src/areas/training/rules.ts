import type { Db } from "../../engine/database/database.ts";
import { setting } from "../../organisation/office/people.ts";
import { TrainingRules } from "./contract.ts";

/** The name of the office setting. */
export const rulesSetting = "training";

/** Our own proposal while nobody has set anything (STANDARDS §5, 32). */
const proposed: TrainingRules = {
  validityMonths: 12,
  confirmWithinDays: 30,
  remindDays: [30, 7],
  editorialVersions: [],
};

export const trainingRules = (db: Db): Promise<TrainingRules> =>
  setting(db, rulesSetting, TrainingRules, proposed);
