import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Command } from "./commands.ts";
import { berlinCalendar } from "../../organisation/policies/holidays.ts";
import { seedPolicy } from "../../organisation/policies/seed.ts";
import { nameConflict } from "./assigning.ts";
import { boss, given, mara, receipt, tom } from "../../../test/given.ts";

const at = "2026-11-24T09:00:00.000Z";
const refund = { kind: "refund", description: "Fee", amountCents: 24_000, basis: "claim" } as const;
const assign: Command = { do: "assign", ownerId: mara };
const investigate: Command = { do: "investigate", investigatorId: mara };
const finding: Command = {
  do: "record-finding",
  allegation: "Cancelled",
  outcome: "upheld",
  reasons: "It was.",
};
const propose: Command = { do: "propose", explanation: "Sorry.", measures: [refund] };
const drafted = [receipt, assign, investigate, finding, { now: at, by: mara, command: propose }];
const approved = [...drafted, { now: at, by: boss, command: { do: "approve", proposal: 1 } as const }];
const sent = [...approved, { do: "dispatch", proposal: 1, via: "phone", at } as const];
const accepted = [...sent, { do: "accept", proposal: 1, via: "phone", at, words: "Yes." } as const];
const implemented = [...accepted, { do: "implement", measure: "1.1", at } as const];
const solved = [...implemented, { do: "answer-follow-up", via: "phone", at, solved: true } as const];

describe("receiving", () => {
  test("a Friday evening starts 48 hours that end on Sunday, and five business days that end on Friday", () => {
    const { state } = given(receipt);
    assert.equal(state.clocks.acknowledgement?.dueAt, "2026-11-22T16:30:00.000Z");
    assert.equal(state.clocks.proposal?.dueAt, "2026-11-27T16:00:00.000Z");
    assert.equal(state.stage, "received");
  });

  test("a receipt in the future, or more than 30 days back, needs a reason, which is kept", () => {
    const unusual = ["2026-11-20T16:30:00.001Z", "2026-10-21T16:29:59.999Z"];
    for (const receivedAt of unusual) {
      given()
        .when({ ...receipt, receivedAt })
        .refused("reason-missing", "receivedAtReason");
      given()
        .when({ ...receipt, receivedAt, receivedAtReason: " " })
        .refused("reason-missing", "receivedAtReason");
      given()
        .when({ ...receipt, receivedAt, receivedAtReason: "The letter lay in another office." })
        .causes("Received", "ReceiptDateExplained");
    }
    given()
      .when({ ...receipt, receivedAt: "2026-10-21T16:30:00.000Z" })
      .causes("Received");
    const data = (receivedAt: string) =>
      given()
        .when({ ...receipt, receivedAt, receivedAtReason: "x" })
        .data("ReceiptDateExplained")?.because;
    assert.deepEqual(unusual.map(data), ["future", "long_past"]);
  });

  test("a time for which no holidays are known is refused rather than guessed", () => {
    given()
      .when({ ...receipt, receivedAt: "2014-06-01T10:00:00.000Z", receivedAtReason: "Found in an old box." })
      .refused("outside-calendar", "receivedAt");
  });

  test("what is dated into the future can still be acknowledged today", () => {
    given({ ...receipt, receivedAt: "2026-11-21T08:00:00.000Z", receivedAtReason: "Post for tomorrow." })
      .when({ do: "acknowledge", via: "phone", reached: true, at: "2026-11-20T16:30:00.000Z" })
      .causes("Acknowledged");
  });

  test("what says nothing is not received; the same complaint is not received twice", () => {
    given()
      .when({ ...receipt, statement: " \n " })
      .refused("words-missing", "statement");
    given(receipt).when(receipt).refused("already-received");
  });

  test("what was noted of a call is kept, whether or not somebody was reached", () => {
    const note = "The daughter answered.";
    const call = (reached: boolean) => ({ do: "acknowledge", via: "phone", at, reached, note }) as const;
    assert.deepEqual(given(receipt).when(call(true), at).words("Acknowledged"), { note });
    assert.deepEqual(given(receipt).when(call(false), at).words("AcknowledgementAttempted"), { note });
  });

  test("whom no letter can reach is told on the page that follows the form", () => {
    given()
      .when({ ...receipt, channel: "web", complainant: { language: "en" } })
      .causes("Received", "Acknowledged");
  });

  test("nothing else can be said of a complaint that never was", () => {
    given().when(assign).refused("unknown-complaint");
  });
});

