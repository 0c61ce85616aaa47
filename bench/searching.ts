// How long a search takes, how long the index of a node needs until it has read everything, and how much memory it takes.
// `npm run bench:searching -- 1000000`, on a register that `bench:register` made.
import { openAsking, told } from "./register/asking.ts";
import { ownWord, vocabulary } from "./register/wording.ts";

const complaints = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 40);
const { get, close } = await openAsking(complaints);
const memory = () => Math.round(process.memoryUsage().rss / 2 ** 20);

const before = memory();
const begun = performance.now();
for (let last = 0; ;) {
  const { searchable } = (await get("/complaints?q=absent")).body;
  if (searchable === undefined) break;
  const seconds = (performance.now() - begun) / 1000;
  if (seconds - last > 30) {
    console.log(
      `  ${seconds.toFixed(0)} s: ${Math.round(searchable * 100)} % searchable, ${memory() - before} MB`,
    );
    last = seconds;
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
}
console.log(
  `${complaints} complaints: filled in ${((performance.now() - begun) / 1000).toFixed(1)} s, ${memory() - before} MB more`,
);

const word = (rank: number) => vocabulary[rank]!;
const copies = complaints - Math.min(complaints, 600);
const typo = (text: string) => text.slice(0, 3) + text.slice(4);
const queries: Record<string, (n: number) => string> = {
  "a word of one complaint": (n) => ownWord((n * 7919) % copies),
  "a word of nobody": (n) => `qyxjq${n}vqyx`,
  "a frequent word": (n) => word(n % 20),
  "a word of some thousands": (n) => word(300 + n * 40),
  "two frequent words": (n) => `${word(n % 20)} ${word(20 + n)}`,
  "two words of thousands": (n) => `${word(300 + n * 20)} ${word(500 + n * 20)}`,
  "a typing error": (n) => typo(word(20_000 + n * 31)),
  kurs: () => "kurs",
};
for (const [what, q] of Object.entries(queries))
  for (const more of ["", "&open=true", "&sort=received"]) {
    const took: number[] = [];
    let found = 0;
    for (let n = 0; n < rounds; n += 1) {
      const answer = await get(`/complaints?q=${encodeURIComponent(q(n))}${more}`);
      took.push(answer.took);
      found += answer.body.items.length;
    }
    console.log(
      `${what}${more && ` (${more.slice(1)})`}: ${told(took)}, ${(found / rounds).toFixed(1)} found a page`,
    );
  }
await close();
