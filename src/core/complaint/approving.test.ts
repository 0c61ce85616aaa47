import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { berlinCalendar } from "../../organisation/policies/holidays.ts";
import { seedPolicy } from "../../organisation/policies/seed.ts";
import { boss, given, mara, receipt, tom } from "../../../test/given.ts";
import { authorityOf, usualLimits, type Authority } from "./authority.ts";
import type { ProposedMeasure } from "./commands.ts";
import { decide } from "./complaint.ts";
import { evolve } from "./evolve.ts";
import type { DatedFact } from "./events.ts";
import type { Complaint } from "./state.ts";

const now = "2026-11-24T10:00:00.000Z";
const refund = (amountCents: number): ProposedMeasure => ({
  kind: "refund",
  description: "Fee",
  amountCents,
  basis: "claim",
});
const found = [
  receipt,
  { do: "assign", ownerId: mara },
  { do: "investigate", investigatorId: mara },
  { do: "record-finding", allegation: "a", outcome: "upheld", reasons: "r" },
] as const;
const drafted = (...measures: ProposedMeasure[]) =>
  given(...found, { do: "propose", explanation: "e", measures }).state;

const approve = (state: Complaint, actor: string, authority?: Authority) =>
  decide({ do: "approve", proposal: 1 }, state, {
    now,
    actor,
    policy: seedPolicy,
    calendar: berlinCalendar,
    ...(authority && { authority }),
  });
function after(state: Complaint, actor: string, authority: Authority): Complaint {
  const events = approve(state, actor, authority);
  assert.ok(Array.isArray(events), JSON.stringify(events));
  return events.reduce<Complaint>(
    (each, { type, data }) => evolve(each, { type, data, recordedAt: now } as DatedFact),
    state,
  );
}
const types = (events: object) =>
  Array.isArray(events) ? events.map(({ type }: { type: string }) => type) : events;

describe("authority", () => {
  test("refunds and vouchers count together, and the limit itself is within it", () => {
    const state = drafted(refund(15_000), {
      kind: "voucher",
      description: "v",
      amountCents: 5_000,
      basis: "goodwill",
    });
    assert.deepEqual(types(approve(state, boss, { upToCents: 20_000 })), ["ProposalApproved"]);
    assert.deepEqual(approve(state, boss, { upToCents: 19_999 }), {
      refused: "above-authority",
      cents: { limit: 19_999, asked: 20_000 },
    });
  });

  test("of several roles the highest limit counts, and a role without one approves no money but the rest", () => {
    assert.equal(authorityOf(["approver", "manager"], usualLimits).upToCents, 1_000_000);
    assert.equal(authorityOf(["approver"], usualLimits).upToCents, 200_000);
    const none = authorityOf(["handler"], usualLimits);
    assert.deepEqual(approve(drafted(refund(1)), boss, none), {
      refused: "above-authority",
      cents: { limit: 0, asked: 1 },
    });
    const apology = drafted({ kind: "apology", description: "sorry" });
    assert.deepEqual(types(approve(apology, boss, none)), ["ProposalApproved"]);
  });

  test("above the threshold two approve, who differ from each other and from whoever drafted", () => {
    const authority = { upToCents: 100_000, secondAboveCents: 50_000 };
    const first = after(drafted(refund(50_001)), boss, authority);
    assert.deepEqual(
      [first.proposals[0]?.status, first.proposals[0]?.endorsedBy],
      ["draft", boss],
      "not approved yet",
    );
    assert.deepEqual(approve(first, boss, authority), { refused: "own-approval" });
    assert.deepEqual(approve(first, mara, authority), { refused: "own-work" });
    assert.deepEqual(approve(first, tom, { upToCents: 1, secondAboveCents: 50_000 }), {
      refused: "above-authority",
      cents: { limit: 1, asked: 50_001 },
    });
    const second = after(first, tom, authority);
    assert.deepEqual([second.proposals[0]?.status, second.proposals[0]?.approvedBy], ["approved", tom]);
    assert.deepEqual(
      types(approve(drafted(refund(50_000)), boss, authority)),
      ["ProposalApproved"],
      "the threshold itself needs one",
    );
  });

  test("a new draft is approved anew by both", () => {
    const authority = { upToCents: 100_000, secondAboveCents: 50_000 };
    const first = after(drafted(refund(60_000)), boss, authority);
    const events = decide({ do: "propose", explanation: "e", measures: [refund(70_000)] }, first, {
      now,
      actor: mara,
      policy: seedPolicy,
      calendar: berlinCalendar,
    });
    assert.ok(Array.isArray(events));
    const again = evolve(first, { ...events[0], recordedAt: now } as DatedFact);
    assert.equal(again.proposals[1]?.endorsedBy, undefined);
  });
});

