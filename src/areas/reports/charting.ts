import { sql } from "kysely";
import type { z } from "zod";
import type { Db } from "../../engine/database/database.ts";
import type { Counting } from "./counting/counting.ts";
import type { Charts } from "./charts.ts";
import {
  drawFigure,
  drawRare,
  drawRate,
  type Drawn,
  type Limits,
  type Start,
} from "../../core/reporting/control.ts";
import { daysBetween } from "../../core/statistics/month.ts";
import type { EarlierMonth } from "./earlier.ts";

export const chartNames = ["rate", "proposalDays", "redress", "gravest"] as const;
export type ChartName = (typeof chartNames)[number];

/** So many months are shown; limits are those of all that went before. */
const shown = 24;
const onTimeShown = 12;
const raresShown = 60;

export type DrawnCharts = { charts: z.output<typeof Charts>; drawn: Record<ChartName, Drawn> };

/** The charts of a report, from the months that were reported before and the one that is counted now. */
export async function chartsOf(counting: Counting, months: readonly EarlierMonth[]): Promise<DrawnCharts> {
  const starts = await startsOf(counting.db);
  const series = (valueOf: (month: EarlierMonth) => number | undefined) =>
    months.map((month) => {
      const value = valueOf(month);
      return { period: month.period, ...(value !== undefined && { value }) };
    });
  const rate = drawRate(
    months.map(({ period, complaints, participants }) => ({
      period,
      count: complaints,
      ...(participants !== undefined && { of: participants }),
    })),
    starts("rate"),
  );
  const drawn = {
    rate,
    proposalDays: drawFigure(
      series(({ proposalDays }) => proposalDays),
      starts("proposalDays"),
    ),
    redress: drawFigure(
      series(({ redress }) => redress),
      starts("redress"),
    ),
    gravest: drawRare(await daysBetweenGravest(counting), starts("gravest")),
  };
  const chart = (name: ChartName, unit: z.output<typeof Charts>["rate"]["unit"], points: number) => ({
    unit,
    points: drawn[name].points.slice(-points),
    stretches: drawn[name].stretches,
  });
  return {
    drawn,
    charts: {
      rate: chart("rate", rate.per ? "per-100" : "complaints", shown),
      proposalDays: chart("proposalDays", "business-days", shown),
      redress: chart("redress", "cents", shown),
      gravest: chart("gravest", "days-between", raresShown),
      onTime: months.slice(-onTimeShown).flatMap(({ onTime }) => onTime),
      outcomes: byQuarter(months.slice(-shown)),
    },
  };
}

function byQuarter(months: readonly EarlierMonth[]) {
  const quarterOf = ({ period }: EarlierMonth) =>
    `${period.slice(0, 4)}-Q${Math.ceil(Number(period.slice(5)) / 3)}`;
  return [...Map.groupBy(months, quarterOf)].map(([quarter, part]) => {
    const outcomes: Record<string, number> = {};
    for (const month of part)
      for (const [outcome, count] of Object.entries(month.outcomes))
        outcomes[outcome] = (outcomes[outcome] ?? 0) + count;
    return { quarter, outcomes };
  });
}

/** Decided beginnings of limits, and the limits that were frozen for them. */
async function startsOf(db: Db): Promise<(chart: ChartName) => Start[]> {
  const [decided, frozen] = await Promise.all([
    db.selectFrom("chart_start").selectAll().orderBy("from_period").execute(),
    db.selectFrom("chart_limits").selectAll().orderBy("from_period").execute(),
  ]);
  return (chart) => {
    const limits = frozen.filter((row) => row.chart === chart);
    const starts = decided.filter((row) => row.chart === chart);
    const from = [...new Set([...limits, ...starts].map(({ from_period }) => from_period))].toSorted();
    return from.map((period): Start => {
      const cause = starts.find(({ from_period }) => from_period === period)?.cause;
      const kept = limits.find(({ from_period }) => from_period === period)?.limits;
      return {
        from: period,
        ...(cause && { cause }),
        ...(kept !== undefined && { limits: kept as unknown as Limits }),
      };
    });
  };
}

/** Complaints of severity 4 are too few for a rate: each is a point, with the days since the one before. */
async function daysBetweenGravest({ db, span: { before }, calendar }: Counting) {
  const { rows } = await sql<{ day: string }>`
    select (received_at at time zone ${calendar.zone})::date as day from complaint
    where severity = 4 and received_at < ${before} order by received_at`.execute(db);
  return rows.map(({ day }, index) => ({
    period: day,
    ...(index > 0 && { value: daysBetween(rows[index - 1]!.day, day) }),
  }));
}
