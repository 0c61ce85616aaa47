import { z } from "zod";

/** One point of a control chart; limits are missing where they cannot be computed. */
const Point = z.object({
  period: z.string(),
  value: z.number().optional(),
  /** The number it comes from: complaints, cases. */
  n: z.int().optional(),
  centre: z.number().optional(),
  lower: z.number().optional(),
  upper: z.number().optional(),
  /** Names of the rules that it is a signal of. */
  signals: z.array(z.enum(["outside", "run", "near-limit", "trend"])),
  side: z.enum(["above", "below", "rising", "falling"]).optional(),
});
export type ChartPoint = z.output<typeof Point>;

/** A stretch under one set of limits. A run chart while there are fewer than twelve points. */
const Stretch = z.object({
  from: z.string(),
  to: z.string(),
  kind: z.enum(["u", "u'", "c", "xmr", "t", "run", "none"]),
  /** Why there is no chart. */
  refused: z.string().optional(),
  /** Why new limits began. */
  cause: z.string().optional(),
  centre: z.number().optional(),
  /** Of a run chart: whether runs or crossings are other than chance alone makes them. */
  shifted: z.boolean().optional(),
});

export const ControlChart = z.object({
  unit: z.enum(["per-100", "complaints", "business-days", "cents", "days-between"]),
  points: z.array(Point),
  stretches: z.array(Stretch),
});
export type ControlChart = z.output<typeof ControlChart>;

export const OnTimeChart = z.array(
  z.object({
    period: z.string(),
    clock: z.string(),
    count: z.int(),
    of: z.int(),
    share: z.number(),
    lower: z.number(),
    upper: z.number(),
  }),
);

export const OutcomesChart = z.array(
  z.object({ quarter: z.string(), outcomes: z.record(z.string(), z.int()) }),
);

export const Charts = z.object({
  /** Complaints per 100 participants, 24 months; complaints alone where participants are not complete. */
  rate: ControlChart,
  /** Median business days from receipt to the first proposal. */
  proposalDays: ControlChart,
  /** Cents of redress promised. */
  redress: ControlChart,
  /** Days between complaints of severity 4: too rare for a rate. */
  gravest: ControlChart,
  onTime: OnTimeChart,
  outcomes: OutcomesChart,
});
