// How long a search takes, how long the index of a node needs until it has read everything, and how much memory it takes.
// `npm run bench:searching -- 1000000`, on a register that `bench:register` made.
import { told } from "./quantiles.ts";
import { openAsking } from "./register/asking.ts";
import { searchesAmong } from "./register/searches.ts";

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

const copies = complaints - Math.min(complaints, 600);
const queries: Record<string, (n: number) => string> = { ...searchesAmong(copies), kurs: () => "kurs" };
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
