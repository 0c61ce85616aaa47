import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Calendar } from "../calendar/calendar.ts";
import type { Command } from "./commands.ts";
import { boss, given, mara, receipt } from "../../../test/given.ts";
import { berlinCalendar } from "../../organisation/policies/holidays.ts";
import { seedPolicy } from "../../organisation/policies/seed.ts";
import { clockNames } from "../../organisation/policies/contract.ts";
import { ruleOf, startClock } from "./clocks.ts";
import { allClocks, runs } from "./state.ts";

const at = "2026-11-24T09:00:00.000Z";
const assign: Command = { do: "assign", ownerId: mara };
const investigating: Command[] = [
  receipt,
  assign,
  { do: "investigate", investigatorId: mara },
  { do: "record-finding", allegation: "a", outcome: "upheld", reasons: "r" },
];
const propose: Command = {
  do: "propose",
  explanation: "Sorry.",
  measures: [{ kind: "apology", description: "We are." }],
};
const approve = (proposal: number) => ({ now: at, by: boss, command: { do: "approve", proposal } as const });
const back = (command: Command) => ({ now: at, by: mara, command });
const declined = [
  ...investigating,
  back(propose),
  approve(1),
  back({ do: "dispatch", proposal: 1, via: "phone", at }),
  back({ do: "decline", proposal: 1, via: "phone", at, words: "Not enough." }),
];

const withHoliday = (date: string, version = "corrected +1"): Calendar => ({
  ...berlinCalendar,
  version,
  holidays: new Map([...berlinCalendar.holidays, [date, { en: "One-off holiday", de: "Feiertag" }]]),
});
const without = (date: string, version = "corrected +2"): Calendar => {
  const holidays = new Map(berlinCalendar.holidays);
  holidays.delete(date);
  return { ...berlinCalendar, version, holidays };
};

describe("every clock", () => {
  test("has its time from the policy: promises, own targets, the law", () => {
    const rules = clockNames.map((name) => [name, ruleOf(name, seedPolicy)]);
    assert.deepEqual(Object.fromEntries(rules), {
      acknowledgement: { hours: 48 },
      proposal: { businessDays: 5 },
      implementation: { businessDays: 3 },
      follow_up: { businessDays: 7 },
      assignment: { officeHours: 4 },
      triage: { businessDays: 1 },
      next_proposal: { businessDays: 5 },
      withdrawal_from_contract: { days: 14 },
      termination: { days: 14 },
      price_reduction: { days: 14 },
      data_protection_request: { months: 1 },
      discrimination_claim: { months: 2 },
      conciliation_request: { weeks: 3 },
    });
  });

  test("freezes its date, its warnings, the staff target and what they were computed with", () => {
    const known = { policy: seedPolicy, calendar: berlinCalendar };
    assert.deepEqual(startClock("acknowledgement", "2026-11-23T08:30:00.000Z", known), {
      startedAt: "2026-11-23T08:30:00.000Z",
      dueAt: "2026-11-25T08:30:00.000Z",
      warnAt: ["2026-11-24T08:30:00.000Z", "2026-11-24T20:30:00.000Z", "2026-11-25T03:42:00.000Z"],
      targetAt: "2026-11-25T08:30:00.000Z",
      policyVersion: 1,
      calendarVersion: berlinCalendar.version,
    });
    const friday = startClock("acknowledgement", "2026-11-20T16:30:00.000Z", known);
    assert.equal("targetAt" in friday, false, "from Friday evening to Sunday only a letter can keep it");
  });
});

