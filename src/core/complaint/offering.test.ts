import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { boss, given, mara, receipt, tom, type Story } from "../../../test/given.ts";
import type { Command } from "./commands.ts";

const at = "2026-11-24T10:00:00.000Z";
const later = "2026-12-15T10:00:00.000Z";
const by = (who: string, command: Command, now = at): Story => ({ now, by: who, command });
const investigated: Story[] = [
  by(mara, receipt),
  by(mara, { do: "assign", ownerId: mara }),
  by(mara, { do: "investigate", investigatorId: mara }),
  by(mara, { do: "record-finding", allegation: "Cancelled", outcome: "upheld", reasons: "It was." }),
];
const draft = by(mara, {
  do: "propose",
  explanation: "Sorry.",
  measures: [{ kind: "apology", description: "Sorry" }],
});
const send = (proposal: number, now = at, via: "phone" | "post" | "email" = "phone") =>
  by(mara, { do: "dispatch", proposal, via, at: now }, now);
const approve = (proposal: number, who = boss) => by(who, { do: "approve", proposal });
const offered = [...investigated, draft, approve(1), send(1)];
const accept = (proposal: number) =>
  ({ do: "accept", proposal, via: "phone", at: later, words: "Yes." }) as const;

describe("how long an offer stands", () => {
  test("counts from when it was sent, not from when it was drafted", () => {
    const { state } = given(...investigated, draft, approve(1), send(1, later));
    // Twenty business days after 15 December 2026: Christmas and New Year do not count.
    assert.equal(state.proposals[0]!.validUntil, "2027-01-14T16:00:00.000Z");
  });

  test("it stands while another is prepared; accepting it drops the draft, sending the other replaces it", () => {
    const preparing = [...offered, draft];
    given(...preparing)
      .when(accept(1), later)
      .causes("ProposalAccepted");
    const { state } = given(...preparing, by("customer", accept(1), later));
    assert.deepEqual(
      state.proposals.map(({ status }) => status),
      ["accepted", "superseded"],
    );
    const replaced = [...preparing, approve(2), send(2)];
    given(...replaced)
      .when(accept(1), later)
      .refused("proposal-superseded", "proposal");
    given(...replaced)
      .when(accept(2), later)
      .causes("ProposalAccepted");
  });

  test("one that has run out can be renewed without the customer having to decline it", () => {
    const past = "2027-03-01T10:00:00.000Z";
    given(...offered)
      .when({ ...accept(1), at: past }, past)
      .refused("proposal-expired");
    given(...offered)
      .when(draft.command, past)
      .causes("ProposalDrafted");
  });

  test("by post it arrives two business days later, and keeps the promise only if that is in time", () => {
    const inTime = "2026-11-25T10:00:00.000Z";
    const { state } = given(...investigated, draft, approve(1), send(1, inTime, "post"));
    // Received Friday the 20th: due Friday the 27th; posted on Wednesday it arrives just then.
    assert.equal(state.clocks.proposal?.metAt, "2026-11-27T16:00:00.000Z");
    assert.ok(state.clocks.proposal.metAt <= state.clocks.proposal.dueAt);
    const late = given(...investigated, draft, approve(1), send(1, "2026-11-26T10:00:00.000Z", "post")).state;
    assert.ok(late.clocks.proposal!.metAt! > late.clocks.proposal!.dueAt);
  });
});

describe("an answer that a colleague records", () => {
  test("has the customer's own words, and is no older than the offer", () => {
    for (const words of ["", "  "])
      given(...offered)
        .when({ ...accept(1), words }, later)
        .refused("words-missing", "words");
    given(...offered)
      .when({ ...accept(1), at: "2026-11-24T09:00:00.000Z" }, later)
      .refused("before-dispatch", "at");
  });

  test("names the mail in which it stands", () => {
    const story = given(...offered).when({ ...accept(1), via: "email", message: 9 }, later);
    assert.equal(story.data("ProposalAccepted")?.message, 9);
  });
});

describe("whose eyes count", () => {
  test("whoever recorded a finding does not approve what follows from it", () => {
    const found = by(boss, {
      do: "record-finding",
      allegation: "No notice",
      outcome: "upheld",
      reasons: "None.",
    });
    given(...investigated, found, draft)
      .when({ do: "approve", proposal: 1 }, at, boss)
      .refused("own-work");
  });

  test("an approval or a release by somebody who turns out to be complained about counts no more", () => {
    const named = by(mara, { do: "name-conflict", personId: tom });
    given(...investigated, draft, approve(1, tom), named)
      .when({ do: "dispatch", proposal: 1, via: "phone", at })
      .refused("proposal-not-approved");
    // Access bars them before; the rule holds by itself.
    given(...investigated, draft, named)
      .when({ do: "approve", proposal: 1 }, at, tom)
      .refused("conflict-of-interest");
    given(...investigated, draft, approve(1, tom), named, approve(1), send(1))
      .when(accept(1), later)
      .causes("ProposalAccepted");
    const refund = by(mara, {
      do: "propose",
      explanation: "Sorry.",
      measures: [{ kind: "refund", description: "Fee", amountCents: 100, basis: "claim" }],
    });
    const paying = [
      ...investigated,
      refund,
      approve(1),
      send(1),
      by("customer", accept(1), later),
      by(mara, { do: "enter-payment", payment: "p", measure: "1.1", payee: "A", iban: "I" }, later),
      by(tom, { do: "release-payment", payment: "p" }, later),
    ];
    given(...paying, by(mara, { do: "name-conflict", personId: tom }, later))
      .when({ do: "order-payment", payment: "p", file: "f" }, later)
      .refused("payment-not-released");
  });

  test("what was sent stays sent, whoever approved it", () => {
    const { state } = given(
      ...investigated,
      draft,
      approve(1, tom),
      send(1),
      by(mara, { do: "name-conflict", personId: tom }),
    );
    assert.equal(state.proposals[0]!.status, "sent");
  });
});

describe("a statutory declaration", () => {
  test("came with the complaint unless somebody says when: the law's clock starts at receipt", () => {
    const story = given(...investigated).when({ do: "record-declaration", kind: "withdrawal_from_contract" });
    assert.equal(story.data("DeclarationRecorded")?.at, receipt.receivedAt);
  });
});
