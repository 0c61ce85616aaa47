import { z } from "zod";
import { periodKinds, type PeriodKind } from "../../core/reporting/periods.ts";
import { Charts } from "./charts.ts";
import {
  Actions,
  Backlog,
  Causes,
  Cells,
  ComingBack,
  FileReviews,
  FirstProposals,
  Handling,
  Open,
  Outcomes,
  Promises,
  Quality,
  Rate,
  Redress,
  Satisfaction,
  Surveys,
  TimesTaken,
  Training,
} from "./figures.ts";

export type { PeriodKind };

/** "2026-10", "2026-W41" (ISO 8601) or "2026". */
export const periodPattern = /^\d{4}(-(0[1-9]|1[0-2])|-W(0[1-9]|[1-4]\d|5[0-3]))?$/;
const period = z.string().regex(periodPattern);

/** One plain sentence in codes; the texts are in `texts/reports.ts`. */
export const Finding = z.object({
  code: z.string(),
  /** How much it matters: something to act on, to watch, or to be glad of. */
  weight: z.enum(["act", "watch", "good", "note"]),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type Finding = z.output<typeof Finding>;

/** Everything a report says, as it was counted once. Codes, numbers and references; no word of anybody. */
export const Figures = z.object({
  kind: z.enum(periodKinds),
  period,
  /** First instant, and the first that is no longer in it. */
  from: z.string(),
  before: z.string(),
  zone: z.string(),
  /** When it was counted; what became known later is in the next version. */
  asOf: z.string(),
  policyVersion: z.int(),
  calendarVersion: z.string(),
  backlog: Backlog,
  rate: Rate,
  byPlatform: Cells,
  byProgramme: Cells,
  byCategory: Cells,
  bySeverity: Cells,
  promises: Promises,
  times: TimesTaken,
  open: Open,
  outcomes: Outcomes,
  firstProposals: FirstProposals,
  comingBack: ComingBack,
  satisfaction: Satisfaction,
  redress: Redress,
  causes: Causes,
  actions: Actions,
  handling: Handling,
  quality: Quality,
  training: Training,
  surveys: Surveys,
  fileReviews: FileReviews.optional(),
  charts: Charts,
  findings: z.array(Finding),
});
export type Figures = z.output<typeof Figures>;

/** One figure that is another than in the version before; the path names its place. */
export const Difference = z.object({
  path: z.string(),
  was: z.unknown(),
  is: z.unknown(),
});
export type Difference = z.output<typeof Difference>;

export const ReportVersion = z.object({
  version: z.int(),
  asOf: z.string(),
  /** SHA-256 over the figures in canonical form, in hexadecimal. */
  hash: z.string(),
  madeBy: z.string(),
  /** Why there is a later version. */
  reason: z.string().optional(),
  differences: z.array(Difference),
});

export const Report = z.object({
  period,
  kind: z.enum(periodKinds),
  ...ReportVersion.shape,
  figures: Figures,
  versions: z.array(ReportVersion.omit({ differences: true })),
  /** What belongs to the period and became known only after it was counted last: a reason to count again. */
  since: z.object({
    /** Complaints received in it and taken down later, and receipts that were corrected into it or out of it. */
    receipts: z.int(),
    /** Whether somebody changed its participants. */
    participants: z.boolean(),
  }),
});
export type Report = z.output<typeof Report>;

export const ReportRow = z.object({
  period,
  kind: z.enum(periodKinds),
  version: z.int(),
  asOf: z.string(),
  hash: z.string(),
  received: z.int(),
  openAfter: z.int(),
  /** How many findings ask for action. */
  toAct: z.int(),
});
export type ReportRow = z.output<typeof ReportRow>;

const params = z.object({ period });

export const reportOperations = {
  "GET /reports": {
    summary: "The reports that were made, the latest period first",
    query: z.strictObject({
      kind: z.enum(periodKinds).default("month"),
      limit: z.coerce.number().int().min(1).max(120).default(36),
    }),
    ok: z.object({
      items: z.array(ReportRow),
      /** Periods whose report could not be made, and why. */
      refused: z.array(z.object({ period, refused: z.string() })),
    }),
  },
  "GET /reports/:period": {
    summary: "The report of a month, an ISO week or a year: its latest version, or the one asked for",
    params,
    query: z.strictObject({ version: z.coerce.number().pipe(z.int32().positive()).optional() }),
    ok: Report,
  },
  "POST /reports/:period/versions": {
    summary: "Count again: a new version, where a figure is another than before",
    params,
    body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
    ok: Report,
    creates: true,
  },
  "POST /reports/baselines": {
    summary: "Begin new limits of a chart, because something changed it for good",
    body: z.strictObject({
      chart: z.enum(["rate", "proposalDays", "redress", "gravest"]),
      from: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
      cause: z.string().trim().min(3).max(500),
      actionId: z.uuid().optional(),
    }),
    ok: z.object({ chart: z.string(), from: z.string() }),
    creates: true,
  },
} as const;