describe("our own targets", () => {
  test("an owner within four office hours, a first look within one business day, from when it was taken down", () => {
    const { clocks } = given(receipt).state;
    assert.equal(clocks.assignment?.dueAt, "2026-11-23T12:00:00.000Z", "Friday evening: Monday 13:00");
    assert.equal(clocks.triage?.dueAt, "2026-11-23T16:00:00.000Z");
    const letter = given({ ...receipt, receivedAt: "2026-11-16T09:00:00.000Z" }).state;
    assert.equal(letter.clocks.assignment?.startedAt, "2026-11-20T16:30:00.000Z");
    assert.equal(letter.clocks.triage?.startedAt, "2026-11-20T16:30:00.000Z");
    assert.equal(letter.clocks.proposal?.startedAt, "2026-11-16T09:00:00.000Z");
  });

  test("are met by the assignment, and by an assessment or the beginning of the investigation", () => {
    const now = receipt.receivedAt;
    assert.equal(given(receipt, assign).state.clocks.assignment?.metAt, now);
    const assessed = given(receipt, { do: "assess", severity: 3, category: "invoice", note: "Exam at risk" });
    assert.equal(assessed.state.clocks.triage?.metAt, now);
    assert.deepEqual([assessed.state.severity, assessed.state.category], [3, "invoice"]);
    const later = { now: at, by: mara, command: { do: "investigate", investigatorId: mara } as const };
    assert.equal(given(receipt, assign, later).state.clocks.triage?.metAt, at);
    assert.equal(
      given(receipt, { do: "assess", severity: 1 }, assign, later).state.clocks.triage?.metAt,
      now,
    );
    assert.equal(given(receipt, { do: "assess", severity: 1 }).state.category, undefined);
  });

  test("begin anew when the owner turns out to be the person complained about", () => {
    const orphan = given(receipt, assign, back({ do: "name-conflict", personId: mara })).state;
    assert.equal(orphan.ownerId, undefined);
    assert.equal(orphan.clocks.assignment?.startedAt, at);
    assert.equal(orphan.clocks.assignment?.dueAt, "2026-11-24T13:00:00.000Z");
    assert.equal(orphan.clocks.assignment?.metAt, undefined);
    assert.equal(orphan.clocks.assignment?.round, 1);
    const other = given(receipt, assign, back({ do: "name-conflict", personId: boss })).state;
    assert.equal(other.clocks.assignment?.metAt, receipt.receivedAt, "the owner stays");
    const ended = given(receipt, assign, { do: "withdraw", via: "phone", at: receipt.receivedAt });
    assert.equal(
      (ended.when({ do: "name-conflict", personId: mara }).data("ConflictNamed") as object)[
        "assignment" as never
      ],
      undefined,
      "nobody is looked for when it is over",
    );
  });

  test("a rejection starts five days for the next proposal, which its delivery ends", () => {
    const { state } = given(...declined);
    assert.deepEqual(
      [state.clocks.next_proposal?.dueAt, state.clocks.next_proposal?.round],
      ["2026-12-01T16:00:00.000Z", 1],
    );
    const second = given(
      ...declined,
      back(propose),
      approve(2),
      back({ do: "dispatch", proposal: 2, via: "phone", at }),
    );
    assert.equal(second.state.clocks.next_proposal?.metAt, at);
    const again = given(
      ...declined,
      back(propose),
      approve(2),
      back({ do: "dispatch", proposal: 2, via: "phone", at }),
      back({ do: "counter", proposal: 2, via: "phone", at, words: "More." }),
    );
    assert.deepEqual(
      [again.state.clocks.next_proposal?.round, again.state.clocks.next_proposal?.metAt],
      [2, undefined],
    );
  });
});

