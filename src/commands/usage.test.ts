import assert from "node:assert/strict";
import { test } from "node:test";
import { usage, usageOf } from "./usage.ts";

test("a wrong word on the command line is answered with the usage of its command alone", () => {
  assert.match(usageOf("erase"), /^Usage: redress erase REFERENCE[^]+redress erase --again FILE/);
  assert.doesNotMatch(usageOf("erase"), /backup|demo/);
  assert.match(usageOf("demo"), /^Usage: redress demo \[--fresh\]/);
  assert.equal(usageOf("nonsense"), usage);
});
