import { clockKinds } from "../../../core/complaint/events.ts";
import type { Figures } from "../contract.ts";
import { domain } from "../../../texts/domain.ts";
import { figureWords } from "../../../texts/report-figures.ts";
import { numeral } from "../../../texts/quantities.ts";
import { isNone, refusedLine, shareLine, type Group, type Line, type Telling } from "./line.ts";

export function promisesGroup({ promises }: Figures, { language }: Telling): Group {
  const w = figureWords(language).promises;
  const lines = clockKinds.flatMap((clock) => {
    const { rate, late, openOverdue, excluded } = promises[clock];
    const told = [
      [late, w.late],
      [openOverdue, w.openOverdue],
      [excluded, w.excluded],
    ] as const;
    const note = told
      .filter(([count]) => count > 0)
      .map(([count, words]) => `${numeral(language, "complaints", count)} ${words}`)
      .join(", ");
    return shareLine(`promises.${clock}`, w.onTime(domain(language).clock[clock]), rate).map((line) =>
      note === "" ? line : { ...line, note },
    );
  });
  return { code: "promises", title: w.title, how: w.how, lines };
}

export function timesGroup({ times }: Figures, { language }: Telling): Group {
  const { title, how, ...w } = figureWords(language).times;
  const lines = clockKinds.flatMap((clock): Line[] => {
    const taken = times[clock];
    const unit = clock === "acknowledgement" ? "hours" : "business-days";
    const called = domain(language).clock[clock];
    if (isNone(taken)) return refusedLine(`times.${clock}`, called, unit, taken);
    return (["median", "p90", "longest"] as const).map((name) => ({
      figure: `times.${clock}.${name}`,
      label: w[name](called),
      unit,
      value: taken[name],
      n: taken.n,
    }));
  });
  return { code: "times", title, how, lines };
}
