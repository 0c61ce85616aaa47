// The design that was not chosen, as far as it takes to measure it: each word and each three letters of it as a keyed
// digest of 64 bits in the database. `node bench/searching-keyed.ts 100000`. See docs/decisions/0026-searching.md.
import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { startEmbedded } from "../src/engine/database/embedded.ts";
import { stems } from "../src/record/search/stems.ts";
import { tokensOf } from "../src/record/search/tokens.ts";
import { told } from "./quantiles.ts";
import { ownWord, said, vocabulary } from "./register/wording.ts";

const complaints = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), "redress-bench-"));
const access = await startEmbedded({ folder });
const client = new pg.Client(access.owner);
await client.connect();

const known = new Map<string, string>();
const keyed = (text: string) =>
  known.getOrInsertComputed(text, () =>
    createHmac("sha256", "bench").update(text).digest().readBigInt64BE().toString(),
  );
const trigrams = (word: string) => {
  const padded = `  ${word} `;
  return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
};
const begun = performance.now();
await client.query(
  "create table doc (id uuid primary key default gen_random_uuid(), due timestamptz, words bigint[], parts bigint[])",
);
for (let from = 0; from < complaints; from += 2000) {
  const lines = Array.from({ length: Math.min(2000, complaints - from) }, (_, at) => {
    const { name, email, phone, more } = said(from + at);
    const tokens = [...tokensOf(`${name} ${email} ${phone} ${more}`)];
    const words = new Set(tokens.map((token) => keyed(stems(token).de)));
    const parts = new Set(tokens.flatMap(trigrams).map((part) => keyed(`#${part}`)));
    const due = new Date(1.7e12 + ((from + at) % 20 === 0 ? at : 1e6) * 1e5).toISOString();
    return `${due}\t{${[...words].join()}}\t{${[...parts].join()}}\n`;
  });
  await pipeline(
    Readable.from([lines.join("")]),
    client.query(copyFrom("copy doc (due, words, parts) from stdin")),
  );
  known.clear();
}
await client.query("set maintenance_work_mem = '512MB'");
await client.query("create index doc_words on doc using gin (words)");
await client.query("create index doc_parts on doc using gin (parts)");
await client.query("create index doc_due on doc (due, id)");
await client.query("vacuum (analyze) doc");
const { rows } = await client.query(
  `select pg_size_pretty(pg_total_relation_size('doc')) as all, pg_size_pretty(pg_relation_size('doc_words')) as words,
    pg_size_pretty(pg_relation_size('doc_parts')) as parts`,
);
console.log(
  `${complaints} complaints written in ${Math.round((performance.now() - begun) / 1000)} s; on disk`,
  rows[0],
);

const word = (rank: number) => keyed(stems(vocabulary[rank]!).de);
const ask = async (what: string, column: string, tokens: (n: number) => string[]) => {
  const took: number[] = [];
  for (let n = 0; n < 40; n += 1) {
    const asked = performance.now();
    await client.query(`select id from doc where ${column} @> $1::bigint[] order by due, id limit 51`, [
      `{${tokens(n).join()}}`,
    ]);
    took.push(performance.now() - asked);
  }
  console.log(`${what}: ${told(took)}`);
};
await ask("a word of one complaint", "words", (n) => [keyed(stems(ownWord(n * 97)).de)]);
await ask("a word of nobody", "words", (n) => [keyed(`qyxjq${n}`)]);
await ask("a frequent word", "words", (n) => [word(n % 20)]);
await ask("a word of some thousands", "words", (n) => [word(300 + n * 40)]);
await ask("two frequent words", "words", (n) => [word(n % 20), word(20 + n)]);
await ask("a typing error, by what three letters are left", "parts", (n) => {
  const typed = vocabulary[20_000 + n * 31]!;
  return trigrams(typed.slice(0, -3))
    .slice(0, -1)
    .map((part) => keyed(`#${part}`));
});
await client.end();
await access.stop();
rmSync(folder, { recursive: true, force: true });
