import { isCount, sum, type Refused } from "./figure.ts";

/** What was promised and what was paid, in whole cents. `target` is the course, material or process it was for. */
export type Redress = {
  type: string;
  basis: "claim" | "goodwill";
  target?: string;
  promised: number;
  paid: number;
};

export type Money = { promised: number; paid: number };

export type RedressCost = {
  total: Money;
  byType: Record<string, Money>;
  byBasis: Record<Redress["basis"], Money>;
  byTarget: Record<string, Money>;
  /** Promised cents per closed case, rounded half up; missing in a month without one. */
  perClosedCase?: number;
  /** Of all that was promised, 0 to 1; missing when nothing was. */
  goodwillShare?: number;
};

/** 1 240 + 150 + 320 € are 1 710 €, per 15 closed cases 114.00 €; goodwill 150 of them, 8.8 % (STANDARDS §4.2). */
export function redressCost(
  items: readonly Redress[],
  closedCases: number,
): RedressCost | Refused<"not-whole-cents" | "not-a-count"> {
  if (!items.every(({ promised, paid }) => isCount(promised) && isCount(paid)))
    return { refused: "not-whole-cents" };
  if (!isCount(closedCases)) return { refused: "not-a-count" };
  const total = totalOf(items);
  const byBasis = { claim: none, goodwill: none, ...totalsBy(items, ({ basis }) => basis) };
  return {
    total,
    byType: totalsBy(items, ({ type }) => type),
    byBasis,
    byTarget: totalsBy(items, ({ target }) => target),
    ...(closedCases > 0 && { perClosedCase: roundedShare(total.promised, closedCases) }),
    ...(total.promised > 0 && { goodwillShare: byBasis.goodwill.promised / total.promised }),
  };
}

const none: Money = { promised: 0, paid: 0 };

const totalOf = (items: readonly Redress[]): Money => ({
  promised: sum(items.map(({ promised }) => promised)),
  paid: sum(items.map(({ paid }) => paid)),
});

/** Items without a key are in the total only. */
function totalsBy(
  items: readonly Redress[],
  keyOf: (item: Redress) => string | undefined,
): Record<string, Money> {
  const groups = Map.groupBy(
    items.filter((item) => keyOf(item) !== undefined),
    (item) => keyOf(item)!,
  );
  return Object.fromEntries([...groups].map(([key, group]) => [key, totalOf(group)]));
}

/** In whole numbers throughout: the remainder decides, not a fraction. */
function roundedShare(cents: number, cases: number): number {
  const remainder = cents % cases;
  return (cents - remainder) / cases + (2 * remainder >= cases ? 1 : 0);
}
