import assert from "node:assert/strict";
import { test } from "node:test";
import type { Standing } from "../../../core/reporting/findings.ts";
import { shownIn } from "./kinds.ts";

const standing = (what: Standing["what"], code: string, count: number): Standing => ({
  what,
  code,
  side: count > 2 ? "more" : "fewer",
  count,
  usual: 12,
  chance: 0.0001,
});

test("no sentence tells what the tables hide: one complaint about a programme that had twelve a month", () => {
  const tables = {
    byProgramme: [
      { name: "wind", count: 9 },
      { name: "solar", fewerThan: 3 },
      { name: "heat", hidden: true as const },
    ],
    byCategory: [{ name: "wind", fewerThan: 3 }],
  };
  const told = (each: Standing) => shownIn(tables, [each]).length === 1;
  assert.equal(told(standing("programme", "solar", 1)), false);
  assert.equal(told(standing("programme", "heat", 5)), false, "or solar could be subtracted");
  assert.equal(told(standing("category", "wind", 2)), false);
  assert.equal(told(standing("programme", "wind", 9)), true);
  assert.equal(
    told(standing("category", "room", 0)),
    true,
    "a table lists no nought, so it is known already",
  );
  assert.equal(told(standing("cause", "solar", 1)), true, "causes are counted openly");
  assert.equal(told({ ...standing("all", "", 1) }), true);
});
