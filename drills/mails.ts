// Damaged mails through the whole mail room, with parsing apart and a real database: no crash, none lost, none over ten
// seconds, memory bounded.
//   npm run drill:mails -- --count 1000000     resumable: goes on after the last finished thousand
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { automaticSign } from "../src/channels/email/automatic.ts";
import { bounceSign } from "../src/channels/email/delivery-reports.ts";
import { placeOrGiveUp } from "../src/channels/email/giving-up.ts";
import { storeRaw } from "../src/channels/email/ledger.ts";
import { openParser } from "../src/channels/email/parsing-apart.ts";
import { holdFiles } from "../src/record/content/holding.ts";
import { foldQuotes } from "../src/core/complaint/quoting.ts";
import { corpus, mutant } from "../test/mutations.ts";
import { openWorld } from "../test/world.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "1000000" },
    folder: { type: "string", default: join(tmpdir(), "redress-mail-drill") },
    /** One in so many goes through the ledger and the database as well. */
    stored: { type: "string", default: "50" },
  },
});
mkdirSync(values.folder, { recursive: true });
const tallyFile = join(values.folder, "tally.json");
type Tally = {
  mails: number;
  stored: number;
  lost: number;
  unreadable: number;
  slowest: number;
  memory: number;
};
const tally: Tally = existsSync(tallyFile)
  ? (JSON.parse(readFileSync(tallyFile, "utf8")) as Tally)
  : { mails: 0, stored: 0, lost: 0, unreadable: 0, slowest: 0, memory: 0 };

const mails = corpus();
const parser = openParser();
const world = await openWorld({ mailOut: false });
const count = Number(values.count);
while (tally.mails < count) {
  const end = Math.min(tally.mails + 1000, count);
  const ids: string[] = [];
  const one = async (n: number) => {
    const raw = mutant(mails, n);
    if (n % Number(values.stored) === 0) ids.push(await storeRaw(world.desk, { mailbox: "drill", raw }));
    const begun = performance.now();
    const mail = await parser.parse(raw);
    if (typeof mail === "string") tally.unreadable += 1;
    else {
      foldQuotes(mail.text);
      automaticSign(mail);
      bounceSign(mail);
      await holdFiles(mail.files, undefined);
    }
    tally.slowest = Math.max(tally.slowest, Math.round(performance.now() - begun));
  };
  for (let n = tally.mails; n < end; n += 4)
    await Promise.all([n, n + 1, n + 2, n + 3].filter((each) => each < end).map(one));
  for (const id of ids) await placeOrGiveUp(world.app.room, id);
  const { open } = await world.desk.db
    .selectFrom("intake_message")
    .select(({ fn }) => fn.countAll<number>().as("open"))
    .where("disposition", "is", null)
    .executeTakeFirstOrThrow();
  tally.mails = end;
  tally.stored += ids.length;
  tally.lost += open;
  tally.memory = Math.max(tally.memory, Math.round(process.memoryUsage.rss() / 2 ** 20));
  writeFileSync(tallyFile, JSON.stringify(tally));
  if (end % 10_000 === 0 || end === count) console.log(JSON.stringify(tally));
}
await parser.close();
await world.close();
console.log(
  `${tally.mails} mails, ${tally.stored} of them through the ledger: ${tally.lost} without an end, ${tally.unreadable} unreadable (kept), slowest ${tally.slowest} ms, at most ${tally.memory} MB`,
);
process.exit(tally.lost === 0 && tally.slowest < 10_000 ? 0 : 1);
