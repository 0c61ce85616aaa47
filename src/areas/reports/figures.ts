import { z } from "zod";
import { clockKinds, findingOutcomes } from "../../core/complaint/events.ts";

/** Where there is no figure, the reason stands in its place, never a zero. */
export const none = z.object({ refused: z.string() }).loose();

const count = z.int().min(0);
/** A share from 0 to 1 of how many, with Wilson's 95 % interval. */
export const Share = z.object({
  count,
  of: count,
  share: z.number(),
  lower: z.number(),
  upper: z.number(),
});
export const ShareOrNone = z.union([Share, none]);

/** Counts of fewer than three could reveal a person and are not told. */
export const Cell = z.union([
  z.object({ name: z.string(), count }),
  z.object({ name: z.string(), fewerThan: count }),
  z.object({ name: z.string(), hidden: z.literal(true) }),
]);
export type Cell = z.output<typeof Cell>;
export const Cells = z.union([z.array(Cell), none]);

const Mix = z.union([z.record(z.string(), Share), none]);

/** Hours for acknowledgements, business days for the rest. */
const Times = z.union([
  z.object({ n: count, median: z.number(), p90: z.number(), longest: z.number() }),
  none,
]);

export const Backlog = z.object({
  openBefore: count,
  received: count,
  reopened: count,
  closed: count,
  withdrawn: count,
  openAfter: count,
});

export const Rate = z.union([
  z.object({
    complaints: count,
    participants: count,
    per: count,
    rate: z.number(),
    lower: z.number(),
    upper: z.number(),
  }),
  none,
]);

const OnTime = z.object({
  excluded: count,
  onTime: count,
  late: count,
  openOverdue: count,
  rate: z.union([Share.extend({ excluded: count }), none]),
});
export const Promises = z.object(
  Object.fromEntries(clockKinds.map((kind) => [kind, OnTime])) as Record<
    (typeof clockKinds)[number],
    typeof OnTime
  >,
);
export const TimesTaken = z.object(
  Object.fromEntries(clockKinds.map((kind) => [kind, Times])) as Record<
    (typeof clockKinds)[number],
    typeof Times
  >,
);

/** A case beyond the date that it owes next. Shown only to who may see that complaint. */
export const OverdueCase = z.object({
  complaintId: z.uuid(),
  reference: z.string(),
  stage: z.string(),
  clock: z.string(),
  dueAt: z.string(),
  /** Business days since its receipt. */
  age: count,
  lateReason: z.string().optional(),
});
export type OverdueCase = z.output<typeof OverdueCase>;

export const Open = z.object({
  ages: z.union([z.array(z.object({ from: count, to: count.optional(), count })), none]),
  overdue: z.array(OverdueCase),
  /** Where there are more than the list holds. */
  overdueInAll: count,
});

export const Outcomes = z.object({
  ...(Object.fromEntries(findingOutcomes.map((outcome) => [outcome, count])) as Record<
    (typeof findingOutcomes)[number],
    typeof count
  >),
  withdrawn: count,
  /** Closed without any finding. */
  undecided: count,
  upheldRate: ShareOrNone,
});

export const FirstProposals = z.object({
  accepted: ShareOrNone,
  unanswered: ShareOrNone,
  deadlocks: count,
  referrals: count,
  /** Outcome → how many ended so. */
  referralOutcomes: z.record(z.string(), count),
});

export const ComingBack = z.object({
  month: z.string(),
  rate: ShareOrNone,
  /** Complaints of the period whose cause an action had been taken against before. */
  recurrences: count,
});

const Scores = z.union([
  z.object({ n: count, satisfied: Share, mean: z.number(), responseRate: Share }),
  none,
]);
export const Satisfaction = z.object({
  handling: Scores,
  result: Scores,
  /** How those were satisfied whose complaint was not upheld: the signal of fairness. */
  notUpheld: Scores,
});

const Money = z.object({ promised: count, paid: count });
export const Redress = z.union([
  z.object({
    total: Money,
    byType: z.record(z.string(), Money),
    byBasis: z.record(z.string(), Money),
    byTarget: z.record(z.string(), Money),
    perClosedCase: count.optional(),
    goodwillShare: z.number().optional(),
  }),
  none,
]);

export const Causes = z.object({
  pareto: z.union([
    z.array(
      z.object({
        cause: z.string(),
        count,
        share: z.number(),
        cumulative: z.number(),
        vital: z.boolean(),
      }),
    ),
    none,
  ]),
  /** The same in this period alone. */
  period: z.record(z.string(), count),
});

export const Actions = z.object({
  open: count,
  overdue: count,
  closed: count,
  effective: count,
  not_shown: count,
  ineffective: count,
  medianAge: z.union([z.number(), none]),
  checkedInTime: ShareOrNone,
});

export const Handling = z.object({
  /** Of promises that were missed, those about which the customer was told before. */
  heldBeforeMiss: ShareOrNone,
  /** Of complaints received, those that changed hands afterwards. */
  rerouted: ShareOrNone,
  /** Hours from receipt until it was taken down. */
  recordingDelay: Times,
  channels: Mix,
  languages: Mix,
  anonymous: ShareOrNone,
});

export const Quality = z.object({
  missingCategory: ShareOrNone,
  missingCause: ShareOrNone,
  /** Receipts that somebody dated in a way that had to be explained, and corrected ones. */
  datesExplained: count,
  calendarConfirmed: z.boolean(),
});

export const Training = z.object({
  handlers: count,
  trained: ShareOrNone,
  sessions: count,
});

export const FileReviews = z.object({
  drawn: count,
  reviewed: count,
  /** The share of what applied that was as it should be; and how often which point was wanting. */
  found: z.union([z.object({ score: z.number(), wanting: z.record(z.string(), count) }), none]),
});

export const Surveys = z.object({
  answers: count,
  low: ShareOrNone,
  possibleComplaints: z.object({ open: count, complaints: count, none: count }),
});
