import { diffArrays, diffWords } from "diff";

/** A piece of a line that stayed, came or went. */
export type Piece = { text: string; change?: "added" | "removed" };
/** A line of a text; one that only stayed has a single piece without a change. */
export type ChangedLine = Piece[];

/** One text beside an earlier one, line by line and within a changed line word by word. */
export function compareLines(earlier: string[], later: string[]): ChangedLine[] {
  const runs = diffArrays(earlier, later);
  const lines: ChangedLine[] = [];
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index]!;
    const next = runs[index + 1];
    if (run.removed && next?.added) {
      lines.push(...changed(run.value, next.value));
      index += 1;
    } else lines.push(...run.value.map((text) => [piece(text, run)]));
  }
  return lines;
}

/** Lines that gave way to as many others are shown as one line with its changed words. */
function changed(before: string[], after: string[]): ChangedLine[] {
  if (before.length !== after.length)
    return [
      ...before.map((text) => [piece(text, { removed: true })]),
      ...after.map((text) => [piece(text, { added: true })]),
    ];
  return before.map((text, index) => diffWords(text, after[index]!).map((part) => piece(part.value, part)));
}

const piece = (text: string, { added, removed }: { added?: boolean; removed?: boolean }): Piece => ({
  text,
  ...(added && { change: "added" }),
  ...(removed && { change: "removed" }),
});
