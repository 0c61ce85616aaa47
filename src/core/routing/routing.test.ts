import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { routeOf, takerFrom, type Routed, type Staff, type Table } from "./routing.ts";

const table: Table = {
  rules: [
    { platform: "cleantech", department: "Cleantech", owners: ["mara"], deputy: "dora" },
    { category: "certificate", department: "Exams", owners: ["emil", "eva"] },
    { department: "Service", owners: ["sam"] },
  ],
  management: { about: ["boss"], owner: "otto", unseenBy: ["ida"] },
};
const staff: Staff = {
  here: new Set(["mara", "dora", "emil", "eva", "sam", "otto", "ida", "boss"]),
  absences: [],
  deputies: { sam: "dora" },
  workload: new Map(),
};
const complaint: Routed = { platform: "ctterra", subject: "programme", conflicts: [] };
const today = "2026-11-25";
const owner = (change: Partial<Routed>, people: Partial<Staff> = {}) => {
  const route = routeOf({ ...complaint, ...change }, table, { ...staff, ...people }, today);
  return "owner" in route ? route.owner : route.nobody;
};

describe("routing", () => {
  test("the first line that fits decides, and a line without conditions fits everything", () => {
    assert.equal(owner({ platform: "cleantech", category: "certificate" }), "mara");
    assert.equal(owner({ category: "certificate" }), "emil");
    assert.equal(owner({}), "sam");
  });

  test("among several whoever has least to do takes it", () => {
    assert.equal(
      owner(
        { category: "certificate" },
        {
          workload: new Map([
            ["emil", 3],
            ["eva", 2],
          ]),
        },
      ),
      "eva",
    );
  });

  test("whoever is away, gone, untrained or complained about is passed over for the deputy; nobody is better than the wrong one", () => {
    const away = { absences: [{ person: "mara", from: "2026-11-20", to: "2026-11-25" }] };
    assert.equal(owner({ platform: "cleantech" }, away), "dora");
    assert.equal(
      owner(
        { platform: "cleantech" },
        { absences: [{ person: "mara", from: "2026-11-26", to: "2026-11-30" }] },
      ),
      "mara",
    );
    assert.equal(owner({ platform: "cleantech", conflicts: ["mara"] }), "dora");
    assert.equal(owner({ platform: "cleantech" }, { here: new Set(["sam"]) }), "nobody-there");
    assert.equal(owner({}, { trained: new Set(["dora"]) }), "dora", "the deputy of the person");
    assert.equal(owner({ conflicts: ["sam", "dora"] }), "nobody-there");
    const none = routeOf({ ...complaint }, { rules: [] }, staff, today);
    assert.deepEqual(none, { nobody: "no-rule" });
  });

  test("a complaint about management takes its own route, unseen by whoever takes mail in", () => {
    assert.deepEqual(routeOf({ ...complaint, conflicts: ["boss"] }, table, staff, today), {
      owner: "otto",
      department: "management",
      unseenBy: ["ida"],
    });
    assert.equal(owner({ conflicts: ["boss", "otto"] }), "nobody-there", "never back to the ordinary desk");
  });

  test("nobody ever gets a complaint about themselves", () => {
    const people = fc.constantFrom("mara", "dora", "emil", "eva", "sam", "otto", "boss");
    fc.assert(
      fc.property(
        fc.array<string>(people),
        fc.constantFrom("ctterra", "cleantech"),
        (conflicts, platform) => {
          assert.ok(!conflicts.includes(owner({ conflicts, platform })));
        },
      ),
    );
  });

  test("from an owner who is away their own deputy takes it over, else whom the table names, never who is away too", () => {
    const away = (...people: string[]): Partial<Staff> => ({
      absences: people.map((person) => ({ person, from: "2026-11-20", to: "2026-11-30" })),
      deputies: { emil: "dora" },
    });
    const taker = (people: Partial<Staff>, change: Partial<Routed> = {}) => {
      const found = takerFrom(
        "emil",
        { ...complaint, category: "certificate", ...change },
        table,
        { ...staff, ...people },
        today,
      );
      return "owner" in found ? found.owner : found.nobody;
    };
    assert.equal(taker(away("emil")), "dora");
    assert.equal(taker(away("emil", "dora")), "eva");
    assert.equal(taker(away("emil"), { conflicts: ["dora"] }), "eva");
    assert.equal(taker(away("emil", "dora", "eva")), "nobody-there");
  });
});
