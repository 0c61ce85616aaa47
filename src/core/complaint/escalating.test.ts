import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { toldAt, type AlertLevel, type Chain } from "./escalating.ts";

const levels: AlertLevel[] = [1, 2, 3, 4];
const chain: Chain = {
  ownerId: "owner",
  deputyId: "deputy",
  contacts: ["chief", "board"],
  conflicts: [],
  away: new Set(),
};
const told = (change: Partial<Chain>) =>
  levels.map((level) => toldAt(level, { ...chain, ...change }).join(" "));

describe("who is told that a promise is at risk", () => {
  test("the owner, then the deputy, then the escalation contacts, and all of them when it is missed", () => {
    assert.deepEqual(told({}), [
      "owner",
      "owner deputy",
      "owner deputy chief board",
      "owner deputy chief board",
    ]);
  });
  test("where nobody stands on a rung, the next one hears earlier", () => {
    assert.deepEqual(told({ deputyId: undefined }), [
      "owner",
      "owner chief board",
      "owner chief board",
      "owner chief board",
    ]);
    assert.deepEqual(told({ ownerId: undefined, deputyId: undefined }), Array(4).fill("chief board"));
  });
  test("where somebody is away, the next one hears at the same time; who is away finds it on their return", () => {
    const away = (...people: string[]) => told({ away: new Set(people) });
    assert.deepEqual(away("owner"), [
      "owner deputy",
      "owner deputy chief board",
      "owner deputy chief board",
      "owner deputy chief board",
    ]);
    assert.equal(away("owner", "deputy")[0], "owner deputy chief board");
    assert.equal(away("deputy")[1], "owner deputy chief board");
    assert.deepEqual(away("chief"), told({}));
  });
  test("an escalation never goes to the person who already owns it", () => {
    assert.deepEqual(told({ contacts: ["owner", "board"] }).at(-1), "owner deputy board");
    assert.deepEqual(told({ deputyId: "owner", contacts: ["chief"] }), [
      "owner",
      "owner chief",
      "owner chief",
      "owner chief",
    ]);
  });
  test("nobody is told twice, and the person complained about never", () => {
    assert.deepEqual(told({ deputyId: "chief", contacts: ["chief"] }).at(-1), "owner chief");
    assert.deepEqual(told({ conflicts: ["deputy", "chief"] }), [
      "owner",
      "owner board",
      "owner board",
      "owner board",
    ]);
    assert.deepEqual(told({ conflicts: ["owner"] })[0], "deputy");
    assert.deepEqual(told({ contacts: [], deputyId: undefined, ownerId: undefined }), ["", "", "", ""]);
  });
});
