import type { Figures } from "../contract.ts";
import type { Group, Telling } from "./line.ts";
import { causesGroup, cellsGroup } from "./about.ts";
import { actionsGroup, handlingGroup, qualityGroup, surveysGroup, trainingGroup } from "./handling.ts";
import { fileReviewsGroup } from "./file-reviews.ts";
import { backlogGroup, openGroup, rateGroup } from "./counts.ts";
import { comingBackGroup, firstProposalsGroup, outcomesGroup, satisfactionGroup } from "./results.ts";
import { promisesGroup, timesGroup } from "./promises.ts";
import { redressGroup } from "./redress.ts";

const inOrder = [
  backlogGroup,
  rateGroup,
  cellsGroup,
  promisesGroup,
  timesGroup,
  openGroup,
  outcomesGroup,
  firstProposalsGroup,
  comingBackGroup,
  satisfactionGroup,
  redressGroup,
  causesGroup,
  actionsGroup,
  handlingGroup,
  qualityGroup,
  trainingGroup,
  surveysGroup,
  fileReviewsGroup,
];

/** Every figure of a report, grouped and named. A group of which a week or a year has nothing is left out. */
export const groupsOf = (figures: Figures, telling: Telling): Group[] =>
  inOrder.map((group) => group(figures, telling)).filter(({ lines }) => lines.length > 0);
