import assert from "node:assert/strict";
import { test } from "node:test";
import { openStore } from "./store.ts";

test("however often complaints change, each is found by its present words and by no earlier ones", () => {
  const store = openStore();
  const ids = Array.from({ length: 5 }, () => crypto.randomUUID());
  const present = new Map<string, Set<string>>();
  for (let turn = 0; turn < 200; turn += 1) {
    const changed = ids.filter((_, index) => (turn >> index) % 2 === turn % 3);
    const words = new Map(
      changed.map((id, index) => [id, new Set(["always", `word${(turn + index) % 4}`, `turn${turn}`])]),
    );
    store.put(words);
    for (const [id, each] of words) present.set(id, each);
    for (const word of [
      "always",
      "word0",
      "word1",
      "word2",
      "word3",
      `turn${turn}`,
      `turn${Math.max(turn - 1, 0)}`,
    ]) {
      const right = [...present].filter(([, each]) => each.has(word)).map(([id]) => id);
      assert.deepEqual(store.matching(`"${word}"`, 10).toSorted(), right.toSorted(), `${word} after ${turn}`);
    }
  }
  store.close();
});
