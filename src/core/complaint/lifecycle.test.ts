import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { berlinCalendar } from "../../organisation/policies/holidays.ts";
import { seedPolicy } from "../../organisation/policies/seed.ts";
import { isRefusal, type Command } from "./commands.ts";
import { decide } from "./complaint.ts";
import type { ComplaintEvent, DatedFact } from "./events.ts";
import { isInProgress } from "./payments.ts";
import { evolve } from "./evolve.ts";
import { withoutFinding } from "./investigation/state.ts";
import { runs, type Complaint } from "./state.ts";

const people = [
  "11111111-1111-4111-8111-111111111111",
  "22222222-2222-4222-8222-222222222222",
  "33333333-3333-4333-8333-333333333333",
];
const person = fc.constantFrom(...people);
const via = fc.constantFrom("email", "phone", "in_person", "link");
const proposal = fc.integer({ min: 1, max: 3 });
const words = fc.constantFrom("because", "");
const measure = fc.constantFrom(
  { kind: "refund", description: "fee", amountCents: 100, basis: "claim" },
  { kind: "apology", description: "sorry" },
  { kind: "corrective_action", description: "later", dueOn: "2027-06-01" },
);

const payments = fc.constantFrom("p1", "p2", "p3");

type Move = { command: (now: string) => Command; by: string; hours: number };
const of = (arbitrary: fc.Arbitrary<object>) =>
  arbitrary.map((given) => (now: string) => ({ at: now, ...given }) as unknown as Command);
const said = (name: string, more: object = {}) =>
  of(fc.record({ do: fc.constant(name), via, words, ...Object.fromEntries(Object.entries(more)) }));

const paying = [
  of(
    fc.record({
      do: fc.constant("enter-payment"),
      payment: payments,
      measure: fc.constantFrom("1.1", "1.2", "2.1"),
      payee: fc.constant("p"),
      iban: fc.constant("i"),
    }),
  ),
  ...(["change-payment", "release-payment", "order-payment", "mark-paid", "cancel-payment"] as const).map(
    (name) => of(fc.record({ do: fc.constant(name), payment: payments, file: fc.constant("f") })),
  ),
];

const commands = fc.oneof(
  said("acknowledge", { reached: fc.boolean() }),
  of(fc.record({ do: fc.constant("assign"), ownerId: person })),
  of(fc.record({ do: fc.constant("escalate"), toId: person, reason: fc.constant("x") })),
  of(fc.record({ do: fc.constant("investigate"), investigatorId: person })),
  of(
    fc.record({
      do: fc.constant("record-finding"),
      allegation: fc.constantFrom("a", 1, 2, 3),
      outcome: fc.constant("upheld"),
      reasons: fc.constant("r"),
    }),
  ),
  of(fc.constant({ do: "add-allegation", allegation: "a", said: "staff" })),
  of(
    fc.record({
      do: fc.constantFrom("withdraw-allegation", "merge-allegation"),
      number: proposal,
      into: proposal,
      reason: words,
    }),
  ),
  of(
    fc.record({
      do: fc.constant("propose"),
      explanation: fc.constant("e"),
      measures: fc.array(measure, { maxLength: 3 }),
    }),
  ),
  of(fc.record({ do: fc.constant("approve"), proposal })),
  said("dispatch", { proposal }),
  said("confirm-delivery", { proposal }),
  said("accept", { proposal }),
  said("decline", { proposal }),
  said("counter", { proposal }),
  said("ask"),
  said("discuss", { summary: fc.constant("s") }),
  said("declare-deadlock", {
    reason: fc.constant("r"),
    conciliation: fc.constantFrom(undefined, {
      body: "b",
      address: "a",
      url: "https://b.example",
      stance: "willing",
    }),
  }),
  ...paying,
  said("refer", { body: fc.constantFrom("court", "conciliation_body"), name: fc.constant("n") }),
  said("end-referral", {
    referral: fc.integer({ min: 1, max: 2 }),
    outcome: fc.constantFrom("agreed", "withdrawn"),
  }),
  of(fc.record({ do: fc.constant("record-paid-amount"), amountCents: fc.constantFrom(0, 50, 100, 1000) })),
  of(
    fc.record({
      do: fc.constant("implement"),
      measure: fc.constantFrom("1.1", "1.2", "1.3", "2.1", "2.2", "3.1"),
    }),
  ),
  said("dispatch-follow-up"),
  said("follow-up", { reached: fc.boolean() }),
  said("answer-follow-up", {
    solved: fc.boolean(),
    satisfaction: fc.record({ handling: fc.constantFrom(undefined, 1, 5) }),
  }),
  said("give-satisfaction", { result: fc.constantFrom(undefined, 1, 5) }),
  of(
    fc.record({ do: fc.constant("close"), outcome: fc.constantFrom("resolved", "no_answer", "not_agreed") }),
  ),
  said("withdraw"),
  of(fc.constant({ do: "reopen", because: "customer", reason: "r" })),
  of(
    fc.record({
      do: fc.constant("give-late-reason"),
      clock: fc.constantFrom("acknowledgement", "proposal", "implementation", "follow_up"),
      reason: fc.constant("other"),
      explanation: fc.constant("x"),
    }),
  ),
  of(fc.record({ do: fc.constant("assess"), severity: fc.constantFrom(1, 2, 3, 4) })),
  said("hold", {
    clock: fc.constantFrom("proposal", "implementation", "follow_up", "next_proposal"),
    reason: fc.constant("complexity"),
    explanation: fc.constant("x"),
    expectedOn: fc.constantFrom("2026-10-01", "2027-06-01"),
  }),
  of(
    fc.record({
      do: fc.constant("record-declaration"),
      kind: fc.constantFrom("termination", "price_reduction"),
    }),
  ),
  of(fc.record({ do: fc.constant("settle-declaration"), declaration: fc.integer({ min: 1, max: 2 }) })),
  of(fc.constant({ do: "recompute-clocks" })),
  of(fc.record({ do: fc.constant("name-conflict"), personId: fc.constant(people[2]) })),
);

