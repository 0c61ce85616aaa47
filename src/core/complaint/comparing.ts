import type { Measure } from "./events.ts";
import { totalCents } from "./amounts.ts";

/** A measure with its words, as the customer reads it. */
export type Described = Pick<Measure, "kind" | "amountCents" | "basis" | "dueOn" | "redeemableUntil"> & {
  description: string;
};

export type MeasureChange = { change: "added" | "removed" | "changed"; was?: Described; is?: Described };

export type Difference = { measures: MeasureChange[]; totalCents: { was: number; is: number } };

/** How closely two measures must agree to be taken for the same one; tried from the closest on. */
const alike: readonly ((a: Described, b: Described) => boolean)[] = [
  same,
  (a, b) => a.kind === b.kind && a.description === b.description,
  (a, b) => a.kind === b.kind && a.amountCents === b.amountCents,
  (a, b) => a.kind === b.kind,
];

/** What one proposal offers otherwise than the one before: changes where they stand now, what was taken away last. */
export function compareMeasures(before: readonly Described[], after: readonly Described[]): Difference {
  const partner = new Map<Described, Described>();
  const taken = new Set<Described>();
  for (const agree of alike)
    for (const is of after) {
      const was = partner.has(is) ? undefined : before.find((each) => !taken.has(each) && agree(each, is));
      if (!was) continue;
      partner.set(is, was);
      taken.add(was);
    }
  const kept = after.flatMap((is): MeasureChange[] => {
    const was = partner.get(is);
    if (!was) return [{ change: "added", is: plain(is) }];
    return same(was, is) ? [] : [{ change: "changed", was: plain(was), is: plain(is) }];
  });
  const removed = before
    .filter((was) => !taken.has(was))
    .map((was): MeasureChange => ({ change: "removed", was: plain(was) }));
  return {
    measures: [...kept, ...removed],
    totalCents: { was: totalCents(before), is: totalCents(after) },
  };
}

const fields = ["kind", "description", "amountCents", "basis", "dueOn", "redeemableUntil"] as const;

function same(a: Described, b: Described): boolean {
  return fields.every((field) => a[field] === b[field]);
}

/** Without ids and marks of what was done: these differ from round to round and mean nothing here. */
const plain = (measure: Described): Described =>
  Object.fromEntries(
    fields.filter((field) => measure[field] !== undefined).map((field) => [field, measure[field]]),
  ) as Described;
