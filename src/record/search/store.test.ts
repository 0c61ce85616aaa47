import assert from "node:assert/strict";
import { test } from "node:test";
import { openStore, type Entry, type Standing, type Store } from "./store.ts";

const everywhere: Standing[] = ["owed", "open", "ended"];
const at = (second: number) => new Date(Date.UTC(2026, 10, 2, 9, 0, second, 500));

/** All that is found, in the steps in which it is handed over. */
function steps(store: Store, expression: string, standings: Standing[], most: number): string[][] {
  const found: string[][] = [];
  for (let size = most, before: number | undefined; ; size *= 2) {
    const next = store.newest(expression, standings, size, before);
    found.push(next.ids);
    if (next.before === undefined) return found;
    before = next.before;
  }
}

test("however often complaints change, each is found by its present words and by no earlier ones", () => {
  const store = openStore();
  const ids = Array.from({ length: 5 }, () => crypto.randomUUID());
  const present = new Map<string, Entry>();
  for (let turn = 0; turn < 200; turn += 1) {
    const changed = ids.filter((_, index) => (turn >> index) % 2 === turn % 3);
    const entries = new Map<string, Entry>(
      changed.map((id, index) => [
        id,
        {
          words: new Set(["always", `word${(turn + index) % 4}`, `turn${turn}`]),
          // A date of receipt can be corrected, and what is closed can be opened again.
          receivedAt: at((turn * 7 + index) % 11),
          standing: everywhere[(turn + index) % 3]!,
        },
      ]),
    );
    store.put(entries);
    if (turn % 20 === 0) store.tidy();
    for (const [id, each] of entries) present.set(id, each);
    for (const word of ["always", "word0", "word3", `turn${turn}`, `turn${Math.max(turn - 1, 0)}`])
      for (const standings of [everywhere, ["open" as const]]) {
        const right = [...present]
          .filter(([, each]) => each.words.has(word) && standings.includes(each.standing))
          .map(([id]) => id);
        const found = steps(store, `"${word}"`, standings, 1).flat();
        assert.deepEqual(found.toSorted(), right.toSorted(), `${word} after ${turn}`);
        assert.deepEqual(store.among(`"${word}"`, right), right);
      }
  }
  store.close();
});

test("the newest come first, in whatever order they were put, and one second is never torn apart", () => {
  const store = openStore();
  const seconds = new Map<string, number>();
  for (let n = 0; n < 60; n += 1) {
    const id = crypto.randomUUID();
    seconds.set(id, (n * 13) % 17);
    store.put(
      new Map([
        [id, { words: new Set(["wind"]), receivedAt: at((n * 13) % 17), standing: n % 2 ? "open" : "ended" }],
      ]),
    );
  }
  const found = steps(store, '"wind"', ["open", "ended"], 5);
  assert.equal(found.flat().length, 60);
  for (const [index, step] of found.entries())
    for (const id of step)
      for (const later of found.slice(index + 1).flat()) assert.ok(seconds.get(later)! < seconds.get(id)!);
  store.close();
});
