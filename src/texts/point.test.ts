import assert from "node:assert/strict";
import { test } from "node:test";
import { asHeading } from "./point.ts";

test("a point that ends with a full stop is a heading without it; a question stays one", () => {
  assert.equal(asHeading("Der Trainer kam zu spät. "), "Der Trainer kam zu spät");
  assert.equal(asHeading("Why so late?"), "Why so late?");
});
