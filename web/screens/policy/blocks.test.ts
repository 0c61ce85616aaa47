import assert from "node:assert/strict";
import { test } from "node:test";
import { seedText } from "../../../src/organisation/policies/seed-text.ts";
import { readBlocks, writeBlocks } from "./blocks.ts";

test("every block of the seed policy reads back as it was written", () => {
  for (const { sections } of [seedText.en, seedText.de])
    for (const { blocks } of sections.flatMap((section) => [section, ...(section.steps ?? [])]))
      assert.deepEqual(readBlocks(writeBlocks(blocks)), blocks);
});

test("what people type becomes paragraphs and lists, and nothing that is empty", () => {
  assert.deepEqual(readBlocks("One.\n\n\n  \n- a\n– b\n• c\n\nTwo\nlines\n"), [
    { paragraph: "One." },
    { list: ["a", "b", "c"] },
    { paragraph: "Two\nlines" },
  ]);
  assert.deepEqual(readBlocks("Before\n- not a list"), [{ paragraph: "Before\n- not a list" }]);
  assert.deepEqual(readBlocks(" \n "), []);
});
