import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { boss, given, mara, receipt, tom, type Story } from "../../../test/given.ts";
import type { Command } from "./commands.ts";

const at = "2026-11-25T10:00:00.000Z";
const payment = "44444444-4444-4444-8444-444444444444";
const file = "55555555-5555-4555-8555-555555555555";
const to = { payee: "Anna Müller", iban: "DE89370400440532013000" };

const accepted: (Command | Story)[] = [
  receipt,
  { do: "assign", ownerId: mara },
  { do: "investigate", investigatorId: mara },
  { do: "record-finding", allegation: "a", outcome: "upheld", reasons: "r" },
  {
    do: "propose",
    explanation: "e",
    measures: [
      { kind: "refund", description: "Fee", amountCents: 24_000, basis: "claim" },
      { kind: "corrective_action", description: "Later", dueOn: "2027-06-01" },
      { kind: "apology", description: "In writing" },
    ],
  },
  { now: at, by: boss, command: { do: "approve", proposal: 1 } },
  { now: at, by: mara, command: { do: "dispatch", proposal: 1, via: "phone", at } },
  { do: "accept", proposal: 1, via: "phone", at, words: "Yes." },
];
const enter: Command = { do: "enter-payment", payment, measure: "1.1", ...to };
const change: Command = { do: "change-payment", payment, payee: "A", iban: "DE00" };
const release: Command = { do: "release-payment", payment };
const order: Command = { do: "order-payment", payment, file };
const paid: Command = { do: "mark-paid", payment };
const cancel: Command = { do: "cancel-payment", payment, reason: "r" };
const entered = [...accepted, enter];
const by = (who: string, command: Command, now = at): Story => ({ now, by: who, command });
const ordered = [...entered, by(boss, release), by(boss, order)];

describe("the payment list", () => {
  test("takes an accepted refund once, with the amount that was accepted; whose account it is are words", () => {
    const story = given(...accepted).when(enter);
    story.causes("PaymentEntered");
    assert.deepEqual(story.data("PaymentEntered"), {
      payment,
      measure: "1.1",
      amountCents: 24_000,
      by: mara,
    });
    assert.deepEqual(story.words("PaymentEntered"), {
      [`payee:${payment}`]: to.payee,
      [`iban:${payment}`]: to.iban,
    });
    given(...entered)
      .when({ ...enter, payment: file })
      .refused("payment-exists", "measure");
    given(...accepted)
      .when({ ...enter, measure: "1.3" })
      .refused("not-a-refund", "measure");
    given(...accepted)
      .when({ ...enter, measure: "9.9" })
      .refused("unknown-measure", "measure");
    given(receipt).when(enter).refused("not-accepted");
  });

  test("whoever entered or ever changed it does not release it, and a change ends a release", () => {
    given(...entered)
      .when(release)
      .refused("own-payment");
    given(...entered)
      .when(release, at, boss)
      .causes("PaymentReleased");
    const changed = given(...entered, by(boss, release), by(tom, change));
    assert.deepEqual(
      [changed.state.payments[0]?.state, changed.state.payments[0]?.releasedBy],
      ["entered", undefined],
    );
    changed.when(release, at, mara).refused("own-payment");
    changed.when(release, at, tom).refused("own-payment");
    changed.when(release, at, boss).causes("PaymentReleased");
    given(...entered, by(boss, release))
      .when(release, at, tom)
      .refused("payment-not-entered");
  });

  test("stands in one order, and is changed no more", () => {
    given(...entered)
      .when(order, at, boss)
      .refused("payment-not-released");
    given(...ordered)
      .when(order, at, boss)
      .refused("payment-not-released");
    given(...ordered)
      .when(change, at, mara)
      .refused("payment-ordered");
    given(...ordered)
      .when({ ...change, payment: file })
      .refused("unknown-payment");
  });

  test("is not carried out by hand meanwhile, and cancelled it can be entered anew", () => {
    given(...entered)
      .when({ do: "implement", measure: "1.1", at })
      .refused("payment-open", "measure");
    given(...entered)
      .when({ do: "erase", rule: "gdpr-17" })
      .refused("payment-open");
    const cancelled = given(...ordered, by(boss, cancel));
    cancelled.when({ ...enter, payment: file }, at, mara).causes("PaymentEntered");
    cancelled.when(cancel, at, boss).refused("payment-settled");
    cancelled.when({ do: "implement", measure: "1.1", at }, at, mara).causes("MeasureImplemented");
  });
});

describe("paid", () => {
  const apologised: Story = by(mara, { do: "implement", measure: "1.3", at });
  const later = "2026-11-27T16:00:00.000Z";

  test("carries the measure out, and the last customer-facing one the whole; the long-term action does not wait", () => {
    given(...ordered)
      .when(paid, later, boss)
      .causes("PaymentPaid", "MeasureImplemented");
    const story = given(...ordered, apologised).when(paid, later, boss);
    story.causes("PaymentPaid", "MeasureImplemented", "Implemented");
    assert.equal(story.data("Implemented")?.at, later);
  });

  test("on a day that the bank names, never after now nor before the order", () => {
    const on = (paidOn: string) => given(...ordered, apologised).when({ ...paid, paidOn }, later, boss);
    assert.equal(on("2026-11-26").data("PaymentPaid")?.at, "2026-11-26T11:00:00.000Z");
    assert.equal(on("2026-11-25").data("PaymentPaid")?.at, "2026-11-25T11:00:00.000Z");
    assert.equal(on("2026-11-27").data("PaymentPaid")?.at, later, "today is now");
    on("2026-11-28").refused("in-the-future", "paidOn");
    on("2026-11-24").refused("paid-before-order", "paidOn");
    given(...entered)
      .when(paid, at, boss)
      .refused("payment-not-ordered");
  });

  test("twice is once", () => {
    given(...ordered, by(boss, paid, later))
      .when(paid, later, boss)
      .refused("payment-not-ordered");
    given(...ordered, by(boss, paid, later))
      .when({ ...enter, payment: file }, later, mara)
      .refused("measure-already-done", "measure");
  });

  test("also after the complaint was withdrawn: what was accepted stays promised", () => {
    given(...ordered, by(mara, { do: "withdraw", via: "phone", at }))
      .when(paid, later, boss)
      .causes("PaymentPaid", "MeasureImplemented");
  });
});

describe("tasks", () => {
  const assign: Command = { do: "assign-measure", measure: "1.1", ownerId: tom, dueOn: "2026-11-26" };
  test("a measure has somebody who carries it out, by a date of our own; nobody complained about", () => {
    const story = given(...accepted, assign);
    assert.deepEqual(story.state.tasks, { "1.1": { ownerId: tom, dueOn: "2026-11-26" } });
    story.when({ ...assign, ownerId: boss }, at, mara).causes("MeasureAssigned");
    given(...accepted, by(mara, { do: "name-conflict", personId: tom }))
      .when(assign, at, mara)
      .refused("conflict-of-interest", "ownerId");
    given(receipt).when(assign).refused("not-accepted");
  });
});
