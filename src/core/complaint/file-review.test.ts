import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { boss, given, mara, receipt, tom } from "../../../test/given.ts";
import { fileCriteria, type FileAnswer, type FileAnswers } from "./file-review.ts";
import { sampleSize } from "./file-sample.ts";

const at = "2026-11-24T09:00:00.000Z";
const kim = "44444444-4444-4444-8444-444444444444";
const all = (answer: FileAnswer, change: Partial<FileAnswers> = {}): FileAnswers => ({
  ...(Object.fromEntries(fileCriteria.map((each) => [each, answer])) as FileAnswers),
  ...change,
});
const review = (answers: FileAnswers, remark?: string) =>
  ({ do: "review-file", answers, ...(remark && { remark }) }) as const;
/** Mara owns, investigates and drafts; Boss approves. */
const followed = [
  receipt,
  { do: "assign", ownerId: mara },
  { do: "investigate", investigatorId: mara },
  { do: "record-finding", allegation: "Cancelled", outcome: "upheld", reasons: "It was." },
  {
    now: at,
    by: mara,
    command: { do: "propose", explanation: "Sorry.", measures: [{ kind: "apology", description: "Ours" }] },
  },
  { now: at, by: boss, command: { do: "approve", proposal: 1 } },
  { do: "dispatch", proposal: 1, via: "phone", at },
  { do: "accept", proposal: 1, via: "phone", at, words: "Yes." },
  { do: "implement", measure: "1.1", at },
  { do: "answer-follow-up", via: "phone", at, solved: true },
] as const satisfies Parameters<typeof given>;
const closed = [...followed, { do: "close", outcome: "resolved" }] as const satisfies Parameters<
  typeof given
>;

describe("reviewing a closed file", () => {
  test("somebody who had no hand in it says what it shows; nobody who had one does", () => {
    given(...closed)
      .when(review(all("yes")), at, tom)
      .causes("FileReviewed");
    for (const hand of [mara, boss])
      given(...closed)
        .when(review(all("yes")), at, hand)
        .refused("own-file");
    const taken = [...closed.slice(0, 1), { do: "assign", ownerId: kim } as const];
    given(...taken)
      .when(review(all("yes")), at, kim)
      .refused("complaint-not-closed");
  });

  test("handing it to somebody else before it is closed makes nobody's own work another's", () => {
    const handedOn = [
      receipt,
      { do: "assign", ownerId: tom },
      ...closed.slice(1),
    ] as const satisfies Parameters<typeof given>;
    given(...handedOn)
      .when(review(all("yes")), at, tom)
      .refused("own-file");
    given(...handedOn)
      .when(review(all("yes")), at, kim)
      .causes("FileReviewed");
  });

  test("it is closed, and reviewed once for each time that it was closed", () => {
    given(...followed)
      .when(review(all("yes")), at, tom)
      .refused("complaint-not-closed");
    const reviewed = [...closed, { now: at, by: tom, command: review(all("yes")) }] as const;
    given(...reviewed)
      .when(review(all("yes")), at, kim)
      .refused("file-reviewed");
    const again = given(...reviewed, { do: "reopen", because: "staff", reason: "A letter came." });
    assert.equal(again.state.fileReviewed, undefined);
  });

  test("what is wanting is said in words, and the words are no part of the chain", () => {
    const wanting = all("yes", { letters: "no", redress: "not_applicable" });
    given(...closed)
      .when(review(wanting), at, tom)
      .refused("words-missing", "remark");
    const told = given(...closed).when(review(wanting, "The letter says nothing of the date."), at, tom);
    told.causes("FileReviewed");
    assert.deepEqual(told.data("FileReviewed"), { answers: wanting, by: tom });
    assert.deepEqual(told.words("FileReviewed"), { remark: "The letter says nothing of the date." });
  });
});

test("a tenth is drawn, three at least, thirty at most, and never more than there are", () => {
  assert.deepEqual([0, 1, 3, 4, 30, 31, 250, 299, 5_000].map(sampleSize), [0, 1, 3, 3, 3, 4, 25, 30, 30]);
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), (closedFiles) => {
      const size = sampleSize(closedFiles);
      assert.ok(size <= closedFiles && size <= 30 && size >= Math.min(closedFiles, 3));
    }),
  );
});
