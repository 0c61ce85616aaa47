import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { berlinCalendar } from "../../organisation/policies/holidays.ts";
import { evolveAction, foldAction, type DatedActionFact, type ImprovementAction } from "./action.ts";
import { decideAction, plan, type ActionCommand } from "./deciding.ts";

const said = { ownerId: "mara", dueOn: "2026-04-10", links: {} };
const nothing = { complaints: 0, days: 90 };
const commands: fc.Arbitrary<ActionCommand> = fc.oneof(
  fc.constant<ActionCommand>({ do: "change", ...said, dueOn: "2026-05-01" }),
  fc.constantFrom<ActionCommand>(
    { do: "link", complaintId: "a" },
    { do: "unlink", complaintId: "a" },
    { do: "note" },
    { do: "add-evidence", as: "text" },
    { do: "finish", effectiveOn: "2026-04-14" },
    {
      do: "finish",
      effectiveOn: "2026-04-14",
      check: { target: { rootCause: "x" }, window: { unit: "days", length: 30 } },
    },
    { do: "verify" },
    { do: "reopen", dueOn: "2026-06-01" },
    { do: "recur", complaintId: "b" },
    { do: "extend", length: 60 },
    { do: "cancel" },
  ),
  fc.record({ before: fc.nat(12), after: fc.nat(12) }).map(({ before, after }): ActionCommand => ({
    do: "check",
    counted: {
      before: { ...nothing, complaints: before },
      after: { ...nothing, complaints: after },
      recurrences: [],
      undetermined: 0,
    },
    ids: [],
  })),
);

/** Carries out what is allowed, each on the given day. */
function live(story: readonly { command: ActionCommand; day: string; by: string }[]) {
  const facts: DatedActionFact[] = [];
  let state: ImprovementAction | undefined;
  for (const { command, day, by } of [
    { command: { do: "open", ...said, complaints: [] } as ActionCommand, day: "2026-04-01", by: "mara" },
    ...story,
  ]) {
    const decided = decideAction(command, state, { today: day, by, calendar: berlinCalendar });
    if ("refused" in decided) continue;
    for (const fact of decided) {
      const dated = { ...fact, version: facts.length + 1, on: day };
      facts.push(dated);
      state = evolveAction(state, dated);
    }
  }
  return { facts, state: state! };
}

const stories = fc.array(
  fc.record({
    command: commands,
    day: fc.constantFrom("2026-04-20", "2026-05-20", "2026-08-01"),
    by: fc.constantFrom("mara", "dora"),
  }),
  { maxLength: 25 },
);

describe("the life of an improvement action", () => {
  test("whatever is tried: verified with an agreed check means checked, closed means a date, open means neither", () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { facts, state } = live(story);
        assert.deepEqual(foldAction(facts), state);
        assert.equal(state.version, facts.length);
        assert.equal(state.closedOn === undefined, state.status === "open");
        if (state.status === "verified" && state.check) assert.notEqual(state.verdict, undefined);
        if (state.status === "open") assert.deepEqual([state.verdict, state.check], [undefined, undefined]);
        assert.equal(state.verdict === undefined, state.checkedOn === undefined);
      }),
    );
  });

  test("a verdict is recorded once for each window, and never before the time is over", () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { facts } = live(story);
        for (const [index, fact] of facts.entries()) {
          if (fact.kind !== "checked") continue;
          const before = foldAction(facts.slice(0, index))!;
          assert.equal(before.verdict, undefined);
          assert.ok(fact.on >= before.check!.checkFrom);
        }
      }),
    );
  });

  test("a recurrence opens it once: the second run finds it open", () => {
    const { state } = live([
      {
        command: {
          do: "finish",
          effectiveOn: "2026-04-14",
          check: { target: { rootCause: "x" }, window: { unit: "days", length: 30 } },
        },
        day: "2026-04-14",
        by: "mara",
      },
      {
        command: {
          do: "check",
          counted: {
            before: { ...nothing, complaints: 9 },
            after: nothing,
            recurrences: [],
            undetermined: 0,
          },
          ids: ["known"],
        },
        day: "2026-05-20",
        by: "dora",
      },
    ]);
    assert.equal(state.status, "verified");
    const around = { today: "2026-06-01", by: "improvement", calendar: berlinCalendar };
    const recur = (complaintId: string, to = state) => decideAction({ do: "recur", complaintId }, to, around);
    assert.deepEqual(recur("known"), []);
    const fact = { kind: "recurred", data: { dueOn: "2026-07-01", complaintId: "new" } } as const;
    assert.deepEqual(recur("new"), [fact]);
    assert.deepEqual(recur("new", evolveAction(state, { ...fact, version: 9, on: "2026-06-01" })), []);
  });

  test("a check is due ten business days after the last day that is counted", () => {
    const planned = plan("2026-09-23", { rootCause: "x" }, { unit: "days", length: 90 }, berlinCalendar);
    // Tue 22 December; Christmas and New Year are no business days.
    assert.deepEqual(
      [planned.after.to, planned.checkFrom, planned.checkDueOn],
      ["2026-12-22", "2026-12-23", "2027-01-07"],
    );
  });
});