/** A path that a complaint often takes, so that chance also reaches its later stages. */
const usual = [
  "assign",
  "investigate",
  "record-finding",
  "propose",
  "approve",
  "dispatch",
  "accept",
  "implement",
  "answer-follow-up",
  "close",
] as const;
const fee = { kind: "refund", description: "fee", amountCents: 100, basis: "claim" } as const;
const usualMove =
  (name: (typeof usual)[number], refund = false) =>
  (now: string): Command =>
    ({
      do: name,
      at: now,
      via: "phone",
      ownerId: people[0],
      investigatorId: people[0],
      allegation: "a",
      reasons: "r",
      outcome: name === "close" ? "resolved" : "upheld",
      explanation: "e",
      measures: [refund ? { ...fee } : { kind: "apology", description: "d" }],
      proposal: 1,
      words: "yes",
      measure: "1.1",
      solved: true,
    }) as unknown as Command;

const moves: fc.Arbitrary<Move[]> = fc
  .tuple(
    fc.integer({ min: 0, max: usual.length }),
    fc.array(fc.record({ command: commands, by: person, hours: fc.integer({ min: 0, max: 200 }) }), {
      maxLength: 25,
    }),
  )
  .map(([length, chance]) => [
    ...usual.slice(0, length).map((name) => ({
      command: usualMove(name),
      by: name === "approve" ? people[1]! : people[0]!,
      hours: 1,
    })),
    ...chance,
  ]);