describe("the end of a complaint", () => {
  const withdraw = (now: string) => ({
    now,
    by: mara,
    command: { do: "withdraw", via: "phone", at: now } as const,
  });

  test("what was not yet due is no longer owed, and says why", () => {
    const { clocks } = given(receipt, withdraw(at)).state;
    assert.equal(clocks.proposal?.notApplicable, "withdrawn");
    assert.equal(clocks.proposal?.endedAt, undefined);
    const due = given(receipt, withdraw("2026-11-27T16:00:00.000Z")).state;
    assert.equal(due.clocks.proposal?.notApplicable, "withdrawn", "at the very instant it is not late yet");
  });

  test("what was overdue by then stays missed, and its clock stops", () => {
    const { clocks } = given(receipt, withdraw("2026-11-27T16:00:00.001Z")).state;
    assert.deepEqual(
      [clocks.proposal?.notApplicable, clocks.proposal?.endedAt],
      [undefined, "2026-11-27T16:00:00.001Z"],
    );
    assert.ok(Object.values(clocks).every((clock) => !runs(clock)));
  });

  test("what was kept stays kept", () => {
    const told = { do: "acknowledge", via: "phone", reached: true, at: receipt.receivedAt } as const;
    const { acknowledgement } = given(receipt, told, withdraw("2027-01-04T10:00:00.000Z")).state.clocks;
    assert.deepEqual(
      [acknowledgement?.metAt, acknowledgement?.notApplicable, acknowledgement?.endedAt],
      [receipt.receivedAt, undefined, undefined],
    );
  });

  test("closing says that it was closed, and reopening starts a fresh round", () => {
    const conciliation = { body: "b", address: "a", url: "https://b.example", stance: "unwilling" } as const;
    const ended = back({ do: "declare-deadlock", via: "post", at, reason: "r", conciliation });
    const closed = given(...declined, ended, back({ do: "close", outcome: "not_agreed" }));
    assert.equal(closed.state.clocks.next_proposal?.notApplicable, "closed");
    const { clocks, round } = given(
      ...declined,
      ended,
      back({ do: "close", outcome: "not_agreed" }),
      back({ do: "reopen", because: "customer", reason: "again" }),
    ).state;
    assert.deepEqual([round, clocks.proposal?.round, clocks.next_proposal], [1, 1, undefined]);
    assert.equal(clocks.assignment?.metAt, receipt.receivedAt, "who owns it and what was told is kept");
  });
});

describe("whom nobody can reach", () => {
  const nobody = { ...receipt, complainant: { language: "de" } } as const;
  test("by post without an address: acknowledgement and proposal are not applicable, the work is not", () => {
    for (const channel of ["post", "email", "other"] as const) {
      const { clocks } = given({ ...nobody, channel }).state;
      assert.equal(clocks.acknowledgement?.notApplicable, "unreachable", channel);
      assert.equal(clocks.proposal?.notApplicable, "unreachable", channel);
      assert.ok(clocks.assignment && runs(clocks.assignment) && clocks.triage && runs(clocks.triage));
    }
  });
  test("but who stands at the desk, calls or uses the form can be told at once", () => {
    for (const channel of ["phone", "in_person"] as const)
      assert.ok(runs(given({ ...nobody, channel }).state.clocks.acknowledgement!), channel);
    assert.equal(
      given({ ...nobody, channel: "web" }).state.clocks.acknowledgement?.metAt,
      receipt.receivedAt,
    );
    assert.ok(runs(given({ ...receipt, channel: "post" }).state.clocks.proposal!), "an address is enough");
  });
});