describe("what the customer paid", () => {
  const paid = { do: "record-paid-amount", amountCents: 24_000 } as const;
  const proposing = (...measures: ProposedMeasure[]) =>
    given(...found, paid).when({ do: "propose", explanation: "e", measures });

  test("no refund is higher, alone or together; a voucher is no refund", () => {
    proposing(refund(24_000)).causes("ProposalDrafted");
    const refused = { paid: 24_000, promised: 0, asked: 24_001 };
    const over = drafted(refund(24_001));
    assert.deepEqual(approve({ ...over, paidCents: 24_000 }, boss), {
      refused: "refund-above-paid",
      field: "amountCents",
      cents: refused,
    });
    proposing(
      { ...refund(24_000) },
      { kind: "voucher", description: "v", amountCents: 5_000, basis: "goodwill" },
    ).causes("ProposalDrafted");
  });

  test("in euros, and more than nothing; a later statement corrects an earlier one", () => {
    given(...found)
      .when({ ...paid, currency: "USD" })
      .refused("wrong-currency", "currency");
    given(...found)
      .when({ ...paid, amountCents: 0 })
      .refused("amount-not-positive", "amountCents");
    given(...found)
      .when({ ...paid, amountCents: 1.5 })
      .refused("amount-not-positive", "amountCents");
    assert.equal(given(...found, paid, { ...paid, amountCents: 30_000 }).state.paidCents, 30_000);
    proposing({ ...refund(100), currency: "CHF" }).refused("wrong-currency", "currency");
  });

  test("what an earlier round promised counts as well", () => {
    const at = now;
    const round = given(
      ...found,
      paid,
      { do: "propose", explanation: "e", measures: [refund(20_000)] },
      { now: at, by: boss, command: { do: "approve", proposal: 1 } },
      { do: "dispatch", proposal: 1, via: "phone", at },
      { do: "accept", proposal: 1, via: "phone", at, words: "Yes." },
      { do: "implement", measure: "1.1", at },
      { do: "answer-follow-up", via: "phone", at, solved: false },
    );
    round.when({ do: "propose", explanation: "e", measures: [refund(4_000)] }).causes("ProposalDrafted");
    const { state } = round;
    assert.deepEqual(
      decide({ do: "propose", explanation: "e", measures: [refund(4_001)] }, state, {
        now,
        actor: mara,
        policy: seedPolicy,
        calendar: berlinCalendar,
      }),
      {
        refused: "refund-above-paid",
        field: "amountCents",
        cents: { paid: 24_000, promised: 20_000, asked: 4_001 },
      },
    );
  });

  test("a code and a last day are a voucher's; the code is a word and no metadata", () => {
    const voucher = {
      kind: "voucher",
      description: "v",
      amountCents: 5_000,
      basis: "goodwill",
      code: "SOLAR-7",
      redeemableUntil: "2027-12-31",
    } as const;
    const story = proposing(voucher);
    story.causes("ProposalDrafted");
    assert.ok(!JSON.stringify(story.data("ProposalDrafted")).includes("SOLAR"));
    assert.equal((story.words("ProposalDrafted") as Record<string, string>)["code:1.1"], "SOLAR-7");
    proposing({ ...refund(1), code: "X" }).refused("voucher-only", "code");
  });
});
