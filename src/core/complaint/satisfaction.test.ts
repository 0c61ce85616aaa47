import { describe, test } from "node:test";
import { given, mara, receipt } from "../../../test/given.ts";
import type { Story } from "../../../test/given.ts";
import type { Command } from "./commands.ts";
import assert from "node:assert/strict";

const at = "2026-11-24T10:00:00.000Z";
const boss = "22222222-2222-4222-8222-222222222222";
const by = (who: string, command: Command): Story => ({ now: at, by: who, command });
const implemented: Story[] = [
  by(mara, receipt),
  by(mara, { do: "assign", ownerId: mara }),
  by(mara, { do: "investigate", investigatorId: mara }),
  by(mara, { do: "record-finding", allegation: "Cancelled", outcome: "upheld", reasons: "It was." }),
  by(mara, { do: "propose", explanation: "Sorry.", measures: [{ kind: "apology", description: "Sorry" }] }),
  by(boss, { do: "approve", proposal: 1 }),
  by(mara, { do: "dispatch", proposal: 1, via: "phone", at }),
  by(mara, { do: "accept", proposal: 1, via: "phone", at, words: "Yes." }),
  by(mara, { do: "implement", measure: "1.1", at }),
];
const answer = (via: "link" | "phone" | "email", solved = true) =>
  ({ do: "answer-follow-up", via, at, solved }) as const;

describe("how satisfied the customer is", () => {
  test("is asked after the answer, on the page, once, and either question may be left out", () => {
    given(...implemented)
      .when({ do: "give-satisfaction", via: "link", at, handling: 4 })
      .refused("not-followed-up");
    const asked = [...implemented, by("customer", answer("link"))];
    given(...asked)
      .when({ do: "give-satisfaction", via: "link", at, handling: 4 })
      .causes("SatisfactionGiven");
    const said = { do: "give-satisfaction", via: "link", at, result: 2 } as const;
    given(...asked, by("customer", said))
      .when(said)
      .refused("satisfaction-given");
    given(...asked)
      .when({ do: "give-satisfaction", via: "link", at })
      .causes();
  });

  test("is asked of whoever says no as well: theirs is the answer that teaches most", () => {
    given(...implemented, by("customer", answer("link", false)))
      .when({ do: "give-satisfaction", via: "link", at, handling: 1, result: 1 })
      .causes("SatisfactionGiven");
  });

  test("may still be said when the complaint was closed meanwhile, and asked anew after another round", () => {
    given(...implemented, by("customer", answer("link")), by(mara, { do: "close", outcome: "resolved" }))
      .when({ do: "give-satisfaction", via: "link", at, handling: 5 })
      .causes("SatisfactionGiven");
  });

  test("said in the call it is recorded with the answer; by letter it would be advertising", () => {
    const story = given(...implemented).when({
      ...answer("phone"),
      satisfaction: { handling: 4, result: 5 },
    });
    story.causes("FollowedUp", "FollowUpAnswered", "SatisfactionGiven");
    assert.deepEqual(story.data("SatisfactionGiven"), { via: "phone", at, handling: 4, result: 5 });
    given(...implemented)
      .when({ ...answer("phone", false), satisfaction: { result: 1 } })
      .causes("FollowedUp", "FollowUpAnswered", "SatisfactionGiven", "Reopened");
    given(...implemented)
      .when({ ...answer("email"), satisfaction: { handling: 4 } })
      .refused("satisfaction-by-letter", "via");
    given(...implemented)
      .when(answer("email"))
      .causes("FollowedUp", "FollowUpAnswered");
  });
});

describe("asking once more", () => {
  const call = (reached: boolean) => by(mara, { do: "follow-up", via: "phone", at, reached });

  test("nobody reached is an attempt and keeps no promise", () => {
    const { state } = given(...implemented, call(false));
    assert.equal(state.clocks.follow_up?.metAt, undefined);
    given(...implemented, call(false), call(false))
      .when({ do: "close", outcome: "no_answer" })
      .refused("not-followed-up");
  });

  test("without an answer it is closed after the second attempt, in whatever way it was made", () => {
    const letter = by(mara, { do: "dispatch-follow-up", via: "email", at });
    const arrived = by(mara, { do: "follow-up", via: "email", at, letterId: "x" });
    for (const attempts of [
      [call(true), call(false)],
      [call(false), call(true)],
      [letter, arrived, call(true)],
      [letter, arrived, letter],
    ])
      given(...implemented, ...attempts)
        .when({ do: "close", outcome: "no_answer" })
        .causes("Closed");
    for (const attempts of [[call(true)], [letter, arrived]])
      given(...implemented, ...attempts)
        .when({ do: "close", outcome: "no_answer" })
        .refused("asked-once");
  });

  test("a second letter that arrives keeps the promise no second time", () => {
    given(...implemented, call(true))
      .when({ do: "follow-up", via: "email", at, letterId: "x" })
      .refused("already-followed-up");
  });
});
