import assert from "node:assert/strict";
import { test } from "node:test";
import { boss, given, mara, receipt, tom } from "../../../test/given.ts";
import { can, type Person } from "../access/access.ts";

const staff = (id: string, role: "handler" | "manager" | "auditor" | "admin"): Person => ({
  kind: "staff",
  id,
  roles: [role],
});

test("each copy of the case is a fact with its taker, moves no promise, and is told even of an erased complaint", () => {
  const received = given(receipt);
  const { clocks, stage } = received.state;
  received
    .when({ do: "hand-out", kind: "zip", redaction: "staff", also: 2 }, undefined, boss)
    .causes("DossierHandedOut");
  const handed = given(receipt, { do: "hand-out", kind: "pdf", redaction: "none" });
  assert.deepEqual([handed.state.clocks, handed.state.stage], [clocks, stage]);
  assert.deepEqual(handed.when({ do: "hand-out", kind: "pdf", redaction: "none" }).data("DossierHandedOut"), {
    kind: "pdf",
    redaction: "none",
    by: mara,
  });
  const erased = given(
    receipt,
    { do: "withdraw", via: "phone", at: receipt.receivedAt },
    { do: "erase", rule: "x" },
  );
  erased.when({ do: "hand-out", kind: "pdf", redaction: "all" }).causes("DossierHandedOut");
});

test("a manager, an auditor and the owner may take a copy; no other handler, and nobody complained about", () => {
  const { state } = given(receipt, { do: "assign", ownerId: mara });
  const may = (who: Person, conflicts: string[] = []) => can(who, "hand-out", { ...state, conflicts });
  assert.ok(may(staff(boss, "manager")) && may(staff(boss, "auditor")) && may(staff(mara, "handler")));
  assert.ok(!may(staff(tom, "handler")) && !may(staff(tom, "admin")) && !may(staff(mara, "admin")));
  assert.ok(!may({ kind: "customer", complaintId: "x" }));
  assert.ok(!may(staff(boss, "auditor"), [boss]) && !may(staff(mara, "handler"), [mara]));
});
