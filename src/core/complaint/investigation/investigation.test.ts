import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Command } from "../commands.ts";
import { boss, given, mara, receipt, tom } from "../../../../test/given.ts";
import { can, type Person } from "../../access/access.ts";
import { readsInterviews } from "../../access/investigating.ts";
import { priorityOf } from "../triage.ts";
import { withoutFinding } from "./state.ts";

const at = "2026-11-24T09:00:00.000Z";
const assign: Command = { do: "assign", ownerId: mara };
const investigate: Command = { do: "investigate", investigatorId: mara };
const allegation = (words: string): Command => ({
  do: "add-allegation",
  allegation: words,
  said: "customer",
});
const finding = (on: number | string): Command => ({
  do: "record-finding",
  allegation: on,
  outcome: "upheld",
  reasons: "It was so.",
});
const propose: Command = {
  do: "propose",
  explanation: "Sorry.",
  measures: [{ kind: "apology", description: "In writing" }],
};
const begun = [receipt, assign, investigate];
const two = [...begun, allegation("Cancelled"), allegation("Nobody answered")];
const as = (by: string, command: Command) => ({ now: at, by, command });
const send: Command = { do: "dispatch", proposal: 1, via: "phone", at };

describe("allegations", () => {
  test("each has its number, and its words can change until there is a finding on it", () => {
    const story = given(...two);
    assert.deepEqual(withoutFinding(story.state.investigation), [1, 2]);
    story
      .when({ do: "reword-allegation", number: 2, allegation: "Nobody called" })
      .causes("AllegationReworded");
    given(...two, finding(2))
      .when({ do: "reword-allegation", number: 2, allegation: "x" })
      .refused("allegation-has-finding", "allegation");
    given(...two)
      .when({ do: "reword-allegation", number: 3, allegation: "x" })
      .refused("unknown-allegation", "allegation");
  });

  test("one that says the same is merged, one that is taken back withdrawn, each with a reason; neither comes back", () => {
    const merge: Command = { do: "merge-allegation", number: 2, into: 1, reason: "The same" };
    const withdraw: Command = { do: "withdraw-allegation", number: 2, reason: "She said so" };
    for (const ending of [merge, withdraw]) {
      const ended = given(...two, ending);
      assert.deepEqual(withoutFinding(ended.state.investigation), [1]);
      ended.when(finding(2)).refused("allegation-ended", "allegation");
      ended.when({ ...merge, number: 1, into: 2 }).refused("allegation-ended", "into");
    }
    given(...two)
      .when({ ...merge, into: 2 })
      .refused("allegation-into-itself", "into");
    given(...two, finding(2))
      .when(withdraw)
      .refused("allegation-has-finding", "allegation");
  });

  test("a later finding on the same allegation takes the place of the earlier one", () => {
    const { state } = given(...two, finding(1), { ...finding(1), outcome: "not_upheld" } as Command);
    assert.equal(state.investigation.allegations[0]?.finding?.outcome, "not_upheld");
    assert.deepEqual(withoutFinding(state.investigation), [2]);
  });
});

describe("a proposal is not sent while an allegation has no finding", () => {
  const drafted = [...two, finding(1), as(mara, propose), as(boss, { do: "approve", proposal: 1 })];
  test("and the refusal names which", () => {
    const sending = { refused: "allegation-without-finding", allegations: [2] };
    given(...drafted)
      .when(send, at, mara)
      .answers(sending);
  });
  test("once each has one, or is withdrawn, it goes out", () => {
    given(...drafted, as(mara, finding(2)))
      .when(send)
      .causes("ProposalDispatched", "ProposalDelivered");
    given(...drafted, as(mara, { do: "withdraw-allegation", number: 2, reason: "Settled" }))
      .when(send)
      .causes("ProposalDispatched", "ProposalDelivered");
  });
  test("where no allegation was named, the statement counts as one, and a finding in words answers it", () => {
    given(...begun, finding("Cancelled"), as(mara, propose), as(boss, { do: "approve", proposal: 1 }))
      .when(send)
      .causes("ProposalDispatched", "ProposalDelivered");
  });
});