describe("acknowledging", () => {
  test("an unanswered call is an attempt; the one that reaches the person counts, once", () => {
    const call = { do: "acknowledge", via: "phone", at: receipt.receivedAt } as const;
    given(receipt)
      .when({ ...call, reached: false, note: "no answer" })
      .causes("AcknowledgementAttempted");
    given(receipt)
      .when({ ...call, reached: true })
      .causes("Acknowledged");
    given(receipt, { ...call, reached: true })
      .when({ ...call, reached: true })
      .refused("already-acknowledged");
  });

  test("nothing is acknowledged before it was received or in the future", () => {
    given(receipt)
      .when({ do: "acknowledge", via: "phone", reached: true, at: "2026-11-20T16:29:59.999Z" })
      .refused("before-receipt", "at");
    given(receipt)
      .when({ do: "acknowledge", via: "phone", reached: true, at: "2026-11-20T16:30:00.001Z" })
      .refused("in-the-future", "at");
  });
});

describe("assigning", () => {
  test("whoever is complained about can neither own, investigate nor be asked for help, and loses what they had", () => {
    const named = given(receipt, assign, investigate, { do: "name-conflict", personId: mara });
    assert.equal(named.state.ownerId, undefined);
    assert.equal(named.state.investigatorId, undefined);
    named.when(assign).refused("conflict-of-interest", "ownerId");
    named.when({ do: "escalate", toId: mara, reason: "late" }).refused("conflict-of-interest", "toId");
    given(receipt, { do: "assign", ownerId: boss }, { do: "name-conflict", personId: mara })
      .when(investigate)
      .refused("conflict-of-interest", "investigatorId");
  });

  test("what is about management is at once not for those either who are kept out of that; once each", () => {
    const now = {
      now: "2026-11-23T09:00:00.000Z",
      actor: tom,
      policy: seedPolicy,
      calendar: berlinCalendar,
      management: { about: [boss], unseenBy: [mara, boss] },
    };
    const named = (personId: string, { state }: ReturnType<typeof given>) =>
      nameConflict({ do: "name-conflict", personId }, state, now);
    const shutOut = (personId: string, story: ReturnType<typeof given>) =>
      named(personId, story).map(({ data }) => (data as { personId: string }).personId);
    const owned = given(receipt, assign);
    assert.deepEqual(shutOut(boss, owned), [boss, mara]);
    // Mara owned it, so somebody else is looked for, and the time for that begins.
    assert.deepEqual(
      named(boss, owned).map(({ data }) => "assignment" in data),
      [false, true],
    );
    assert.deepEqual(shutOut(tom, owned), [tom]);
    assert.deepEqual(shutOut(boss, given(receipt, { do: "name-conflict", personId: mara })), [boss]);
  });

  test("an escalation reaches somebody else than the owner", () => {
    given(receipt, assign)
      .when({ do: "escalate", toId: mara, reason: "late" })
      .refused("already-owner", "toId");
    given(receipt, assign).when({ do: "escalate", toId: boss, reason: "late" }).causes("Escalated");
    given(receipt, assign).when(assign).refused("already-owner", "ownerId");
  });
});

