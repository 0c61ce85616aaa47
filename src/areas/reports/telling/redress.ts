import type { Figures } from "../contract.ts";
import { domain } from "../../../texts/domain.ts";
import { figureWords } from "../../../texts/report-figures.ts";
import { isNone, refusedLine, type Group, type Line, type Telling } from "./line.ts";

const money = (figure: string, label: string, value: number): Line => ({
  figure: `redress.${figure}`,
  label,
  unit: "cents",
  value,
});

export function redressGroup({ redress }: Figures, { language, nameOf }: Telling): Group {
  const w = figureWords(language).redress;
  const group = { code: "redress", title: w.title, how: w.how };
  if (isNone(redress)) return { ...group, lines: refusedLine("redress.total", w.total, "cents", redress) };
  const { total, byType, byBasis, byTarget, perClosedCase, goodwillShare } = redress;
  const d = domain(language);
  const measure: Record<string, string> = d.measure;
  const basis: Record<string, string> = d.basis;
  const lines: Line[] = [
    money("total.promised", w.total, total.promised),
    money("total.paid", w.paid, total.paid),
    ...(perClosedCase === undefined ? [] : [money("perClosedCase", w.perClosedCase, perClosedCase)]),
    ...Object.entries(byType).flatMap(([type, { promised, paid }]) => [
      money(`byType.${type}.promised`, w.byType(measure[type] ?? type), promised),
      money(`byType.${type}.paid`, w.byTypePaid(measure[type] ?? type), paid),
    ]),
    ...Object.entries(byBasis).map(([code, { promised }]) =>
      money(`byBasis.${code}`, w.byBasis(basis[code] ?? code), promised),
    ),
    ...Object.entries(byTarget).map(([code, { promised }]) =>
      money(`byTarget.${code}`, w.byTarget(nameOf("programme", code)), promised),
    ),
  ];
  if (goodwillShare !== undefined)
    lines.push({
      figure: "redress.goodwillShare",
      label: w.goodwillShare,
      unit: "share",
      value: goodwillShare,
    });
  return { ...group, lines };
}
