import assert from "node:assert/strict";
import { test } from "node:test";
import { officeInstant } from "./office-time.ts";

test("what the office clock showed is the same instant for every reader, across the changes of the clocks", () => {
  assert.equal(officeInstant("2026-07-01T10:00", "Europe/Berlin"), "2026-07-01T10:00:00+02:00");
  assert.equal(officeInstant("2026-12-01T10:00", "Europe/Berlin"), "2026-12-01T10:00:00+01:00");
  assert.equal(officeInstant("2026-03-29T01:30", "Europe/Berlin"), "2026-03-29T01:30:00+01:00");
  assert.equal(officeInstant("2026-03-29T03:30", "Europe/Berlin"), "2026-03-29T03:30:00+02:00");
  assert.equal(officeInstant("2026-10-25T03:30", "Europe/Berlin"), "2026-10-25T03:30:00+01:00");
  assert.equal(officeInstant("2026-10-03T10:00", "UTC"), "2026-10-03T10:00:00+00:00");
});
