import { isCount, type Refused } from "./figure.ts";

export type Cell = { name: string; count: number };

/** A cell that would tell who complained or about whom has no count any more, only "fewer than". */
export type ShownCell = Cell | { name: string; fewerThan: number } | { name: string; hidden: true };

/** Counts below this are not shown where they could reveal a person (STANDARDS §4.1). */
export const smallestShown = 3;

export type Suppression = { below?: number; zeros?: "hidden" | "shown"; totalShown?: boolean };

/**
 * Hides the small counts of a table that could reveal staff or customers. Zeros are hidden with the others, or a hidden
 * cell would say that there was somebody; `zeros: "shown"` for tables where that is harmless. When the total is printed
 * beside the table and only one cell is hidden, the next smallest is hidden with it: else it could be subtracted.
 */
export function suppressSmall(
  cells: readonly Cell[],
  { below = smallestShown, zeros = "hidden", totalShown = true }: Suppression = {},
): ShownCell[] | Refused<"not-a-count"> {
  if (!cells.every(({ count }) => isCount(count))) return { refused: "not-a-count" };
  const small = new Set(cells.filter(({ count }) => count < below && (count > 0 || zeros === "hidden")));
  const subtractable = totalShown && small.size === 1 && [...small].some(({ count }) => count > 0);
  const companion = subtractable
    ? cells
        .filter((cell) => !small.has(cell) && cell.count > 0)
        .reduce<Cell | undefined>(
          (least, cell) => (least && least.count <= cell.count ? least : cell),
          undefined,
        )
    : undefined;
  return cells.map((cell) => {
    if (cell === companion) return { name: cell.name, hidden: true };
    return small.has(cell) ? { name: cell.name, fewerThan: below } : cell;
  });
}
