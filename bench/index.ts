// The index of a node alone, without a database: how long a page of what is found takes in a register of any size, how much
// memory it takes and how fast it is filled. `npm run bench:index -- 1000000`
import { readAsked } from "../src/record/search/asking.ts";
import { expressionFor } from "../src/record/search/finding.ts";
import { openStore, type Entry } from "../src/record/search/store.ts";
import { tokensOf } from "../src/record/search/tokens.ts";
import { told } from "./quantiles.ts";
import { searchesAmong } from "./register/searches.ts";
import { said } from "./register/wording.ts";

const complaints = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 40);
const memory = () => Math.round(process.memoryUsage().rss / 2 ** 20);
const before = memory();
const store = openStore();
const begun = performance.now();
const now = Date.UTC(2026, 10, 1);
// As a node reads them: what is open first, then the latest. One a minute came, one in 500 is owed something.
for (let number = 0; number < complaints; number += 100) {
  const some = new Map<string, Entry>();
  for (let each = number; each < Math.min(number + 100, complaints); each += 1) {
    const { name, email, phone, more } = said(each);
    some.set(crypto.randomUUID(), {
      words: tokensOf(`${name} ${email} ${phone} ${more}`),
      receivedAt: new Date(now - each * 60_000),
      standing: each * 500 < complaints ? "owed" : "ended",
    });
  }
  store.put(some);
}
const seconds = (performance.now() - begun) / 1000;
console.log(`${complaints} complaints: filled in ${seconds.toFixed(0)} s, ${memory() - before} MB more`);
const tidying = performance.now();
let longest = 0;
for (let since = tidying, more = true; more;) {
  more = store.tidy();
  longest = Math.max(longest, performance.now() - since);
  since = performance.now();
}
console.log(
  `tidied in ${((performance.now() - tidying) / 1000).toFixed(1)} s, in steps of at most ${longest.toFixed(0)} ms`,
);

/** As the register does for its first page: all that is owed something, then the latest of the others. */
function look(text: string): number {
  const expression = expressionFor(store, readAsked(text));
  if (!expression) return 0;
  const owed = store.newest(expression.text, ["owed"], 4000).ids.length;
  const others = owed > 50 ? 0 : store.newest(expression.text, ["open", "ended"], 204).ids.length;
  return Math.min(owed + others, 51);
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
