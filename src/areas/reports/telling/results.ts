import { findingOutcomes } from "../../../core/complaint/events.ts";
import type { Figures } from "../contract.ts";
import { domain } from "../../../texts/domain.ts";
import { moneyWords } from "../../../texts/money.ts";
import { figureWords } from "../../../texts/report-figures.ts";
import { periodInWords } from "../../../texts/quantities.ts";
import { countLine, isNone, refusedLine, shareLine, type Group, type Line, type Telling } from "./line.ts";

export function outcomesGroup({ outcomes }: Figures, { language }: Telling): Group {
  const w = figureWords(language).outcomes;
  const { finding } = domain(language);
  const lines = [
    ...findingOutcomes.map((outcome) =>
      countLine(`outcomes.${outcome}`, finding[outcome], outcomes[outcome]),
    ),
    countLine("outcomes.withdrawn", w.withdrawn, outcomes.withdrawn),
    countLine("outcomes.undecided", w.undecided, outcomes.undecided),
    ...shareLine("outcomes.upheldRate", w.upheldRate, outcomes.upheldRate),
  ];
  return { code: "outcomes", title: w.title, how: w.how, lines };
}

export function firstProposalsGroup({ firstProposals }: Figures, { language }: Telling): Group {
  const w = figureWords(language).firstProposals;
  const endings: Record<string, string> = moneyWords(language).referralOutcomes;
  const lines = [
    ...shareLine("firstProposals.accepted", w.accepted, firstProposals.accepted),
    ...shareLine("firstProposals.unanswered", w.unanswered, firstProposals.unanswered),
    countLine("firstProposals.deadlocks", w.deadlocks, firstProposals.deadlocks),
    countLine("firstProposals.referrals", w.referrals, firstProposals.referrals),
    ...Object.entries(firstProposals.referralOutcomes).map(([outcome, count]) =>
      countLine(
        `firstProposals.referralOutcomes.${outcome}`,
        w.referralOutcome(endings[outcome] ?? outcome),
        count,
      ),
    ),
  ];
  return { code: "firstProposals", title: w.title, how: w.how, lines };
}

export function comingBackGroup(
  { comingBack: { month, rate, recurrences } }: Figures,
  { language }: Telling,
): Group {
  const w = figureWords(language).comingBack;
  const lines = [
    ...shareLine("comingBack.rate", w.rate(periodInWords(language, month)), rate),
    countLine("comingBack.recurrences", w.recurrences, recurrences),
  ];
  return { code: "comingBack", title: w.title, how: w.how, lines };
}

export function satisfactionGroup({ satisfaction }: Figures, { language }: Telling): Group {
  const w = figureWords(language).satisfaction;
  const lines = (["handling", "result", "notUpheld"] as const).flatMap((asked): Line[] => {
    const scores = satisfaction[asked];
    const figure = `satisfaction.${asked}`;
    if (isNone(scores)) return refusedLine(figure, w[asked], "share", scores);
    const mean = { figure: `${figure}.mean`, label: w.mean(w[asked]), unit: "score" } as const;
    return [
      ...shareLine(figure, w[asked], scores.satisfied),
      { ...mean, value: scores.mean, n: scores.n },
      ...shareLine(`${figure}.responseRate`, w.responseRate(w[asked]), scores.responseRate),
    ];
  });
  return { code: "satisfaction", title: w.title, how: w.how, lines };
}
