import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { judge } from "./judging.ts";

const stretch = (complaints: number, participants?: number, days = 90) => ({
  complaints,
  days,
  ...(participants !== undefined && { participants }),
});
const counted = { recurrences: [], undetermined: 0 };

describe("the verdict on an action", () => {
  test("the numbers of STANDARDS §4.4: nine of 180 and two of 190 is an effect, four of 180 is none that is shown", () => {
    const shown = judge({ before: stretch(9, 180), after: stretch(2, 190), ...counted });
    assert.deepEqual([shown.verdict, shown.basis], ["effective", "participants"]);
    assert.ok(Math.abs(shown.byParticipants!.rateRatio! - 0.2105) < 5e-5);
    assert.ok(Math.abs(shown.byParticipants!.p - 0.0267) < 5e-5);
    assert.equal(judge({ before: stretch(4, 180), after: stretch(2, 190), ...counted }).verdict, "not_shown");
  });

  test("participants decide where both sides have them, and days are told beside them", () => {
    // Twice as many people, and as many complaints: better per person, the same per day.
    const grown = judge({ before: stretch(12, 100), after: stretch(12, 400), ...counted });
    assert.deepEqual(
      [grown.basis, grown.verdict, grown.byDays.verdict],
      ["participants", "effective", "ineffective"],
    );
  });

  test("a month without participants, or one that nobody knows, leaves the days", () => {
    for (const after of [stretch(1, 0), stretch(1)]) {
      const found = judge({ before: stretch(9, 180), after, ...counted });
      assert.deepEqual([found.basis, found.byParticipants], ["days", undefined]);
    }
  });

  test("complaints whose cause is not found yet could turn the verdict, and it says so", () => {
    const open = { before: stretch(9, 180), after: stretch(2, 190), recurrences: [] };
    assert.equal(judge({ ...open, undetermined: 1 }).ifAllCounted, "not_shown");
    assert.equal(judge({ ...open, undetermined: 0 }).ifAllCounted, undefined);
  });
});
