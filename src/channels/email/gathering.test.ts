import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { gathering } from "./gathering.ts";

describe("doing together what has gathered", () => {
  test("whoever comes alone goes alone; who comes meanwhile goes together, and nobody is done twice", async () => {
    const groups: number[][] = [];
    const first = Promise.withResolvers<void>();
    const double = gathering(
      async (group: number[]) => {
        groups.push(group);
        if (groups.length === 1) await first.promise;
        return group.map((each) => each * 2);
      },
      { most: 3 },
    );
    const alone = double(1);
    await new Promise((resolve) => setImmediate(resolve));
    const later = [2, 3, 4, 5].map(double);
    first.resolve();
    assert.deepEqual(await Promise.all([alone, ...later]), [2, 4, 6, 8, 10]);
    assert.deepEqual(groups, [[1], [2, 3, 4], [5]]);
  });

  test("one that cannot be done harms only itself", () =>
    fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 30 }),
        fc.func(fc.boolean()),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 3 }),
        async (items, poisonous, most, atOnce) => {
          const done: number[] = [];
          let busy = 0;
          const run = gathering(
            async (group: number[]) => {
              assert.ok((busy += 1) <= atOnce && group.length <= most);
              await new Promise((resolve) => setImmediate(resolve));
              busy -= 1;
              if (group.some((each) => poisonous(each))) throw new Error("poison");
              done.push(...group);
              return group.map(String);
            },
            { most, atOnce },
          );
          const outcomes = await Promise.allSettled(items.map(run));
          const fine = items.filter((each) => !poisonous(each));
          assert.deepEqual(new Set(done), new Set(fine));
          assert.equal(done.length, fine.length, "nobody is done twice");
          for (const [index, outcome] of outcomes.entries())
            assert.deepEqual(
              outcome.status === "fulfilled" ? outcome.value : "no",
              poisonous(items[index]!) ? "no" : String(items[index]),
            );
        },
      ),
    ));
});