describe("gathering", () => {
  test("plan, requests, materials and interviews belong to an investigation that has begun; evidence does not wait", () => {
    const early = given(receipt, assign);
    const step: Command = { do: "plan-step", what: "Look", personId: mara, dueOn: "2026-11-25" };
    early.when(step).refused("not-investigating");
    early.when({ do: "review-material", course: "Wind I" }).refused("not-investigating");
    early
      .when({ do: "request-information", question: "?", to: "Booking", dueOn: "2026-11-25" })
      .refused("not-investigating");
    early
      .when({ do: "add-evidence", title: "Note", origin: "customer", sha256: "0", text: "x" })
      .causes("EvidenceAdded");
    given(...begun)
      .when(step)
      .causes("PlanStepAdded");
  });

  test("a step is done once, a request answered once, evidence struck once", () => {
    const gathered = given(
      ...begun,
      { do: "plan-step", what: "Look", personId: mara, dueOn: "2026-11-25" },
      { do: "request-information", question: "?", toId: boss, dueOn: "2026-11-25" },
      { do: "add-evidence", title: "Note", origin: "customer", sha256: "0", text: "x" },
      as(mara, { do: "finish-step", number: 1, at }),
      { do: "answer-request", number: 1, at, answer: "!" },
      { do: "strike-evidence", number: 1, reason: "forged" },
    );
    gathered.when({ do: "finish-step", number: 1, at }).refused("step-done");
    gathered.when({ do: "finish-step", number: 2, at }).refused("unknown-step");
    gathered.when({ do: "answer-request", number: 1, at, answer: "!" }).refused("request-answered");
    gathered.when({ do: "answer-request", number: 2, at, answer: "!" }).refused("unknown-request");
    gathered.when({ do: "strike-evidence", number: 1, reason: "x" }).refused("evidence-struck");
    gathered.when({ do: "strike-evidence", number: 2, reason: "x" }).refused("unknown-evidence");
    gathered
      .when({ do: "request-information", question: "?", dueOn: "2026-11-25" })
      .refused("nobody-asked", "to");
  });

  test("whoever is complained about gets no task and no request", () => {
    const story = given(...begun, { do: "name-conflict", personId: tom });
    story
      .when({ do: "plan-step", what: "Look", personId: tom, dueOn: "2026-11-25" })
      .refused("conflict-of-interest", "personId");
    story
      .when({ do: "request-information", question: "?", toId: tom, dueOn: "2026-11-25" })
      .refused("conflict-of-interest", "toId");
  });
});

