import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { berlinCalendar } from "../../organisation/policies/holidays.ts";
import { reviewDueOn, reviewInputs, whyNotSigned, type ReviewRecord, type Signing } from "./review.ts";

const record: ReviewRecord = {
  reportVersion: 1,
  meetingOn: "2026-10-08",
  chairId: "dora",
  attendees: ["dora", "carla"],
  absent: [],
  inputs: reviewInputs.map((input) => ({ input, note: "Nothing new." })),
  discussion: "Why certificates again?",
  decisions: [],
};
const signing: Signing = {
  by: "dora",
  today: "2026-10-08",
  team: { people: ["dora", "carla", "emil"], quorum: 2 },
  latestReport: 1,
  silent: [],
};
const refusedFor = (change: Partial<ReviewRecord>, circumstances: Partial<Signing> = {}) =>
  whyNotSigned({ ...record, ...change }, { ...signing, ...circumstances });

describe("whether a review can be signed", () => {
  test("complete, by its chair, with the quorum", () => assert.equal(refusedFor({}), undefined));

  test("not before the meeting, and not without a day", () => {
    assert.equal(whyNotSigned(undefined, signing)?.refused, "meeting-missing");
    assert.equal(refusedFor({ meetingOn: undefined })?.refused, "meeting-missing");
    assert.equal(refusedFor({ meetingOn: "2026-10-09" })?.refused, "meeting-missing");
  });

  test("by nobody but the chair, who was there; guests make no quorum", () => {
    assert.equal(refusedFor({}, { by: "carla" })?.refused, "not-the-chair");
    assert.equal(refusedFor({ attendees: ["carla", "emil"] })?.refused, "no-quorum");
    assert.equal(refusedFor({ attendees: ["dora", "guest"] })?.refused, "no-quorum");
  });

  test("each input looked at, by name, and a discussion", () => {
    const inputs = record.inputs.filter(({ input }) => input !== "audits" && input !== "resources");
    assert.deepEqual(refusedFor({ inputs }), { refused: "inputs-missing", which: ["audits", "resources"] });
    assert.equal(refusedFor({ discussion: "  " })?.refused, "discussion-missing");
  });

  test("a later report is acknowledged, and only the latest", () => {
    assert.deepEqual(refusedFor({}, { latestReport: 3 }), { refused: "report-newer", which: [3] });
    assert.equal(refusedFor({}, { latestReport: 3, acknowledged: 2 })?.refused, "report-newer");
    assert.equal(refusedFor({}, { latestReport: 3, acknowledged: 3 }), undefined);
  });

  test("earlier actions that nobody said anything about are named", () => {
    assert.deepEqual(refusedFor({}, { silent: [4, 7] }), {
      refused: "actions-without-status",
      which: [4, 7],
    });
  });

  test("it is due on the tenth business day of the next month", () => {
    assert.equal(reviewDueOn("2026-09", berlinCalendar), "2026-10-14");
    // Christmas of the review of November lies behind its date; New Year before that of December.
    assert.equal(reviewDueOn("2026-12", berlinCalendar), "2027-01-15");
  });
});
