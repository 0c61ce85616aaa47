import assert from "node:assert/strict";
import { test } from "node:test";
import { written } from "./inserting.ts";

test("a slot is put in as it may stand: within a line, or alone on one of its own", () => {
  assert.equal(written({ name: "phone", form: "text" }, "Phone", "Call "), "{phone}");
  assert.equal(written({ name: "findings", form: "list" }, "Findings", "We found"), "\n* {findings}\n");
  assert.equal(written({ name: "findings", form: "list" }, "Findings", "We found\n"), "* {findings}\n");
  assert.equal(written({ name: "statusUrl", form: "address" }, "Status", ""), "[Status]({statusUrl})\n");
});