describe("a holding letter", () => {
  const hold: Command = {
    do: "hold",
    clock: "proposal",
    reason: "complexity",
    explanation: "Two trainers must be heard.",
    via: "email",
    at,
    expectedOn: "2026-12-02",
  };
  const asked = (change: object = {}, ...story: Command[]) =>
    given(receipt, assign, ...story).when({ ...hold, ...change }, at);

  test("tells the customer before the miss, gives the reason, and moves nothing", () => {
    asked().causes("HoldingLetterDispatched");
    assert.deepEqual(asked().words("HoldingLetterDispatched"), {
      explanation: "Two trainers must be heard.",
    });
    const { state } = given(receipt, back(hold));
    assert.equal(state.clocks.proposal?.dueAt, "2026-11-27T16:00:00.000Z");
    assert.equal(state.clocks.proposal?.lateReason, "complexity");
    assert.deepEqual(state.held, ["proposal"]);
    assert.deepEqual(given(receipt, back(hold), back(hold)).state.held, ["proposal"]);
  });

  test("is refused for what does not run, for a day that has passed, and by mail without an address", () => {
    asked({ clock: "implementation" }).refused("no-such-clock", "clock");
    asked({ expectedOn: "2026-11-23" }).refused("in-the-past", "expectedOn");
    asked({ expectedOn: "2026-11-24" }).causes("HoldingLetterDispatched");
    given({ ...receipt, complainant: { phone: "+4930123456", language: "de" } })
      .when(hold, at)
      .refused("no-email-address", "via");
    given({ ...receipt, complainant: { phone: "+4930123456", language: "de" } })
      .when({ ...hold, via: "phone" }, at)
      .causes("HoldingLetterDispatched");
    given(...declined)
      .when({ ...hold, clock: "proposal" })
      .refused("clock-not-running", "clock");
    given(...declined)
      .when({ ...hold, clock: "next_proposal" })
      .causes("HoldingLetterDispatched");
  });

  test("a reason alone needs a clock, too", () => {
    const reason = { do: "give-late-reason", reason: "overload", explanation: "x" } as const;
    given(receipt)
      .when({ ...reason, clock: "follow_up" })
      .refused("no-such-clock", "clock");
    const story = given(receipt).when({ ...reason, clock: "proposal" });
    story.causes("LateReasonGiven");
    assert.deepEqual(story.data("LateReasonGiven"), { clock: "proposal", reason: "overload" });
    assert.deepEqual(story.words("LateReasonGiven"), { explanation: "x" });
  });
});

describe("statutory declarations", () => {
  const revoke: Command = {
    do: "record-declaration",
    kind: "withdrawal_from_contract",
    at,
    words: "I withdraw.",
  };

  test("start the law's clock beside ours, from when the declaration reached us", () => {
    const { declarations, clocks } = given(receipt, back(revoke)).state;
    assert.deepEqual(
      declarations.map(({ number, kind, clock }) => [
        number,
        kind,
        clock.startedAt,
        clock.dueAt,
        clock.round,
      ]),
      [[1, "withdrawal_from_contract", at, "2026-12-08T16:00:00.000Z", 1]],
    );
    assert.ok(runs(clocks.proposal!), "the complaint goes on");
  });

  test("several of a kind are told apart, and each is dealt with once", () => {
    const two = [receipt, back(revoke), back({ ...revoke, kind: "data_protection_request" })];
    const settle = { do: "settle-declaration", declaration: 2, at } as const;
    const { declarations } = given(...two, back(settle)).state;
    assert.deepEqual(
      declarations.map(({ clock }) => clock.metAt),
      [undefined, at],
    );
    given(...two, back(settle))
      .when(settle)
      .refused("declaration-settled", "declaration");
    given(...two)
      .when({ ...settle, declaration: 3 })
      .refused("unknown-declaration", "declaration");
    given(...two)
      .when({ ...settle, at: receipt.receivedAt })
      .refused("before-receipt", "at");
  });

  test("run on when the complaint ends, and may still come afterwards", () => {
    const withdraw = { do: "withdraw", via: "phone", at } as const;
    const { declarations } = given(receipt, back(revoke), back(withdraw)).state;
    assert.ok(runs(declarations[0]!.clock));
    given(receipt, back(withdraw))
      .when({ do: "record-declaration", kind: "conciliation_request", at })
      .causes("DeclarationRecorded");
    given(receipt, back(revoke), back(withdraw))
      .when({ do: "settle-declaration", declaration: 1, at })
      .causes("DeclarationSettled");
  });
});