describe("investigating and proposing", () => {
  test("there is an owner before there is an investigation, and a finding before there is a proposal", () => {
    given(receipt).when(investigate).refused("not-assigned");
    given(receipt, assign).when(finding).refused("not-investigating");
    given(receipt, assign, investigate).when(investigate).refused("already-investigating");
    given(receipt, assign, investigate).when(propose).refused("no-finding");
    given(receipt, assign, investigate, finding).when(propose).causes("ProposalDrafted");
  });

  test("an investigator who is complained about an hour later does nothing more; somebody else takes it over", () => {
    const about = { do: "name-conflict", personId: mara } as const;
    given(receipt, assign, investigate, about).when(investigate).refused("not-assigned");
    const taken = given(receipt, assign, investigate, about, { do: "assign", ownerId: boss });
    taken.when(investigate).refused("conflict-of-interest", "investigatorId");
    taken.when({ do: "investigate", investigatorId: boss }).causes("InvestigationStarted");
  });

  test("money is a whole, positive number of cents with a basis, and only refunds and vouchers have any", () => {
    const story = given(receipt, assign, investigate, finding);
    const proposing = (measure: object) => story.when({ ...propose, measures: [{ ...refund, ...measure }] });
    proposing({ amountCents: undefined }).refused("amount-missing", "amountCents");
    proposing({ amountCents: 0 }).refused("amount-not-positive", "amountCents");
    proposing({ amountCents: 10.5 }).refused("amount-not-positive", "amountCents");
    proposing({ basis: undefined }).refused("basis-missing", "basis");
    proposing({ kind: "apology" }).refused("amount-not-allowed", "amountCents");
    story.when({ ...propose, measures: [] }).refused("no-measure", "measures");
  });

  test("neither the drafter nor the investigator approves", () => {
    given(...drafted)
      .when({ do: "approve", proposal: 1 })
      .refused("own-work");
    given(receipt, assign, investigate, finding, { now: at, by: tom, command: propose })
      .when({ do: "approve", proposal: 1 }, at, mara)
      .refused("own-work");
    given(...drafted)
      .when({ do: "approve", proposal: 1 }, at, boss)
      .causes("ProposalApproved");
  });

  test("nothing unapproved, replaced or unknown is sent, and no email goes to nobody", () => {
    given(...drafted)
      .when({ do: "dispatch", proposal: 1, via: "email", at })
      .refused("proposal-not-approved");
    given(...approved)
      .when({ do: "dispatch", proposal: 7, via: "email", at })
      .refused("unknown-proposal", "proposal");
    given(...approved, { now: at, by: mara, command: propose })
      .when({ do: "dispatch", proposal: 1, via: "email", at })
      .refused("proposal-superseded", "proposal");
    const nameless = approved.map((each) =>
      "do" in each && each.do === "receive" ? { ...each, complainant: { language: "de" as const } } : each,
    );
    given(...nameless)
      .when({ do: "dispatch", proposal: 1, via: "email", at })
      .refused("no-email-address", "via");
  });

  test("told by phone it is delivered at once; sent by email it is not yet, and the promise waits for delivery", () => {
    given(...approved)
      .when({ do: "dispatch", proposal: 1, via: "phone", at })
      .causes("ProposalDispatched", "ProposalDelivered");
    const mailed = given(...approved, { do: "dispatch", proposal: 1, via: "email", at });
    assert.equal(mailed.state.clocks.proposal?.metAt, undefined);
    mailed.when({ do: "confirm-delivery", proposal: 1, at }).causes("ProposalDelivered");
  });
});

describe("deciding", () => {
  test("acceptance starts three business days from the moment it is given", () => {
    const data = given(...sent)
      .when({ do: "accept", proposal: 1, via: "link", at })
      .data("ProposalAccepted");
    assert.equal(
      (data as { implementation: { dueAt: string } }).implementation.dueAt,
      "2026-11-27T16:00:00.000Z",
    );
  });

  test("a customer who declines gets a new proposal within five business days", () => {
    const data = given(...sent)
      .when({ do: "decline", proposal: 1, via: "link", at, words: "Not enough." })
      .data("ProposalDeclined");
    assert.equal(
      (data as { nextProposal: { dueAt: string } }).nextProposal.dueAt,
      "2026-12-01T16:00:00.000Z",
    );
    given(...sent)
      .when({ do: "decline", proposal: 1, via: "link", at, words: " " })
      .refused("words-missing", "words");
    given(
      ...sent,
      { do: "counter", proposal: 1, via: "link", at, words: "Half of it" },
      { do: "discuss", via: "phone", at, summary: "Agreed" },
    )
      .when(propose)
      .causes("ProposalDrafted");
  });

  test("a decision is made once, on the proposal that was sent, and before it has run out", () => {
    given(...accepted)
      .when({ do: "decline", proposal: 1, via: "link", at, words: "no" })
      .refused("proposal-already-decided");
    given(...approved)
      .when({ do: "accept", proposal: 1, via: "link", at })
      .refused("proposal-not-sent");
    const late = "2027-01-15T12:00:00.000Z";
    given(...sent)
      .when({ do: "accept", proposal: 1, via: "link", at: late }, late)
      .refused("proposal-expired");
  });

  test("whoever decides on a mailed proposal has received it", () => {
    given(...approved, { do: "dispatch", proposal: 1, via: "email", at })
      .when({ do: "accept", proposal: 1, via: "link", at })
      .causes("ProposalDelivered", "ProposalAccepted");
  });

  test("a question decides nothing", () => {
    const asked = given(...sent, { do: "ask", via: "link", at, words: "When?" });
    assert.equal(asked.state.stage, "proposed");
    asked.when({ do: "ask", via: "link", at, words: "" }).refused("words-missing", "words");
  });
});