describe("interviews", () => {
  const arrange: Command = {
    do: "arrange-interview",
    as: "witness",
    person: "Zoe",
    purpose: "What was said",
  };
  const accuse: Command = { ...arrange, as: "complained_about", personId: tom };
  const hold: Command = { do: "hold-interview", number: 1, at, present: "Zoe, Mara", summary: "He shouted." };
  const show: Command = { do: "show-interview", number: 1, at };
  const answer = (answer: "confirmed" | "commented" | "replied" | "no_reply", comment?: string): Command => ({
    do: "answer-interview",
    number: 1,
    at,
    answer,
    ...(comment && { comment }),
  });

  test("are arranged, written down, shown, and confirmed or commented, in this order", () => {
    given(...begun)
      .when({ do: "arrange-interview", as: "witness", purpose: "x" })
      .refused("nobody-named", "person");
    given(...begun, arrange)
      .when(show, at)
      .refused("interview-not-held");
    given(...begun, arrange, as(mara, hold))
      .when(answer("confirmed"))
      .refused("interview-not-shown");
    const shown = [...begun, arrange, as(mara, hold), show];
    given(...shown)
      .when(answer("commented"))
      .refused("words-missing", "comment");
    given(...shown)
      .when(hold)
      .refused("interview-held");
    given(...shown, answer("commented", "He whispered."))
      .when(answer("confirmed"))
      .refused("interview-answered");
    given(...begun)
      .when(hold, at)
      .refused("unknown-interview");
  });

  test("whoever is complained about is thereby named in a conflict, and replies to the complaint, once", () => {
    given(...begun)
      .when(accuse)
      .causes("InterviewArranged", "ConflictNamed");
    const story = given(...begun, accuse);
    assert.deepEqual(story.state.conflicts, [tom]);
    story.when(answer("replied", "It was not so."), at).causes("InterviewAnswered");
    story.when(answer("replied"), at).refused("words-missing", "comment");
    given(...begun, accuse, as(mara, answer("no_reply")))
      .when(answer("replied", "x"))
      .refused("interview-answered");
    given(...begun, arrange)
      .when(answer("replied", "x"), at)
      .refused("no-right-of-reply");
    given(...begun)
      .when({ ...accuse, personId: mara })
      .refused("conflict-of-interest", "personId");
  });

  test("are led by owner and investigator alone; who may approve reads them, nobody else does", () => {
    const { state } = given(
      receipt,
      assign,
      { do: "investigate", investigatorId: boss },
      { do: "name-conflict", personId: tom },
    );
    const staff = (id: string, ...roles: Extract<Person, { kind: "staff" }>["roles"]): Person => ({
      kind: "staff",
      id,
      roles,
    });
    const outsider = "44444444-4444-4444-8444-444444444444";
    assert.equal(can(staff(mara, "handler"), "arrange-interview", state), true);
    assert.equal(can(staff(boss, "handler"), "hold-interview", state), true);
    assert.equal(can(staff(outsider, "handler", "manager"), "arrange-interview", state), false);
    const reads = (...[id, ...roles]: Parameters<typeof staff>) =>
      readsInterviews(staff(id, ...roles), state);
    assert.deepEqual(
      [reads(mara, "handler"), reads(boss, "handler"), reads(outsider, "approver")],
      [true, true, true],
    );
    assert.deepEqual(
      [reads(outsider, "handler"), reads(outsider, "intake", "auditor", "admin"), reads(tom, "manager")],
      [false, false, false],
    );
    assert.equal(readsInterviews({ kind: "customer", complaintId: "x" }, state), false);
  });
});

describe("triage", () => {
  test("priority is severity by impact; the gravest is urgent however few it concerns", () => {
    const table = ([1, 2, 3, 4] as const).map((severity) =>
      (["individual", "group", "widespread"] as const).map((impact) => priorityOf(severity, impact)),
    );
    assert.deepEqual(table, [
      ["low", "normal", "high"],
      ["normal", "high", "urgent"],
      ["high", "urgent", "urgent"],
      ["urgent", "urgent", "urgent"],
    ]);
    assert.equal(priorityOf(2), "normal");
  });

  test("a repeat is confirmed once, an issue linked once, and taken away again with a reason", () => {
    const repeat: Command = { do: "confirm-repeat", kind: "repeat_of", of: tom };
    given(receipt).when(repeat).causes("RepeatConfirmed");
    given(receipt, repeat)
      .when({ ...repeat, kind: "duplicate_of" })
      .refused("already-linked", "of");
    const link: Command = { do: "link-issue", issueId: tom };
    const unlink: Command = { do: "unlink-issue", issueId: tom, reason: "Another matter" };
    given(receipt, link).when(link).refused("already-linked", "issueId");
    given(receipt).when(unlink).refused("not-linked", "issueId");
    given(receipt, link, unlink).when(link).causes("IssueLinked");
  });

  test("a call that reached somebody says what was spoken of; one that did not is an attempt", () => {
    const call = { do: "record-call", direction: "out", at } as const;
    given(receipt)
      .when({ ...call, reached: false }, at)
      .causes("CallRecorded");
    given(receipt)
      .when({ ...call, reached: true }, at)
      .refused("words-missing", "summary");
    given(receipt)
      .when({ ...call, reached: true, summary: "She agrees." }, at)
      .causes("CallRecorded");
  });

  test("support needs hold as they were noted last, each once", () => {
    const { state } = given(
      receipt,
      { do: "note-support-needs", needs: ["interpreter"] },
      { do: "note-support-needs", needs: ["large_print", "large_print"] },
    );
    assert.deepEqual(state.investigation.supportNeeds, ["large_print"]);
  });
});