describe("a corrected calendar", () => {
  const recompute: Command = { do: "recompute-clocks" };
  const during = "2026-11-24T10:00:00.000Z";
  const after = (calendar: Calendar, ...story: (Command | ReturnType<typeof back>)[]) =>
    given(receipt, assign, ...story).when(recompute, during, "calendar", calendar);

  test("a new holiday never moves what was told; it is recorded that the date stays", () => {
    const story = after(withHoliday("2026-11-26"));
    story.causes("ClockRecomputed");
    assert.deepEqual(story.data("ClockRecomputed"), {
      clock: "proposal",
      round: 0,
      was: "2026-11-27T16:00:00.000Z",
      computed: "2026-11-30T16:00:00.000Z",
      dueAt: "2026-11-27T16:00:00.000Z",
      warnAt: given(receipt).state.clocks.proposal?.warnAt,
      targetAt: "2026-11-27T16:00:00.000Z",
      calendarVersion: "corrected +1",
    });
  });

  test("and is recorded once, however often the clocks are computed again", () => {
    const calendar = withHoliday("2026-11-26");
    given(
      receipt,
      assign,
      { do: "assess", severity: 1 },
      { now: during, by: "calendar", command: recompute, calendar },
    )
      .when(recompute, during, "calendar", calendar)
      .causes();
  });

  test("a holiday that is none brings the date forward", () => {
    const christmas = { ...receipt, receivedAt: "2026-12-22T10:00:00.000Z" };
    const start = { now: "2026-12-22T11:00:00.000Z", by: mara, command: christmas };
    const calendar = without("2026-12-25");
    const corrected = { now: "2026-12-23T10:00:00.000Z", by: "calendar", command: recompute, calendar };
    assert.equal(given(start).state.clocks.proposal?.dueAt, "2026-12-30T16:00:00.000Z");
    const { proposal } = given(start, corrected).state.clocks;
    assert.equal(proposal?.dueAt, "2026-12-29T16:00:00.000Z");
    assert.equal(proposal?.calendarVersion, "corrected +2");
    assert.equal(proposal?.targetAt, "2026-12-29T16:00:00.000Z");
    assert.equal(proposal?.warnAt.length, 3);
  });

  test("our own targets, which were told to nobody, follow in both directions", () => {
    const calendar = withHoliday("2026-11-23");
    const { clocks } = given(receipt, {
      now: "2026-11-21T10:00:00.000Z",
      by: "calendar",
      command: recompute,
      calendar,
    }).state;
    assert.equal(clocks.assignment?.dueAt, "2026-11-24T12:00:00.000Z");
    assert.equal(clocks.triage?.dueAt, "2026-11-24T16:00:00.000Z");
  });

  test("the law's clocks are computed again, too, each for itself", () => {
    const revoke = (words: string): Command => ({ do: "record-declaration", kind: "termination", at, words });
    const calendar = withHoliday("2026-12-08");
    const story = [receipt, assign, back(revoke("a")), back(revoke("b"))];
    const { declarations } = given(...story, {
      now: during,
      by: "calendar",
      command: recompute,
      calendar,
    }).state;
    assert.deepEqual(
      declarations.map(({ clock }) => [clock.dueAt, clock.calendarVersion]),
      [
        ["2026-12-08T16:00:00.000Z", "corrected +1"],
        ["2026-12-08T16:00:00.000Z", "corrected +1"],
      ],
      "a later end is not taken; the earlier one stays",
    );
  });

  test("what is kept or over is left alone", () => {
    const told = { do: "acknowledge", via: "phone", reached: true, at: receipt.receivedAt } as const;
    after(withHoliday("2026-11-26"), told, back({ do: "withdraw", via: "phone", at })).causes();
    given(...declined)
      .when(recompute, during, "calendar", withHoliday("2026-11-30"))
      .causes("ClockRecomputed");
  });

  test("names every clock of the complaint", () => {
    const { state } = given(...declined, back({ do: "record-declaration", kind: "termination", at }));
    assert.deepEqual(
      allClocks(state)
        .map(({ name }) => name)
        .toSorted(),
      ["acknowledgement", "assignment", "next_proposal", "proposal", "termination", "triage"],
    );
  });
});
