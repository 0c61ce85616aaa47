// How long a page of the register takes under each filter, alone and in pairs, and how long one complaint: over the API,
// without the network. `npm run bench:reading -- 1000000`, on a register that `bench:register` made.
import { sql } from "kysely";
import { quantile, told } from "./quantiles.ts";
import { openAsking } from "./register/asking.ts";

const complaints = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 12);
const { app, get, each, close } = await openAsking(complaints);
const { db } = app.desk;

const many = async (times: number, work: (n: number) => Promise<unknown>) => {
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const begun = performance.now();
    await work(n);
    took.push(performance.now() - begun);
  }
  return took;
};

const { rows: some } = await sql<{
  id: string;
}>`select id from complaint tablesample bernoulli (${(100 * 1500) / complaints}) where not exists (select from complaint_conflict where complaint_id = complaint.id) limit 1000`.execute(
  db,
);
const idOf = (n: number) => some[n % some.length]!.id;

console.log(`${complaints} complaints`);
const byKey = await many(500, (n) =>
  db.selectFrom("complaint").selectAll().where("id", "=", idOf(n)).execute(),
);
console.log(`the machine: a line by its key ${told(byKey)}`);
const bare = await many(100, () =>
  sql`select id from complaint order by received_at desc, id desc limit 51`.execute(db),
);
console.log(`the machine: 51 ids along an index ${told(bare)}`);

/** Of each filter something frequent and something rare. */
const filters: Record<string, readonly string[]> = {
  stage: ["closed", "received"],
  open: ["true", "false"],
  owner: ["5eed0000-0000-4000-8000-000000000100", "5eed0000-0000-4000-8000-000000000119", "none"],
  platform: ["ctterra", "cleantech"],
  channel: ["email", "in_person", "other"],
  programme: ["pv", "grid"],
  clock: ["proposal", "follow_up"],
  due_before: [app.desk.now(), "2026-11-01T00:00:00Z"],
};
const single = Object.entries(filters).flatMap(([name, values]) => values.map((value) => [name, value]));
const pairs = single.flatMap((a, at) => single.slice(at + 1).flatMap((b) => (a[0] === b[0] ? [] : [[a, b]])));
const asked = [[], ...single.map((one) => [one]), ...pairs].flatMap((some) =>
  ["due", "received"].map((sort) => new URLSearchParams([...some, ["sort", sort]] as string[][]).toString()),
);
const [cold, warm, best] = [[] as number[], [] as number[], [] as number[]];
const worst: { p95: number; query: string }[] = [];
const cost = await each(asked.length * (rounds + 1), async () => {
  for (const query of asked) {
    cold.push((await get(`/complaints?${query}`)).took);
    const own: number[] = [];
    let path = `/complaints?${query}`;
    for (let n = 0; n < rounds; n += 1) {
      const { took, body } = await get(path);
      own.push(took);
      path = `/complaints?${query}${body.next && n % 3 < 2 ? `&cursor=${body.next}` : ""}`;
    }
    warm.push(...own);
    best.push(Math.min(...own));
    worst.push({ p95: Number(quantile(own, 0.95)), query });
  }
});
console.log(
  `${asked.length} queries of one filter or two: ${told(warm)}; asked for the first time ${told(cold)}; ${cost}`,
);
// On a machine that does other work too, the best of several says more of the query than of the neighbours.
console.log(`the best of ${rounds} of each: ${told(best)}, at most ${quantile(best, 1)} ms`);
worst.sort((a, b) => b.p95 - a.p95);
console.log(`over 30 ms in one of them: ${worst.filter(({ p95 }) => p95 > 30).length} queries`);
for (const { p95, query } of worst.slice(0, 8)) console.log(`  ${p95} ms  ${query}`);

let pages: number[] = [];
const ofPages = await each(1000, async () => {
  pages = await many(1000, (n) => get(`/complaints/${idOf(n)}`));
});
console.log(`the page of one complaint ${told(pages)}; ${ofPages}`);
const timelines = await many(300, (n) => get(`/complaints/${idOf(n)}/events`));
console.log(`its timeline ${told(timelines)}`);
await close();
