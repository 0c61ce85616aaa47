import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compareMeasures, type Described } from "./comparing.ts";

const refund = (amountCents: number, description = "Fee"): Described => ({
  kind: "refund",
  description,
  amountCents,
  basis: "claim",
});
const apology: Described = { kind: "apology", description: "In writing" };

test("a higher refund is a change, an apology that is new is added, a voucher that is gone is removed", () => {
  const voucher: Described = { kind: "voucher", description: "v", amountCents: 5_000, basis: "goodwill" };
  assert.deepEqual(compareMeasures([refund(10_000), voucher], [apology, refund(24_000)]), {
    measures: [
      { change: "added", is: apology },
      { change: "changed", was: refund(10_000), is: refund(24_000) },
      { change: "removed", was: voucher },
    ],
    totalCents: { was: 15_000, is: 24_000 },
  });
});

test("of several refunds each is compared with the one it is most like", () => {
  const { measures } = compareMeasures(
    [refund(24_000, "Fee"), refund(8_900, "Hotel")],
    [refund(9_900, "Hotel"), refund(24_000, "Fee")],
  );
  assert.deepEqual(measures, [
    { change: "changed", was: refund(8_900, "Hotel"), is: refund(9_900, "Hotel") },
  ]);
});

const measure: fc.Arbitrary<Described> = fc.record(
  {
    kind: fc.constantFrom("refund", "voucher", "apology", "correction"),
    description: fc.constantFrom("a", "b"),
    amountCents: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: ["kind", "description"] },
);
const offer = fc.array(measure, { maxLength: 6 });

test("the same offer in another order is no difference; applying the changes to what was gives what is", () => {
  const sorted = (all: Described[]) => all.map((each) => JSON.stringify(each)).toSorted();
  fc.assert(
    fc.property(offer, offer, (before, after) => {
      assert.deepEqual(compareMeasures(before, before.toReversed()).measures, []);
      const { measures, totalCents } = compareMeasures(before, after);
      const rest = sorted(before);
      for (const { was } of measures) if (was) rest.splice(rest.indexOf(sorted([was])[0]!), 1);
      const applied = [...rest, ...sorted(measures.flatMap(({ is }) => (is ? [is] : [])))].toSorted();
      assert.deepEqual(applied, sorted(after));
      const cents = (all: Described[]) => all.reduce((sum, { amountCents = 0 }) => sum + amountCents, 0);
      assert.deepEqual(totalCents, { was: cents(before), is: cents(after) });
    }),
  );
});
