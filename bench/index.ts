// The index of a node alone, without a database: how long it takes to look up and to walk a register of any size, how much
// memory it takes and how fast it is filled. `npm run bench:index -- 1000000`
import { readAsked } from "../src/search/asking.ts";
import { expressionFor, few } from "../src/search/finding.ts";
import { openStore } from "../src/search/store.ts";
import { tokensOf } from "../src/search/tokens.ts";
import { told } from "./quantiles.ts";
import { searchesAmong } from "./register/searches.ts";
import { said } from "./register/wording.ts";

const complaints = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 40);
const memory = () => Math.round(process.memoryUsage().rss / 2 ** 20);
const before = memory();
const store = openStore();
const ids: string[] = [];
const begun = performance.now();
for (let number = 0; number < complaints; number += 500) {
  const some = new Map<string, Set<string>>();
  for (let each = number; each < Math.min(number + 500, complaints); each += 1) {
    const id = crypto.randomUUID();
    ids.push(id);
    const { name, email, phone, more } = said(each);
    some.set(id, tokensOf(`${name} ${email} ${phone} ${more}`));
  }
  store.put(some);
}
const seconds = (performance.now() - begun) / 1000;
console.log(`${complaints} complaints: filled in ${seconds.toFixed(0)} s, ${memory() - before} MB more`);

/** As the register does: hits are handed over if they are few, else it is walked in its order until a page is full. */
function look(text: string): number {
  const expression = expressionFor(store, readAsked(text));
  if (!expression) return 0;
  const hits = store.matching(expression.text, few + 1);
  if (hits.length <= few) return Math.min(hits.length, 51);
  let found = 0;
  let size = 100;
  for (let at = 0; at < ids.length && found <= 50; at += size, size = Math.min(size * 3, 2000))
    found += store.among(expression.text, ids.slice(at, at + size)).length;
  return Math.min(found, 51);
}

for (const [what, q] of Object.entries(searchesAmong(complaints))) {
  const took: number[] = [];
  let found = 0;
  for (let n = 0; n < rounds; n += 1) {
    const since = performance.now();
    found += look(q(n));
    took.push(performance.now() - since);
  }
  console.log(`${what}: ${told(took)}, ${(found / rounds).toFixed(1)} found a page`);
}
