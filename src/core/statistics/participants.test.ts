import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  aboveItsPlatform,
  participantsIn,
  platformsWithout,
  repeatedPlace,
  type ParticipantCount,
} from "./participants.ts";

const count = (platform: string, programme: string | undefined, participants: number): ParticipantCount => ({
  platform,
  ...(programme && { programme }),
  participants,
});

test("a platform's own count goes before the sum of its programmes, which count somebody twice", () => {
  const counts = [
    count("one", undefined, 40),
    count("one", "wind", 30),
    count("one", "solar", 25),
    count("two", "wind", 7),
    count("two", "solar", 3),
  ];
  assert.deepEqual(participantsIn(counts), {
    total: 50,
    byPlatform: { one: 40, two: 10 },
    byProgramme: { wind: 37, solar: 28 },
  });
});

test("nobody at all is a number, and nothing said is none", () => {
  assert.deepEqual(participantsIn([count("one", undefined, 0)]).byPlatform, { one: 0 });
  assert.deepEqual(platformsWithout([count("one", undefined, 0)], ["one", "two"]), ["two"]);
});

test("a place that is said twice, or a programme above its platform, is found by its index", () => {
  assert.equal(repeatedPlace([count("one", "a", 1), count("two", "a", 1), count("one", "a", 2)]), 2);
  assert.equal(repeatedPlace([count("one", undefined, 1), count("one", "a", 1)]), -1);
  assert.equal(aboveItsPlatform([count("one", "a", 6), count("one", undefined, 5)]), 0);
  assert.equal(aboveItsPlatform([count("one", "a", 5), count("one", undefined, 5)]), -1);
  assert.equal(aboveItsPlatform([count("one", "a", 6), count("two", undefined, 5)]), -1);
});

test("the order of lines changes no figure, and the total is the sum of the platforms", () => {
  const lines = fc.uniqueArray(
    fc.record({
      platform: fc.constantFrom("one", "two", "three"),
      programme: fc.option(fc.constantFrom("a", "b"), { nil: undefined }),
      participants: fc.nat(500),
    }),
    { selector: ({ platform, programme }) => `${platform} ${programme}` },
  );
  fc.assert(
    fc.property(lines, (drawn) => {
      const counts = drawn.map(({ platform, programme, participants }) =>
        count(platform, programme, participants),
      );
      const found = participantsIn(counts);
      assert.deepEqual(participantsIn(counts.toReversed()), found);
      assert.equal(
        Object.values(found.byPlatform).reduce((all, each) => all + each, 0),
        found.total,
      );
    }),
  );
});
