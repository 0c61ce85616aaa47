import type { Figures } from "../contract.ts";
import { figureWords } from "../../../texts/report-figures.ts";
import { countLine, isNone, refusedLine, type Group, type Telling } from "./line.ts";

export function backlogGroup({ backlog }: Figures, { language }: Telling): Group {
  const { title, how, ...w } = figureWords(language).backlog;
  const order = ["openBefore", "received", "reopened", "closed", "withdrawn", "openAfter"] as const;
  const lines = order.map((name) => countLine(`backlog.${name}`, w[name], backlog[name]));
  return { code: "backlog", title, how, lines };
}

export function rateGroup({ rate }: Figures, { language }: Telling): Group {
  const w = figureWords(language).rate;
  const { title, how } = w;
  if (isNone(rate))
    return { code: "rate", title, how, lines: refusedLine("rate.rate", w.rate, "per-100", rate) };
  const { lower, upper, complaints, participants } = rate;
  const lines = [
    { figure: "rate.rate", label: w.rate, unit: "per-100", value: rate.rate, lower, upper } as const,
    countLine("rate.complaints", figureWords(language).backlog.received, complaints),
    countLine("rate.participants", w.participants, participants, "people"),
  ];
  return { code: "rate", title, how, lines };
}

export function openGroup({ open }: Figures, { language }: Telling): Group {
  const w = figureWords(language).open;
  const { title, how } = w;
  const ages = isNone(open.ages)
    ? refusedLine("open.ages", title, "complaints", open.ages)
    : open.ages.map(({ from, to, count }) =>
        countLine(`open.ages.${from}`, w.age(String(from), to === undefined ? undefined : String(to)), count),
      );
  const lines = [...ages, countLine("open.overdue", w.overdue, open.overdueInAll)];
  return { code: "open", title, how, lines };
}
