import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { boss, given, mara, receipt } from "../../../test/given.ts";
import type { Command } from "./commands.ts";

// Taken down on Friday 20 November at 17:30 in Berlin, as received then.
const owned = [receipt, { do: "assign", ownerId: mara } as Command];
const later = "2026-11-23T09:00:00.000Z";
const correct = (receivedAt: string): Command => ({
  do: "correct-receipt",
  receivedAt,
  reason: "The letter lay.",
});
const corrected = (receivedAt: string) =>
  given(...owned, { now: later, by: boss, command: correct(receivedAt) }).state;

describe("the date of receipt was another", () => {
  test("two days earlier: the promises come forward by it, and both dates stay in the file", () => {
    const given20 = given(...owned);
    const data = given20.when(correct("2026-11-18T10:00:00.000Z"), later, boss).data("ReceiptDateCorrected");
    assert.deepEqual([data?.was, data?.receivedAt], [receipt.receivedAt, "2026-11-18T10:00:00.000Z"]);
    const state = corrected("2026-11-18T10:00:00.000Z");
    assert.equal(state.receivedAt, "2026-11-18T10:00:00.000Z");
    assert.equal(state.clocks.acknowledgement?.dueAt, "2026-11-20T10:00:00.000Z");
    // Five business days strictly after Wednesday 18 November.
    assert.equal(state.clocks.proposal?.dueAt, "2026-11-25T16:00:00.000Z");
    assert.equal(state.openings[0]!.openedAt, "2026-11-18T10:00:00.000Z");
  });

  test("a promise that had been kept in time by the wrong date was missed by the true one", () => {
    const acknowledged = [
      ...owned,
      {
        now: "2026-11-21T10:00:00.000Z",
        by: mara,
        command: {
          do: "acknowledge",
          via: "phone",
          reached: true,
          at: "2026-11-21T10:00:00.000Z",
        } as Command,
      },
      { now: later, by: boss, command: correct("2026-11-18T10:00:00.000Z") },
    ];
    const { metAt, dueAt } = given(...acknowledged).state.clocks.acknowledgement!;
    assert.equal(metAt, "2026-11-21T10:00:00.000Z");
    assert.ok(metAt > dueAt);
  });

  test("later: the receipt moves, what was told to the customer does not", () => {
    // Taken down in the evening, dated to the morning by mistake.
    const early = { ...receipt, receivedAt: "2026-11-19T08:00:00.000Z" };
    const before = given(early, owned[1]!).state;
    const after = given(early, owned[1]!, {
      now: later,
      by: boss,
      command: correct("2026-11-20T12:00:00.000Z"),
    }).state;
    assert.equal(after.receivedAt, "2026-11-20T12:00:00.000Z");
    for (const kind of ["acknowledgement", "proposal"] as const) {
      assert.equal(after.clocks[kind]?.dueAt, before.clocks[kind]?.dueAt);
      assert.equal(after.clocks[kind]?.startedAt, "2026-11-20T12:00:00.000Z");
    }
  });

  test("whoever owns it does not correct its dates; nor can it have come after it was taken down", () => {
    const it = given(...owned);
    it.when(correct("2026-11-18T10:00:00.000Z"), later, mara).refused("own-dates");
    it.when(correct(receipt.receivedAt), later, boss).refused("same-receipt", "receivedAt");
    it.when(correct("2026-11-22T10:00:00.000Z"), later, boss).refused("after-recording", "receivedAt");
    it.when(correct("1999-11-22T10:00:00.000Z"), later, boss).refused("outside-calendar", "receivedAt");
  });
});
