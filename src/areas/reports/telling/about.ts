import type { Cell } from "../figures.ts";
import type { Figures } from "../contract.ts";
import { domain } from "../../../texts/domain.ts";
import { figureWords } from "../../../texts/report-figures.ts";
import { numeral } from "../../../texts/quantities.ts";
import { countLine, isNone, refusedLine, type Group, type Line, type None, type Telling } from "./line.ts";

type Cut = { name: "platform" | "programme" | "category" | "severity"; cells: Cell[] | None };

export function cellsGroup(
  { byPlatform, byProgramme, byCategory, bySeverity }: Figures,
  telling: Telling,
): Group {
  const { title, how } = figureWords(telling.language).cells;
  const cuts: Cut[] = [
    { name: "platform", cells: byPlatform },
    { name: "programme", cells: byProgramme },
    { name: "category", cells: byCategory },
    { name: "severity", cells: bySeverity },
  ];
  return { code: "about", title, how, lines: cuts.flatMap((cut) => linesOf(cut, telling)) };
}

function linesOf({ name, cells }: Cut, { language, nameOf }: Telling): Line[] {
  const w = figureWords(language).cells;
  if (isNone(cells)) return refusedLine(`about.${name}`, w[name], "complaints", cells);
  const severities: Record<string, string> = domain(language).severity;
  const called = (code: string) => (name === "severity" ? (severities[code] ?? code) : nameOf(name, code));
  return cells.map((cell): Line => {
    const line = { figure: `about.${name}.${cell.name}`, label: `${w[name]}: ${called(cell.name)}` };
    if ("count" in cell) return { ...line, unit: "complaints", value: cell.count };
    const note =
      "fewerThan" in cell ? w.fewerThan(numeral(language, "complaints", cell.fewerThan)) : w.hidden;
    return { ...line, unit: "complaints", note };
  });
}

export function causesGroup({ causes: { pareto, period } }: Figures, { language, nameOf }: Telling): Group {
  const w = figureWords(language).causes;
  const twelve = isNone(pareto)
    ? refusedLine("causes.pareto", w.title, "complaints", pareto)
    : pareto.map(({ cause, count }) =>
        countLine(`causes.pareto.${cause}`, w.twelve(nameOf("cause", cause)), count),
      );
  const now = Object.entries(period).map(([cause, count]) =>
    countLine(`causes.period.${cause}`, w.period(nameOf("cause", cause)), count),
  );
  return { code: "causes", title: w.title, how: w.how, lines: [...twelve, ...now] };
}
