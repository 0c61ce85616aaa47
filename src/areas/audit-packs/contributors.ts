import type { Contributor } from "./pack.ts";
import { actions } from "./actions.ts";
import { chainHeads } from "./chain-heads.ts";
import { fileReviews } from "./file-reviews.ts";
import { policies } from "./policies.ts";
import { register } from "./register.ts";
import { reports } from "./reports.ts";
import { reviews } from "./reviews.ts";
import { training } from "./training.ts";

/** Whoever has something to show an auditor (AZAV §2(4) Nr. 9, ISO 10002). */
export const contributors: readonly Contributor[] = [
  policies,
  reports,
  reviews,
  actions,
  training,
  fileReviews,
  register,
  chainHeads,
];
