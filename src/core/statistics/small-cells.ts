import { isCount, sum, type Refused } from "./figure.ts";

export type Cell = { name: string; count: number };

/** A cell that would tell who complained or about whom has no count any more, only "fewer than". */
export type ShownCell = Cell | { name: string; fewerThan: number } | { name: string; hidden: true };

/** Counts below this are not shown where they could reveal a person (STANDARDS §4.1). */
export const smallestShown = 3;

export type Suppression = {
  below?: number;
  zeros?: "hidden" | "shown";
  totalShown?: boolean;
  /** Names of cells that are hidden beside small ones only when no others are left. */
  spare?: readonly string[];
};

/**
 * Hides the small counts of a table that could reveal staff or customers. Zeros are hidden with the others, or a hidden
 * cell would say that there was somebody; `zeros: "shown"` for tables where that is harmless. When the total is printed
 * beside the table, the next smallest are hidden too while subtraction would still tell a hidden count: 2 alone, and
 * also 1 and 1, or 2 and 2, which are all that two of fewer than three can be together.
 */
export function suppressSmall(
  cells: readonly Cell[],
  { below = smallestShown, zeros = "hidden", totalShown = true, spare = [] }: Suppression = {},
): ShownCell[] | Refused<"not-a-count"> {
  if (!cells.every(({ count }) => isCount(count))) return { refused: "not-a-count" };
  const small = cells.filter(({ count }) => count < below && (count > 0 || zeros === "hidden"));
  const companions: Cell[] = [];
  const others = (totalShown ? cells : [])
    .filter((cell) => cell.count >= below)
    .toSorted((a, b) => rank(a, spare) - rank(b, spare) || a.count - b.count);
  while (others.length > 0 && isTold(small, companions, below)) companions.push(others.shift()!);
  return cells.map((cell) => {
    if (companions.includes(cell)) return { name: cell.name, hidden: true };
    return small.includes(cell) ? { name: cell.name, fewerThan: below } : cell;
  });
}

const rank = ({ name }: Cell, spare: readonly string[]) => (spare.includes(name) ? 1 : 0);

/** Whether the sum of what is hidden leaves its small counts only one value each. */
function isTold(small: readonly Cell[], companions: readonly Cell[], below: number): boolean {
  const total = (list: readonly Cell[]) => sum(list.map(({ count }) => count));
  // A table that lists zeros leaves open that each hidden cell is one; that nobody was there reveals nobody.
  const fewest = small.some(({ count }) => count === 0) ? 0 : small.length;
  if (total(small) === 0) return false;
  if (companions.length > 0) return total(small) + total(companions) - below * companions.length <= fewest;
  return small.length === 1 || total(small) === fewest || total(small) === small.length * (below - 1);
}
