import type { Figures } from "../contract.ts";
import type { Telling } from "../telling/line.ts";
import { neverCounted } from "../../../texts/report-refusals.ts";
import { actionsChart } from "./actions-chart.ts";
import { agesChart } from "./ages-chart.ts";
import { causesChart } from "./causes-chart.ts";
import { controlChart } from "./control-chart.ts";
import type { Drawn } from "./drawn.ts";
import { onTimeChart } from "./on-time-chart.ts";
import { outcomesChart } from "./outcomes-chart.ts";
import { redressChart } from "./redress-chart.ts";

/** The charts of STANDARDS §4.5 and two more control charts, in the order in which they are read. */
export function chartsOf(figures: Figures, telling: Telling): Drawn[] {
  const { rate, proposalDays, redress, gravest } = figures.charts;
  const all = [
    controlChart("rate", rate, telling),
    onTimeChart(figures, telling),
    causesChart(figures, telling),
    agesChart(figures, telling),
    controlChart("proposalDays", proposalDays, telling),
    outcomesChart(figures, telling),
    redressChart(figures, telling),
    actionsChart(figures, telling),
    controlChart("redress", redress, telling),
    controlChart("gravest", gravest, telling),
  ];
  return all.filter(({ refused }) => refused === undefined || !neverCounted(refused));
}
