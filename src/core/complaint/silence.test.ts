import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { boss, given, mara, receipt, type Story } from "../../../test/given.ts";
import type { Command } from "./commands.ts";
import { nextSilence } from "./silence.ts";

// A Tuesday; five business days later is Tuesday the 1st, ten Tuesday the 8th, twenty Tuesday the 22nd of December.
const at = "2026-11-24T10:00:00.000Z";
const [five, ten, twenty] = [
  "2026-12-01T16:00:00.000Z",
  "2026-12-08T16:00:00.000Z",
  "2026-12-22T16:00:00.000Z",
];
const by = (who: string, command: Command, now = at): Story => ({ now, by: who, command });
const offered = (...complainant: object[]): Story[] => [
  by(mara, { ...receipt, complainant: { language: "en", email: "a@b.example", ...complainant[0] } }),
  by(mara, { do: "assign", ownerId: mara }),
  by(mara, { do: "investigate", investigatorId: mara }),
  by(mara, { do: "record-finding", allegation: "Cancelled", outcome: "upheld", reasons: "It was." }),
  by(mara, { do: "propose", explanation: "Sorry.", measures: [{ kind: "apology", description: "Sorry" }] }),
  by(boss, { do: "approve", proposal: 1 }),
  by(mara, { do: "dispatch", proposal: 1, via: "phone", at }),
];
const look = { do: "note-silence" } as const;
const noted = (now: string): Story => by("reminders", look, now);
const step = (story: ReturnType<ReturnType<typeof given>["when"]>) => story.data("Unanswered");

describe("silence on a proposal", () => {
  test("is answered with a reminder on the fifth and the tenth business day, and ends with the offer", () => {
    given(...offered())
      .when(look, "2026-12-01T15:59:59.999Z")
      .causes();
    const story = [...offered()];
    for (const [now, expected] of [
      [five, { to: "proposal", step: 1, at: five, last: false, letter: true }],
      [ten, { to: "proposal", step: 2, at: ten, last: false, letter: true }],
      [twenty, { to: "proposal", step: 3, at: twenty, last: true, letter: false }],
    ] as const) {
      assert.deepEqual(step(given(...story).when(look, now)), expected);
      story.push(noted(now));
      given(...story)
        .when(look, now)
        .causes();
    }
    assert.equal(nextSilence(given(...story).state), undefined);
  });

  test("after an outage only the latest step is taken", () => {
    const story = given(...offered()).when(look, ten);
    assert.equal(step(story)?.step, 2);
    assert.equal(step(given(...offered()).when(look, "2027-02-01T10:00:00.000Z"))?.last, true);
  });

  test("whoever asked back, or has no address, gets no letter; the owner is to call", () => {
    const asked = by("customer", { do: "ask", via: "link", at, words: "When?" });
    assert.equal(step(given(...offered(), asked).when(look, five))?.letter, false);
    assert.equal(step(given(...offered({ email: undefined })).when(look, five))?.letter, false);
  });

  test("ends with an answer, a withdrawal, an erasure", () => {
    const accepted = by("customer", { do: "accept", proposal: 1, via: "link", at });
    const erased = by("system", { do: "erase", rule: "r" });
    const withdrawn = by("customer", { do: "withdraw", via: "phone", at });
    for (const end of [accepted, withdrawn, erased])
      assert.equal(nextSilence(given(...offered(), end).state), undefined);
  });

  test("nobody is reminded of what did not arrive, but that it has run out is seen", () => {
    const sent = offered();
    sent[6] = by(mara, { do: "dispatch", proposal: 1, via: "email", at });
    assert.equal(nextSilence(given(...sent).state)?.at, twenty);
  });
});

describe("silence on whether it is solved", () => {
  const asked = [
    ...offered(),
    by("customer", { do: "accept", proposal: 1, via: "link", at }),
    by(mara, { do: "implement", measure: "1.1", at }),
    by(mara, { do: "dispatch-follow-up", via: "email", at }),
    by("mail-room", { do: "follow-up", via: "email", at, letterId: "l" }),
  ];

  test("is asked once more after five business days, and after ten the owner may close", () => {
    given(...asked)
      .when({ do: "close", outcome: "no_answer" })
      .refused("asked-once");
    assert.deepEqual(step(given(...asked).when(look, five)), {
      to: "follow_up",
      step: 1,
      at: five,
      last: false,
      letter: true,
    });
    const again = [...asked, noted(five)];
    given(...again)
      .when({ do: "close", outcome: "no_answer" }, five)
      .causes("Closed");
    const end = step(given(...again).when(look, ten));
    assert.deepEqual([end?.last, end?.letter], [true, false]);
  });
});
