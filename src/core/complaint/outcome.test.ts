import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { FindingOutcome } from "./events.ts";
import { notYetInvestigated, type Allegation } from "./investigation/state.ts";
import { outcomeOf, rootCauseOf } from "./outcome.ts";

const found = (...findings: [FindingOutcome, string?][]) => ({
  unnamedFindings: [],
  investigation: {
    ...notYetInvestigated,
    allegations: findings.map(([outcome, rootCause], index): Allegation => ({
      number: index + 1,
      said: "customer",
      finding: { outcome, by: "mara", ...(rootCause && { rootCause }) },
    })),
  },
});

describe("several points, one outcome", () => {
  test("upheld when all are, not upheld when none is, else partly", () => {
    for (const [findings, outcome] of [
      [["upheld", "upheld"], "upheld"],
      [["not_upheld"], "not_upheld"],
      [["upheld", "not_upheld"], "partly_upheld"],
      [["partly_upheld", "not_determinable"], "partly_upheld"],
      [["not_upheld", "not_determinable"], "not_upheld"],
      [["not_determinable"], "not_determinable"],
    ] as [FindingOutcome[], FindingOutcome][])
      assert.equal(outcomeOf(found(...findings.map((each): [FindingOutcome] => [each]))), outcome);
  });

  test("nothing was found yet: there is none", () => {
    assert.equal(outcomeOf(found()), undefined);
  });

  test("a point that was withdrawn or merged does not count", () => {
    const state = found(["upheld", "content_error"], ["not_upheld"]);
    const [first, second] = state.investigation.allegations;
    const withdrawn = {
      ...state,
      investigation: {
        ...state.investigation,
        allegations: [{ ...first!, ended: "withdrawn" as const }, second!],
      },
    };
    assert.equal(outcomeOf(withdrawn), "not_upheld");
    assert.equal(rootCauseOf(withdrawn), undefined);
  });

  test("the cause is that of the first point that was upheld, else the first that is named", () => {
    assert.equal(
      rootCauseOf(found(["not_upheld", "external_event"], ["upheld", "content_error"])),
      "content_error",
    );
    assert.equal(rootCauseOf(found(["not_upheld", "external_event"])), "external_event");
  });

  test("a finding on words that were never named as an allegation counts too", () => {
    const state = { ...found(), unnamedFindings: [{ outcome: "upheld" as const, rootCause: "third_party" }] };
    assert.equal(outcomeOf(state), "upheld");
    assert.equal(rootCauseOf(state), "third_party");
  });
});
