import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { boss, given, mara, receipt, type Story } from "../../../test/given.ts";
import type { Command } from "./commands.ts";
import { letterAfter } from "./letters.ts";

const at = "2026-11-25T10:00:00.000Z";
const story = (consumer?: boolean): [Command, ...(Command | Story)[]] => [
  receipt,
  { do: "assess", severity: 2, ...(consumer !== undefined && { consumer }) },
  { do: "assign", ownerId: mara },
  { do: "investigate", investigatorId: mara },
  { do: "record-finding", allegation: "a", outcome: "upheld", reasons: "r" },
  { do: "propose", explanation: "e", measures: [{ kind: "apology", description: "d" }] },
  { now: at, by: boss, command: { do: "approve", proposal: 1 } },
  { do: "dispatch", proposal: 1, via: "phone", at },
  { do: "decline", proposal: 1, via: "phone", at, words: "no" },
];
const body = {
  body: "Schlichtungsstelle",
  address: "Straße 1, 77694 Kehl",
  url: "https://schlichtung.example",
  stance: "willing",
} as const;
const declare: Command = {
  do: "declare-deadlock",
  via: "email",
  at,
  reason: "Both sides stay.",
  conciliation: body,
};

describe("no agreement", () => {
  test("a consumer gets the letter; body, address, website are words, whether we take part is metadata", () => {
    const said = given(...story()).when(declare);
    said.causes("DeadlockDeclared");
    const data = said.data("DeadlockDeclared") as never;
    assert.deepEqual(data, { via: "email", at, by: boss, consumer: true, stance: "willing" });
    assert.equal(letterAfter({ type: "DeadlockDeclared", data }), "deadlock");
    assert.deepEqual(said.words("DeadlockDeclared"), {
      reason: "Both sides stay.",
      conciliationBody: body.body,
      conciliationAddress: body.address,
      conciliationUrl: body.url,
    });
  });

  test("whoever complains for a business gets none, and needs no conciliation body", () => {
    const said = given(...story(false)).when({ do: "declare-deadlock", via: "phone", at, reason: "r" });
    said.causes("DeadlockDeclared");
    const data = said.data("DeadlockDeclared") as never;
    assert.equal(letterAfter({ type: "DeadlockDeclared", data }), undefined);
  });

  test("a consumer is told in text form, to an address that there is, by a body that is named", () => {
    given(...story(true))
      .when({ do: "declare-deadlock", via: "email", at, reason: "r" })
      .refused("conciliation-unnamed");
    given(...story())
      .when({ ...declare, via: "phone" })
      .refused("text-form", "via");
    const [, ...rest] = story();
    const unreachable = { ...receipt, complainant: { language: "de", phone: "+49301234567" } } as const;
    given(unreachable, ...rest)
      .when(declare)
      .refused("no-email-address", "via");
    given(unreachable, ...rest)
      .when({ ...declare, via: "post" })
      .causes("DeadlockDeclared");
  });

  test("only in discussion, and once; without it nothing closes as not agreed", () => {
    given(receipt).when(declare, at).refused("not-in-discussion");
    given(...story(), declare)
      .when(declare)
      .refused("deadlock-declared");
    given(...story())
      .when({ do: "close", outcome: "not_agreed" })
      .refused("no-deadlock");
    given(...story(), declare)
      .when({ do: "close", outcome: "not_agreed" })
      .causes("Closed");
  });

  test("a further proposal that is sent ends it", () => {
    const { state } = given(
      ...story(),
      declare,
      {
        now: at,
        by: mara,
        command: { do: "propose", explanation: "e", measures: [{ kind: "apology", description: "d" }] },
      },
      { now: at, by: boss, command: { do: "approve", proposal: 2 } },
      { do: "dispatch", proposal: 2, via: "phone", at },
    );
    assert.equal(state.deadlock, undefined);
  });
});

describe("outside bodies", () => {
  const refer: Command = { do: "refer", body: "conciliation_body", name: "Stelle", reference: "S 12/26", at };
  test("a conciliation body starts the three weeks in which silence would be willingness (VSBG §30), once; a court does not", () => {
    const referred = given(...story(), refer).state;
    // Three weeks after Wednesday, 25 November 2026.
    assert.deepEqual(
      referred.declarations.map(({ kind, clock }) => [kind, clock.startedAt, clock.dueAt.slice(0, 10)]),
      [["conciliation_request", at, "2026-12-16"]],
    );
    given(...story(), refer)
      .when({ ...refer, name: "Another" })
      .causes("ReferredOutside");
    given(...story())
      .when({ ...refer, body: "court" })
      .causes("ReferredOutside");
  });

  test("a referral is numbered and ends once, also after the complaint has", () => {
    const closed = given(...story(), declare, { do: "close", outcome: "not_agreed" }, refer);
    assert.deepEqual(closed.state.referrals, [{ number: 1, body: "conciliation_body", at }]);
    const ended: Command = { do: "end-referral", referral: 1, outcome: "agreed", at };
    closed.when({ ...ended, referral: 2 }).refused("unknown-referral", "referral");
    closed.when({ ...ended, at: "2026-11-24T10:00:00.000Z" }).refused("before-receipt", "at");
    closed.when(ended).causes("ReferralEnded");
    given(...story(), refer, ended)
      .when(ended)
      .refused("referral-ended", "referral");
  });
});