function freeze<T>(value: T): T {
  if (value !== null && typeof value === "object") {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

const fact = ({ type, data }: ComplaintEvent, recordedAt: string) =>
  freeze({ type, data, recordedAt }) as DatedFact;

function play(list: Move[], check: (before: Complaint, after: Complaint, events: ComplaintEvent[]) => void) {
  let now = Temporal.Instant.from("2026-10-02T15:00:00Z");
  const iso = () => now.toString({ fractionalSecondDigits: 3 });
  const known = (actor: string) => ({ now: iso(), actor, policy: seedPolicy, calendar: berlinCalendar });
  const received = decide(
    {
      do: "receive",
      reference: "CT-2026-000001-3",
      platform: "ctterra",
      channel: "email",
      receivedAt: iso(),
      complainant: { email: "a@b.example", language: "en" },
      subject: { kind: "other" },
      statement: "x",
    },
    undefined,
    known(people[0]!),
  );
  assert.ok(!isRefusal(received));
  const facts = received.map((event) => fact(event, iso()));
  let state = facts.reduce<Complaint | undefined>(evolve, undefined)!;
  for (const { command, by, hours } of list) {
    now = now.add({ hours });
    const asked = command(iso());
    const events = decide(asked, freeze(state), known(by));
    assert.deepEqual(decide(asked, state, known(by)), events, "the same question has the same answer");
    if (isRefusal(events)) continue;
    const before = state;
    for (const event of events) {
      facts.push(fact(event, iso()));
      state = evolve(state, fact(event, iso()));
    }
    check(before, state, events);
  }
  return { facts, state };
}

/** What must hold of every complaint at every moment. */
function sane(state: Complaint): void {
  const { stage, proposals, clocks, conflicts } = state;
  const open = proposals.filter(({ status }) => status === "draft" || status === "approved");
  assert.ok(open.length <= 1, "two proposals in the making");
  assert.ok(open.length === 0 || open[0] === proposals.at(-1), "an old proposal in the making");
  assert.deepEqual(
    proposals.map(({ number }) => number),
    proposals.map((_, index) => index + 1),
  );
  for (const each of proposals)
    assert.ok(each.approvedBy === undefined || each.approvedBy !== each.draftedBy, "own work approved");
  const underway = state.payments.filter(isInProgress).map((each) => each.measure);
  assert.equal(new Set(underway).size, underway.length, "a refund twice on its way");
  assert.ok(!underway.some((each) => state.measuresDone.includes(each)), "paid and still on its way");
  for (const each of state.payments) {
    assert.ok(each.releasedBy === undefined || !each.hands.includes(each.releasedBy), "released alone");
    assert.ok(each.state !== "paid" || state.measuresDone.includes(each.measure), "paid and not done");
  }
  if (stage === "accepted" || stage === "implemented" || stage === "followed_up")
    assert.ok(proposals.some(({ status }) => status === "accepted"));
  if (stage === "proposed")
    assert.equal(
      proposals.findLast(({ status }) => ["sent", "accepted", "declined"].includes(status))?.status,
      "sent",
    );
  assert.ok(proposals.filter(({ status }) => status === "sent").length <= 1, "two offers at once");
  for (const { approvedBy, status } of proposals)
    if (status === "draft" || status === "approved")
      assert.ok(!approvedBy || !conflicts.includes(approvedBy), "approved in somebody's own cause");
  if (stage === "accepted") assert.ok(clocks.implementation && !clocks.implementation.metAt);
  if (stage === "implemented" || stage === "followed_up")
    assert.ok(clocks.implementation?.metAt && clocks.follow_up);
  if (stage === "followed_up") assert.ok(clocks.follow_up?.metAt);
  if (stage === "closed" || stage === "withdrawn")
    for (const clock of Object.values(clocks)) assert.ok(!runs(clock), "a clock runs on after the end");
  for (const { ended, finding } of state.investigation.allegations)
    assert.ok(!ended || !finding, "a finding on what was merged or withdrawn");
  assert.ok(state.ownerId === undefined || !conflicts.includes(state.ownerId));
  assert.ok(state.investigatorId === undefined || !conflicts.includes(state.investigatorId));
}

test("no sequence of commands reaches an impossible complaint", () => {
  fc.assert(
    fc.property(
      moves,
      (list) =>
        void play(list, (before, after, events) => {
          sane(after);
          if (events.some(({ type }) => type === "ProposalDispatched"))
            assert.deepEqual(withoutFinding(before.investigation), [], "sent although a finding is missing");
        }),
    ),
    { numRuns: 400 },
  );
});

const rejections = new Set(["ProposalDeclined", "CounterProposed"]);

test("a promise once made is never moved, and once kept or missed never becomes something else", () => {
  fc.assert(
    fc.property(moves, (list) => {
      play(list, (before, after, events) => {
        if (events.some(({ type }) => type === "Reopened")) return;
        for (const [kind, clock] of Object.entries(before.clocks)) {
          const later = after.clocks[kind as keyof typeof after.clocks];
          if (kind === "implementation" && events.some(({ type }) => type === "ProposalAccepted")) continue;
          if (kind === "follow_up" && events.some(({ type }) => type === "Implemented")) continue;
          if (kind === "next_proposal" && events.some(({ type }) => rejections.has(type))) continue;
          if (kind === "assignment" && events.some(({ type }) => type === "ConflictNamed")) continue;
          assert.equal(later?.dueAt, clock.dueAt);
          assert.equal(later?.startedAt, clock.startedAt);
          if (clock.metAt) assert.equal(later?.metAt, clock.metAt);
        }
      });
    }),
    { numRuns: 300 },
  );
});

test("replaying the facts gives the same complaint", () => {
  fc.assert(
    fc.property(moves, (list) => {
      const { facts, state } = play(list, () => {});
      const stored = JSON.parse(JSON.stringify(facts)) as DatedFact[];
      assert.deepEqual(stored.reduce<Complaint | undefined>(evolve, undefined), state);
    }),
    { numRuns: 200 },
  );
});

test("whatever is done on the payment list, no refund goes out twice, unreleased, or by one person alone", () => {
  const reached = new Set<string>();
  const promised = usual.slice(0, 7).map((name) => ({
    command: usualMove(name, true),
    by: name === "approve" ? people[1]! : people[0]!,
    hours: 1,
  }));
  const on = (...names: Command["do"][]) =>
    of(
      fc.record({
        do: fc.constantFrom(...names),
        payment: payments,
        measure: fc.constant("1.1"),
        file: fc.constant("f"),
      }),
    );
  const chance = fc.record({
    command: fc.oneof(
      { weight: 4, arbitrary: on("enter-payment", "release-payment", "order-payment", "mark-paid") },
      { weight: 1, arbitrary: on("change-payment", "cancel-payment", "implement") },
    ),
    by: person,
    hours: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(fc.array(chance, { minLength: 5, maxLength: 40 }), (list) => {
      let paid = 0;
      play([...promised, ...list], (before, after, events) => {
        sane(after);
        for (const { state } of after.payments) reached.add(state);
        for (const { type, data } of events) {
          if (type === "PaymentPaid") paid += 1;
          if (type !== "PaymentOrdered") continue;
          const { state, hands, releasedBy } = before.payments.find(({ id }) => id === data.payment)!;
          assert.ok(state === "released" && releasedBy && !hands.includes(releasedBy));
        }
      });
      assert.ok(paid <= 1, "paid twice");
    }),
    { numRuns: 2_000 },
  );
  assert.deepEqual([...reached].toSorted(), ["cancelled", "entered", "ordered", "paid", "released"]);
});