describe("implementing", () => {
  test("the promise is kept with the last customer-facing measure; a long-term action does not hold it up", () => {
    const measures = [
      refund,
      { kind: "apology", description: "In writing" },
      { kind: "corrective_action", description: "New checklist", dueOn: "2027-02-01" },
    ] as const;
    const story = given(
      ...accepted.map((each) =>
        "command" in each && each.command.do === "propose"
          ? { ...each, command: { ...propose, measures: [...measures] } }
          : each,
      ),
    );
    story.when({ do: "implement", measure: "1.1", at }).causes("MeasureImplemented");
    const both = given(
      ...accepted.map((each) =>
        "command" in each && each.command.do === "propose"
          ? { ...each, command: { ...propose, measures: [...measures] } }
          : each,
      ),
      { do: "implement", measure: "1.1", at },
    );
    both.when({ do: "implement", measure: "1.2", at }).causes("MeasureImplemented", "Implemented");
    both.when({ do: "implement", measure: "1.1", at }).refused("measure-already-done", "measure");
    both.when({ do: "implement", measure: "1.9", at }).refused("unknown-measure", "measure");
    given(...sent)
      .when({ do: "implement", measure: "1.1", at })
      .refused("not-accepted");
  });
});

describe("following up and closing", () => {
  test("no forced close: resolved only after the customer said so, or after asking in vain", () => {
    given(...implemented)
      .when({ do: "close", outcome: "resolved" })
      .refused("not-followed-up");
    given(...implemented)
      .when({ do: "close", outcome: "no_answer" })
      .refused("not-followed-up");
    given(...solved)
      .when({ do: "close", outcome: "resolved" })
      .causes("Closed");
    given(...sent)
      .when({ do: "close", outcome: "not_agreed" })
      .refused("not-in-discussion");
  });

  test("silence on a proposal is never acceptance, but it may close once the proposal has run out", () => {
    given(...sent)
      .when({ do: "close", outcome: "no_answer" })
      .refused("not-followed-up");
    given(...sent)
      .when({ do: "close", outcome: "no_answer" }, "2027-01-15T12:00:00.000Z")
      .causes("Closed");
  });

  test("what was noted when following up is kept with whatever became of it", () => {
    const note = "Called twice.";
    const how = { via: "phone", at, note } as const;
    const after = (command: Command) => given(...implemented).when(command);
    assert.deepEqual(after({ do: "follow-up", ...how }).words("FollowedUp"), { note });
    assert.deepEqual(after({ do: "follow-up", ...how, reached: false }).words("FollowUpAttempted"), { note });
    assert.deepEqual(after({ do: "dispatch-follow-up", ...how, via: "email" }).words("FollowUpDispatched"), {
      note,
    });
    assert.deepEqual(
      after({ do: "answer-follow-up", ...how, solved: true, words: "Yes." }).words("FollowUpAnswered"),
      { words: "Yes.", note },
    );
  });

  test("a no reopens with five fresh business days from that answer", () => {
    const story = given(...implemented).when({ do: "answer-follow-up", via: "link", at, solved: false });
    story.causes("FollowedUp", "FollowUpAnswered", "Reopened");
    assert.equal(
      (story.data("Reopened") as { proposal: { dueAt: string } }).proposal.dueAt,
      "2026-12-01T16:00:00.000Z",
    );
  });

  test("whoever withdraws is owed nothing more; what is closed can be reopened, and only that", () => {
    const { state } = given(receipt, { do: "withdraw", via: "phone", at: receipt.receivedAt });
    assert.equal(state.clocks.proposal?.notApplicable, "withdrawn");
    given(receipt, { do: "withdraw", via: "phone", at: receipt.receivedAt })
      .when(assign)
      .refused("complaint-closed");
    given(receipt)
      .when({ do: "reopen", because: "customer", reason: "again" })
      .refused("complaint-not-closed");
    given(...solved, { do: "close", outcome: "resolved" })
      .when({ do: "reopen", because: "customer", reason: "again" })
      .causes("Reopened");
  });

  test("a late promise gets a reason, not a new date", () => {
    const { state } = given(receipt, {
      do: "give-late-reason",
      clock: "proposal",
      reason: "complexity",
      explanation: "Two trainers",
    });
    assert.equal(state.clocks.proposal?.dueAt, "2026-11-27T16:00:00.000Z");
    assert.equal(state.clocks.proposal?.lateReason, "complexity");
    given(receipt)
      .when({ do: "give-late-reason", clock: "implementation", reason: "other", explanation: "x" })
      .refused("no-such-clock", "clock");
  });

  test("nothing is added to what was erased", () => {
    given(receipt, { do: "erase", rule: "retention" })
      .when({ do: "note", note: "x" })
      .refused("complaint-erased");
  });
});
