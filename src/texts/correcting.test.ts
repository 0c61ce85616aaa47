import assert from "node:assert/strict";
import { test } from "node:test";
import { correctionInWords, fieldInWords } from "./correcting.ts";

test("what has to be corrected is said in the reader's language, and the field as the form calls it", () => {
  assert.equal(correctionInWords("de", "unknown_person"), "niemand mit dieser Kennung arbeitet hier");
  assert.equal(correctionInWords("en", "unknown_person"), "nobody with this id works here");
  assert.equal(fieldInWords("de", "ownerId"), "Zuständig");
  assert.equal(fieldInWords("en", "body.reasons"), "Reasons");
});

test("what has no words of its own is still said: in English as it comes, in German in general; a field by its name", () => {
  assert.equal(correctionInWords("en", "too_small", "Too small: expected 3"), "Too small: expected 3");
  assert.equal(correctionInWords("de", "too_small", "Too small"), "bitte ausfüllen oder berichtigen");
  assert.equal(fieldInWords("de", "counts.0.platform0"), "counts.0.platform0");
});
