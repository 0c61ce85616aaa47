import type { Difference, Figures } from "../contract.ts";
import { numeral, type Unit } from "../../../texts/quantities.ts";
import { groupsOf } from "./groups.ts";
import type { Line, Telling } from "./line.ts";

export type ToldDifference = { path: string; label: string; was: string; is: string };

/** Why this is another number than before: each changed leaf under the name of the figure that it belongs to. */
export function differencesInWords(
  differences: readonly Difference[],
  figures: Figures,
  telling: Telling,
): ToldDifference[] {
  const groups = groupsOf(figures, telling);
  const lines = groups.flatMap((group) => group.lines);
  return differences.map(({ path, was, is }) => {
    const line = lines
      .filter(({ figure }) => path === figure || path.startsWith(`${figure}.`))
      .toSorted((a, b) => b.figure.length - a.figure.length)[0];
    const group = groups.find(({ code }) => path.startsWith(`${code}.`));
    const leaf = path.split(".").at(-1)!;
    const value = (each: unknown) => valueInWords(each, unitOf(line, leaf), telling);
    const rest = line && path === line.figure ? "" : ` (${leaf})`;
    return {
      path,
      label: line ? `${line.label}${rest}` : [group?.title, path].filter(Boolean).join(": "),
      was: value(was),
      is: value(is),
    };
  });
}

const shares = ["share", "lower", "upper"];

const unitOf = (line: Line | undefined, leaf: string): Unit =>
  line?.unit === "share" && !shares.includes(leaf) ? "complaints" : (line?.unit ?? "complaints");

function valueInWords(value: unknown, unit: Unit, { language }: Telling): string {
  if (typeof value === "number") return numeral(language, unit, value);
  if (value === null || value === undefined) return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}
